import type { failuresDirectory as english } from '../en/failures-directory';

export const failuresDirectory: Record<keyof typeof english, string> = {
  'failure.ldap.clearText.what': 'Le mot de passe de {user} serait envoyé en clair. Il n’a pas été envoyé.',
  'failure.ldap.clearText.why':
    'Le chiffrement est réglé sur « Non chiffré », et vous ne l’avez pas autorisé depuis le démarrage ou le déverrouillage de l’application.',
  'failure.ldap.clearText.todo':
    'Choisissez LDAPS ou StartTLS. Ou vérifiez le serveur et donnez votre accord quand il vous est demandé.',
  'failure.ldap.startTlsRefused.what': 'Le serveur a refusé StartTLS. Rien d’autre n’a été envoyé.',
  'failure.ldap.startTlsRefused.why': 'Il ne prend pas en charge StartTLS, ou son TLS n’est pas configuré.',
  'failure.ldap.startTlsRefused.todo': 'Utilisez LDAPS, ou configurez TLS sur le serveur.',
  'failure.ldap.injection.what':
    'Des octets en clair ont suivi la réponse à StartTLS. La connexion a été fermée, et rien n’a été envoyé.',
  'failure.ldap.injection.why': 'Quelqu’un entre ce poste de travail et le serveur altère peut-être la connexion.',
  'failure.ldap.injection.todo': 'Utilisez LDAPS, et prévenez l’administrateur de votre réseau.',
  'failure.ldap.notLdap.what':
    'Le service sur {port, select, none {ce port} other {le port {port}}} ne parle pas LDAP correctement.',
  'failure.ldap.notLdap.todo': 'Vérifiez l’hôte et le port.',
  'failure.ldap.tooMuch.what':
    'Le serveur a envoyé plus que cette console n’accepte (limite : {limit}). La connexion a été fermée.',
  'failure.ldap.tooMuch.todo': 'Vérifiez qu’il s’agit du bon serveur.',
  'failure.ldap.tooMuch.oneMessage': '8 Mo par message',
  'failure.ldap.tooMuch.oneSearch': '32 Mo par recherche',
  'failure.ldap.tooMuch.pages': '{n, number} pages de résultats',
  'failure.ldap.tooMuch.entries': '{n, number} entrées',
  'failure.ldap.tooMuch.values': '{n, number} attributs et valeurs',
  'failure.ldap.held.what': 'La console est restée bloquée pendant qu’elle interrogeait ce serveur.',
  'failure.ldap.held.why':
    'Une réponse était endommagée, ou faite pour provoquer cela : celle de ce serveur, ou d’un autre interrogé au même moment.',
  'failure.ldap.held.todo':
    'Examinez le serveur, et ce qui se trouve entre lui et cet ordinateur. La console ne le contactera plus tant que vous ne l’aurez pas vérifié à nouveau.',
  'failure.ldap.noReply.what': 'Le serveur n’a pas répondu à temps.',
  'failure.ldap.noReply.why': 'Il est surchargé ou bloqué.',
  'failure.ldap.noReply.todo':
    'Réessayez. Si une écriture était en cours, la console relit d’abord le serveur pour savoir si elle a été enregistrée.',
  'failure.ldap.identity.what': 'Le serveur a accepté l’authentification, mais indique un autre compte que {wanted}.',
  'failure.ldap.identity.why':
    'Le serveur associe peut-être l’authentification à un autre compte, ou l’ignore. On ne peut pas se fier à ce qu’il montre et autorise.',
  'failure.ldap.identity.todo': 'Vérifiez le bind DN et la configuration du serveur.',
  'failure.ldap.credentials.what': 'Le bind DN ou le mot de passe est faux.',
  'failure.ldap.credentials.why':
    'OpenDJ nomme le compte cn=directory manager, OpenLDAP cn=directory manager,o=gluu. S’il n’a pas été changé, le mot de passe est celui du premier administrateur d’oxTrust.',
  'failure.ldap.credentials.todo':
    'Éditez le serveur : essayez l’autre bind DN, ou saisissez à nouveau le mot de passe.',
  'failure.ldap.passwordMustChange.what': 'Le mot de passe de ce compte doit être changé avant toute autre opération.',
  'failure.ldap.passwordMustChange.why': 'Il a expiré, ou un administrateur l’a réinitialisé.',
  'failure.ldap.passwordMustChange.todo':
    'Définissez un nouveau mot de passe avec les outils de l’annuaire (ldappasswd ou ldappasswordmodify). Puis éditez le serveur et saisissez le nouveau.',
  'failure.ldap.accountLocked.what': 'Ce compte est verrouillé.',
  'failure.ldap.accountLocked.why':
    'Il y a eu trop d’échecs d’authentification, le compte a expiré, ou un administrateur l’a désactivé.',
  'failure.ldap.accountLocked.todo':
    'Attendez la fin du verrouillage, ou faites déverrouiller ou prolonger le compte. Vérifiez ensuite le mot de passe avant de réessayer.',
  'failure.ldap.passwordMethod.what': 'Le serveur n’accepte pas ce type d’authentification.',
  'failure.ldap.passwordMethod.todo': 'Utilisez une connexion chiffrée et un mot de passe.',
  'failure.ldap.encryptionWanted.what': 'Le serveur refuse les mots de passe sur une connexion non chiffrée.',
  'failure.ldap.encryptionWanted.todo': 'Choisissez LDAPS ou StartTLS pour ce serveur.',
  'failure.ldap.rights.what': 'Ce compte n’a pas le droit de faire cela.',
  'failure.ldap.rights.todo': 'Utilisez le Directory Manager, ou demandez le droit d’écrire ces attributs.',
  'failure.ldap.missing.what': 'L’entrée n’existe pas, ou ce compte ne peut pas la voir.',
  'failure.ldap.referral.what': 'Ce serveur renvoie à un autre. Le renvoi n’a pas été suivi.',
  'failure.ldap.referral.why': 'C’est un réplica qui n’accepte pas d’écriture.',
  'failure.ldap.referral.todo': 'Connectez-vous au serveur auquel il renvoie.',
  'failure.ldap.limit.what': 'La recherche a atteint une limite du serveur.',
  'failure.ldap.limit.todo': 'Précisez votre recherche.',
  'failure.ldap.busy.what': 'Le serveur est occupé.',
  'failure.ldap.busy.todo': 'Attendez un instant, puis réessayez.',
  'failure.ldap.unavailable.what': 'Le serveur est en cours d’arrêt, ou sa base de données est hors ligne.',
  'failure.ldap.unavailable.todo': 'Vérifiez le service sur le serveur.',
  'failure.ldap.unwilling.what': 'Une règle propre au serveur ne le permet pas.',
  'failure.ldap.unwilling.todo': 'Son message figure ci-dessous.',
  'failure.ldap.badDn.what': 'Le serveur n’accepte pas ce DN.',
  'failure.ldap.badDn.todo': 'Exemples de bind DN : cn=directory manager ou cn=directory manager,o=gluu.',
  'failure.ldap.syntax.what': 'Le serveur n’accepte pas une valeur : sa forme ne convient pas à son attribut.',
  'failure.users.mailTaken.what': 'L’adresse e-mail est déjà utilisée par : {who}.',
  'failure.users.mailTaken.why': 'Ce serveur n’admet chaque adresse qu’une fois.',
  'failure.users.mailTaken.todo': 'Utilisez une autre adresse.',
  'failure.users.clearText.what':
    'Cette console n’envoie le mot de passe d’une personne que sur une connexion chiffrée.',
  'failure.users.clearText.todo': 'Choisissez LDAPS ou StartTLS pour ce serveur.',
  'failure.ldap.constraint.what': 'Une valeur enfreint une règle du serveur.',
  'failure.ldap.constraint.todo': 'Son message figure ci-dessous.',
  'failure.ldap.schema.what': 'Le schéma de ce serveur ne le permet pas.',
  'failure.ldap.schema.why': 'Sa version de Gluu n’est peut-être pas celle que son schéma laisse supposer.',
  'failure.ldap.schema.todo': 'Vérifiez à nouveau, et regardez la version trouvée.',
  'failure.ldap.exists.what': 'L’entrée ou la valeur existe déjà.',
  'failure.ldap.exists.todo': 'Rechargez l’entrée.',
  'failure.ldap.valueGone.what': 'La valeur a disparu : quelqu’un l’a modifiée.',
  'failure.ldap.valueGone.todo': 'Rechargez l’entrée.',
  'failure.ldap.conflict.what': 'Quelqu’un d’autre a modifié l’entrée en même temps.',
  'failure.ldap.conflict.why': '{found}',
  'failure.ldap.conflict.todo': 'Rechargez-la, et choisissez les valeurs à conserver.',
  'failure.ldap.control.what': 'Le serveur ne prend pas en charge un contrôle LDAP nécessaire ici.',
  'failure.ldap.control.todo': 'Son message figure ci-dessous.',
  'failure.ldap.other.what': 'Le serveur n’a pas pu le faire.',
  'failure.ldap.other.todo': 'Son message figure ci-dessous.',
  'failure.gluu.noTree.what': 'Ce serveur LDAP n’a pas d’arbre Gluu, ou ce compte ne peut pas le voir.',
  'failure.gluu.noTree.why':
    'C’est un autre serveur LDAP ou un autre bind DN, ou ce Gluu conserve ses données dans SQL ou Couchbase.',
  'failure.gluu.noTree.todo': 'Vérifiez l’hôte, le port et le bind DN.',
  'failure.gluu.severalAppliances.what':
    'Il y a plusieurs entrées appliance, et la configuration d’oxTrust n’indique pas laquelle est utilisée : {found}.',
  'failure.gluu.severalAppliances.why': 'Un cluster, ou les restes d’une ancienne installation.',
  'failure.gluu.severalAppliances.todo': 'Supprimez les restes, ou demandez la prise en charge de cette structure.',
  'failure.gluu.notSupported.what': 'Impossible de dire exactement de quel Gluu il s’agit : {version}.',
  'failure.gluu.notSupported.why':
    'Ces versions gardent leurs paramètres sous des formes différentes, et la mauvaise les endommagerait.',
  'failure.gluu.notSupported.todo': 'Utilisez un compte autorisé à lire le schéma LDAP, ou oxTrust lui-même.',
  'failure.gluu.brokenJson.what': 'Le JSON dans {attribute} est illisible : {why}',
  'failure.gluu.brokenJson.why':
    'Si Gluu ne peut pas le lire non plus, toute son entrée de configuration ne se charge pas.',
  'failure.gluu.brokenJson.todo': 'Réparez-le avec un éditeur LDAP. La console l’affiche tel quel et n’en perd rien.',
  'failure.gluu.noSalt.what': 'Le sel de ce serveur est inconnu : aucun mot de passe ne peut être chiffré pour lui.',
  'failure.gluu.noSalt.why':
    'Il se trouve dans /etc/gluu/conf/salt sur le Gluu Server, à l’intérieur du conteneur chroot, et non dans LDAP.',
  'failure.gluu.noSalt.todo': 'Éditez le serveur et collez le sel : les 24 caractères qui suivent encodeSalt =.',
  'failure.gluu.saltContradicted.what':
    'Le sel est refusé, car {kind, select, partly {seule une partie de la configuration de ce serveur se déchiffre avec lui} other {ce n’est pas celui de ce serveur}}.',
  'failure.gluu.saltContradicted.why': '{why}',
  'failure.gluu.saltContradicted.todo': 'Rien n’a été écrit, et rien n’a été envoyé avec ce sel. {remedy}',
  'failure.gluu.saltChanged.what':
    'Ce qu’on sait du sel a changé depuis l’établissement de la liste des modifications.',
  'failure.gluu.saltChanged.why': 'Dans la liste des modifications : {told} Maintenant : {now}',
  'failure.gluu.saltChanged.todo': 'Rien n’a été écrit. Revoyez les modifications.',
  'failure.gluu.snapshotGone.what': 'Les paramètres chargés ont expiré.',
  'failure.gluu.snapshotGone.todo': 'Rechargez-les. Ce que vous avez saisi est conservé.',
  'failure.gluu.nameNotTyped.what': 'Le nom du serveur n’a pas été saisi.',
  'failure.gluu.nameNotTyped.todo': 'Saisissez {name} pour autoriser cette action.',
  'failure.history.noRollback.what': 'D’ici, aucun retour arrière n’est possible sur cette écriture.',
  'failure.history.noRollback.why': '{why}',
  'failure.history.noRollback.todo': 'Rien n’a été écrit. L’historique montre ce que cette écriture a modifié.',
  'failure.history.imageGone.what': 'Le mot de passe SMTP précédent n’est plus disponible.',
  'failure.history.imageGone.why':
    '{reason, select, notKept {Il n’est pas dans le fichier des mots de passe scellés.} keyGone {La clé qui l’a scellé a disparu : le trousseau était absent, verrouillé ou vidé.} altered {Le texte scellé a été altéré.} other {Il est scellé avec une clé qui n’est que dans le trousseau de cet ordinateur.}}',
  'failure.history.imageGone.todo':
    'Définissez le mot de passe SMTP dans « Configuration organisation ». Rien n’a été écrit.',
  'failure.reason.otherAnswer': 'La réponse (0x{operation}) ne correspond pas à la demande.',
  'failure.reason.outsideBranch': 'Une entrée est venue d’ailleurs que de la branche demandée.',
  'failure.reason.grammar': 'La réponse enfreint la grammaire de LDAP : {fault}.',
  'failure.reason.noOrganization': 'Il n’y a pas d’entrée d’organisation sous o=gluu.',
  'failure.reason.blankPassword': 'Gluu n’enregistre pas un mot de passe composé d’espaces.',
  'failure.reason.shortSalt': 'Le sel compte moins de 24 caractères.',
};
