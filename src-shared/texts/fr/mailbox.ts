import type { mailbox as english } from '../en/mailbox';

export const mailbox: Record<keyof typeof english, string> = {
  'mailbox.domainMissing': '(domaine non indiqué)',
  'mailbox.check.absent':
    '{check} : les en-têtes ne contiennent aucun résultat. Le serveur de la boîte aux lettres ne l’a pas vérifié, ou n’a pas noté le résultat.',
  'mailbox.check.unknown': '{check} : le résultat est « {result} ».',
  'mailbox.check.by': 'Indiqué par {server}.',
  'mailbox.check.byMailbox': 'Indiqué par le serveur de la boîte aux lettres.',
  'mailbox.check.byReceivedSpf': 'Indiqué dans le champ Received-SPF.',
  'mailbox.spf.pass': 'SPF : le relais est autorisé à envoyer pour {domain}.',
  'mailbox.spf.fail': 'SPF : le relais n’est pas autorisé à envoyer pour {domain}, d’après son enregistrement SPF.',
  'mailbox.spf.softfail':
    'SPF : l’enregistrement SPF de {domain} ne mentionne pas le relais et demande aux destinataires de se méfier de ses e-mails.',
  'mailbox.spf.neutral': 'SPF : l’enregistrement SPF de {domain} n’autorise ni n’interdit le relais.',
  'mailbox.spf.none': 'SPF : {domain} n’a pas d’enregistrement SPF.',
  'mailbox.spf.temperror': 'SPF : l’enregistrement SPF de {domain} n’a pas pu être consulté à ce moment-là.',
  'mailbox.spf.permerror': 'SPF : l’enregistrement SPF de {domain} comporte une erreur.',
  'mailbox.spf.policy': 'SPF : une règle du serveur de la boîte aux lettres a décidé pour {domain}.',
  'mailbox.dkim.pass': 'DKIM : la signature de {domain} est valide.',
  'mailbox.dkim.fail':
    'DKIM : la signature de {domain} ne correspond pas. Le message a été modifié en route, ou la clé publiée n’est pas celle de la signature.',
  'mailbox.dkim.none': 'DKIM : le message n’a pas de signature.',
  'mailbox.dkim.neutral': 'DKIM : la signature de {domain} n’a pas pu être exploitée.',
  'mailbox.dkim.policy':
    'DKIM : la signature de {domain} est valide, mais une règle du serveur de la boîte aux lettres ne l’accepte pas.',
  'mailbox.dkim.temperror': 'DKIM : la clé de {domain} n’a pas pu être consultée à ce moment-là.',
  'mailbox.dkim.permerror': 'DKIM : la signature ou la clé de {domain} comporte une erreur.',
  'mailbox.dmarc.pass': 'DMARC : SPF ou DKIM confirme l’expéditeur {domain}.',
  'mailbox.dmarc.fail': 'DMARC : ni SPF ni DKIM ne confirme l’expéditeur {domain}.',
  'mailbox.dmarc.none': 'DMARC : {domain} ne publie pas de politique DMARC.',
  'mailbox.dmarc.bestguesspass':
    'DMARC : {domain} ne publie pas de politique DMARC. Le serveur de la boîte aux lettres suppose que le message passerait.',
  'mailbox.dmarc.temperror': 'DMARC : la politique DMARC de {domain} n’a pas pu être consultée à ce moment-là.',
  'mailbox.dmarc.permerror': 'DMARC : la politique DMARC de {domain} comporte une erreur.',
  'mailbox.dmarc.policy': 'Sa politique en cas d’échec est {policy}.',

  'mailbox.hop.unnamed': 'Un serveur qui ne se nomme pas',
  'mailbox.hop.received':
    '{named, select, claim {{seen, select, address {{by} l’a reçu de {giver} ({address}), qui se présente comme {claim}.} other {{by} l’a reçu de {giver}, qui se présente comme {claim}.}}} other {{seen, select, address {{by} l’a reçu de {giver} ({address}).} other {{by} l’a reçu de {giver}.}}}}',
  'mailbox.hop.inside': '{by} l’a transmis en interne.',
  'mailbox.hop.connection': 'Connexion : {facts}.',
  'mailbox.hop.encrypted': 'chiffrée',
  'mailbox.hop.unencrypted': 'non chiffrée',
  'mailbox.hop.loggedIn': 'authentifiée',
  'mailbox.hop.took': 'Durée : {duration}.',
  'mailbox.hop.sameSecond': 'Il est arrivé dans la même seconde.',
  'mailbox.hop.behind': 'Son horloge retarde d’au moins {duration}.',

  'mailbox.note.otherResults': 'Les résultats au nom de {server} sont ignorés : un expéditeur peut les falsifier.',
  'mailbox.note.namelessResults': 'Les résultats sans nom de serveur sont ignorés : un expéditeur peut les falsifier.',
  'mailbox.note.cut': 'Les en-têtes dépassent ce que lit cette console ; certains sont omis.',

  'mailbox.step.login': 'en tant que {user}',
  'mailbox.step.noLogin': 'le serveur n’a pas demandé d’authentification',
  'mailbox.step.folders': '{folders}',
  'mailbox.step.noJunk': '{folders} ; le serveur n’indique pas de dossier des indésirables',
  'mailbox.step.found': 'dans {folder}',
  'mailbox.step.notYet': 'pas encore là',
  'mailbox.step.notAfter': 'toujours pas là après {duration}',
  'mailbox.step.notOpened': '« {folder} » ne peut pas être ouvert',

  'mailbox.form.title': 'Boîte aux lettres',
  'mailbox.form.host': 'Hôte IMAP',
  'mailbox.form.port': 'Port IMAP',
  'mailbox.form.encryption': 'Chiffrement',
  'mailbox.form.unencrypted':
    'Le mot de passe est envoyé en clair ; votre système vous demande confirmation avant la première fois.',
  'mailbox.form.user': 'Nom d’utilisateur',
  'mailbox.form.password': 'Mot de passe de la boîte mail',
  'mailbox.form.passwordHelp':
    '{keychain, select, absent {Conservé pour cette session seulement, car cet ordinateur n’a pas de trousseau.} other {Conservé dans le trousseau de cet ordinateur.}} Utilisé uniquement pour cet hôte, ce port, ce chiffrement et cet utilisateur.',
  'mailbox.form.forget': 'Oublier cette boîte mail',
  'mailbox.form.certificate': 'Le certificat du serveur IMAP',
  'mailbox.form.readable': 'La boîte aux lettres est lisible : {folders}.',
  'mailbox.task.check': 'Vérification de la boîte aux lettres',
  'mailbox.end.read': 'La boîte aux lettres est lisible.',
  'mailbox.end.notRead': 'La boîte aux lettres est illisible.',
};
