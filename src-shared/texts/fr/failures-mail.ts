import type { failuresMail as english } from '../en/failures-mail';

export const failuresMail: Record<keyof typeof english, string> = {
  'failure.smtp.passwordUnreadable.what':
    'Le mot de passe SMTP enregistré ne se déchiffre pas avec le sel de ce serveur.',
  'failure.smtp.passwordUnreadable.why':
    'Il a été chiffré avec un autre sel, ou il est endommagé. Le sel conservé ici est bien celui de ce serveur.',
  'failure.smtp.passwordUnreadable.todo':
    'Choisissez « Remplacer » et saisissez le mot de passe SMTP, puis cliquez sur « Modifier ».',
  'failure.smtp.passwordDamaged.what':
    'Le déchiffrement du mot de passe SMTP enregistré donne un texte endommagé : ses octets ne sont pas de l’UTF-8.',
  'failure.smtp.passwordDamaged.why':
    'Il a été enregistré par un autre logiciel, dans un autre encodage. Jusqu’à la version 4.2.2, Gluu envoie les octets tels quels ; les versions suivantes envoient U+FFFD à la place de ceux qui ne sont pas de l’UTF-8 valide.',
  'failure.smtp.passwordDamaged.todo':
    'Choisissez « Remplacer » et saisissez le mot de passe SMTP, puis cliquez sur « Modifier ».',
  'failure.smtp.passwordUnopened.what': 'Le mot de passe SMTP enregistré ne se déchiffre pas avec le sel conservé ici.',
  'failure.smtp.passwordUnopened.why':
    'Rien ne prouve que ce sel est celui de ce serveur. {why} L’erreur peut donc venir du mot de passe comme du sel.',
  'failure.smtp.passwordUnopened.todo':
    'Comparez d’abord le sel à celui de /etc/gluu/conf/salt sur ce serveur. Ne remplacez le mot de passe que si le sel est le même.',
  'failure.smtp.clearText.what':
    'Le mot de passe de {user} serait envoyé en clair. La console s’est arrêtée avant de se connecter.',
  'failure.smtp.clearText.why':
    '« Nécessite le SSL » est désactivé. Le Gluu Server lui-même enverrait le mot de passe en clair.',
  'failure.smtp.clearText.todo':
    'Activez « Nécessite le SSL ». Ou réessayez et donnez votre accord quand il vous est demandé.',
  'failure.smtp.failed.what': '{title}.',
  'failure.smtp.failed.why': '{explanation}',
  'failure.smtp.failed.todo': '{remedy}',
  'failure.mailbox.none.what': 'Aucune boîte aux lettres n’est configurée ici.',
  'failure.mailbox.none.todo': 'Saisissez d’abord son serveur IMAP, son utilisateur et son mot de passe.',
  'failure.imap.clearText.what':
    'Le mot de passe de {user} serait envoyé en clair à la boîte aux lettres. La console s’est arrêtée avant de se connecter.',
  'failure.imap.clearText.todo':
    'Choisissez TLS ou STARTTLS. Ou réessayez et donnez votre accord quand il vous est demandé.',
  'failure.imap.silent.what': 'Connexion établie, mais le serveur n’a jamais envoyé de bannière IMAP.',
  'failure.imap.silent.why': 'Ce n’est pas un serveur IMAP, ou il est surchargé.',
  'failure.imap.silent.todo': 'Vérifiez l’hôte et le port, ou réessayez plus tard.',
  'failure.imap.notImap.what':
    'Le service sur {port, select, none {ce port} other {le port {port}}} ne parle pas IMAP correctement.',
  'failure.imap.notImap.todo': 'Vérifiez l’hôte et le port.',
  'failure.imap.unavailable.what': 'Le serveur IMAP a rejeté la connexion.',
  'failure.imap.unavailable.why': 'Trop de connexions, une liste de blocage ou une maintenance.',
  'failure.imap.unavailable.todo':
    'Attendez quelques minutes, puis réessayez. Le message du serveur figure ci-dessous.',
  'failure.imap.startTlsMissing.what':
    'Le serveur IMAP ne démarre pas TLS sur {port, select, none {ce port} other {le port {port}}}. Le mot de passe n’a pas été envoyé.',
  'failure.imap.startTlsMissing.why': 'Il ne propose pas STARTTLS ici, ou quelque chose le supprime sur le trajet.',
  'failure.imap.startTlsMissing.todo': 'Utilisez le port 993 avec TLS dès le début.',
  'failure.imap.injection.what':
    'Des octets en clair ont suivi la réponse à STARTTLS. La connexion a été fermée, et le mot de passe n’a pas été envoyé.',
  'failure.imap.injection.why': 'Quelqu’un entre ce poste de travail et le serveur IMAP altère peut-être la connexion.',
  'failure.imap.injection.todo':
    'Utilisez le port 993 avec TLS dès le début, et prévenez l’administrateur de votre réseau.',
  'failure.imap.loginDisabled.what':
    'Le serveur IMAP n’accepte pas de nom d’utilisateur ni de mot de passe sur cette connexion. Le mot de passe n’a pas été envoyé.',
  'failure.imap.loginDisabled.why': 'Il exige d’abord le chiffrement, ou un autre type d’authentification.',
  'failure.imap.loginDisabled.todo':
    'Choisissez TLS ou STARTTLS. Un fournisseur qui n’admet que sa propre page de connexion propose peut-être des mots de passe d’application.',
  'failure.imap.credentials.what': 'Le serveur IMAP n’accepte pas ce nom d’utilisateur et ce mot de passe.',
  'failure.imap.credentials.why':
    'Le nom d’utilisateur doit peut-être être l’adresse complète, IMAP est peut-être désactivé pour ce compte, ou le fournisseur exige peut-être un mot de passe d’application.',
  'failure.imap.credentials.todo': 'Vérifiez les deux, puis réessayez.',
  'failure.imap.loginRefused.what': 'Le serveur IMAP a refusé l’authentification pour l’instant.',
  'failure.imap.loginRefused.todo': 'Son message figure ci-dessous.',
  'failure.imap.refused.what': 'Le serveur IMAP a refusé une requête.',
  'failure.imap.refused.todo': 'Son message figure ci-dessous.',
  'failure.imap.noReply.what': 'Le serveur IMAP n’a pas répondu à temps.',
  'failure.imap.noReply.why': 'Il est surchargé ou bloqué.',
  'failure.imap.noReply.todo': 'Réessayez.',
  'failure.imap.tooMuch.what':
    'Le serveur IMAP a envoyé plus que n’en demandent les en-têtes d’un message. La connexion a été fermée.',
  'failure.imap.tooMuch.todo': 'Vérifiez qu’il s’agit du bon serveur.',
};
