import type { ssh as english } from '../en/ssh';

export const ssh: Record<keyof typeof english, string> = {
  'ssh.login.agent': 'Agent',
  'ssh.login.key': 'Fichier de clé',
  'ssh.login.password': 'Mot de passe',
  'ssh.login.interactive': 'Demander à chaque fois',

  'ssh.asks.questions': '{host} pose une question',
  'ssh.asks.password': '{host} demande un mot de passe',
  'ssh.asks.passphrase': '{host} accepte une clé qui nécessite une phrase de passe',
  'ssh.jumpAsks.questions': 'L’hôte de rebond {host} pose une question',
  'ssh.jumpAsks.password': 'L’hôte de rebond {host} demande un mot de passe',
  'ssh.jumpAsks.passphrase': 'L’hôte de rebond {host} accepte une clé qui nécessite une phrase de passe',
  'ssh.onTheWay':
    'Il est sur le chemin vers {wayTo}, dont le mot de passe ou la phrase de passe n’ont rien à faire ici.',
  'ssh.wrongPassphrase': 'Cette phrase de passe n’ouvre pas le fichier.',
  'ssh.answer.questions': 'Réponse',
  'ssh.answer.password': 'Mot de passe de {from}',
  'ssh.answer.passphrase': 'Phrase de passe de {keyFile}',
  'ssh.answer.numbered': '{label} {n}',
  'ssh.answerNote.questions':
    'Les mots encadrés sont ceux du serveur. Votre saisie n’est envoyée qu’à lui et n’est pas conservée.',
  'ssh.answerNote.password': 'Il n’est envoyé qu’à ce serveur et n’est pas conservé.',
  'ssh.answerNote.passphrase':
    'Elle ouvre le fichier de clé sur cet ordinateur. Elle n’est envoyée à aucun serveur ni conservée.',
  'ssh.send.questions': 'Envoyer à {from}',
  'ssh.send.password': 'Envoyer à {from}',
  'ssh.send.passphrase': 'Ouvrir la clé',
  'ssh.send': 'Envoyer',
  'ssh.doNotAnswer': 'Ne pas répondre',

  'ssh.hostKey.label': 'La clé d’hôte que présente ce serveur SSH',
  'ssh.hostKey.title': 'La clé d’hôte que présente {host}',
  'ssh.hostKey.host': 'Hôte',
  'ssh.hostKey.place': '{host}, port {port}',
  'ssh.hostKey.type': 'Type',
  'ssh.hostKey.known': 'Connue jusqu’ici',
  'ssh.hostKey.authority':
    'known_hosts désigne une autorité de certification pour cet hôte ; elle n’est pas utilisée ici.',
  'ssh.hostKey.withoutPort': 'Sans le port, {host} est connu sous une autre clé : {sha256} dans {file}, ligne {line}.',
  'ssh.hostKey.compare': 'Comparez le SHA-256 sur le serveur : <code>{command}</code> (ou le fichier d’un autre type).',
  'ssh.hostKey.adds': 'L’accepter ajoute une ligne à {file}, qu’OpenSSH lit aussi.',
  'ssh.hostKey.addsNothing':
    'Votre configuration SSH ne désigne aucun fichier known_hosts : la clé n’est acceptée que jusqu’à la fermeture de l’application.',
  'ssh.hostKey.accept': 'Accepter cette clé d’hôte',

  'ssh.configured.place': 'D’après ~/.ssh/config : {host}, port {port}.',
  'ssh.configured.jumps': 'Via {jumps}.',
  'ssh.configured.key': 'Fichier de clé : {file}.',

  'ssh.notFollowed.canonicalizehostname':
    'CanonicalizeHostname n’est pas suivi : les sections du nom complet de l’hôte ne comptent pas.',
  'ssh.notFollowed.certificatefile': 'Les certificats d’utilisateur ne sont pas utilisés.',
  'ssh.notFollowed.pkcs11provider': 'Les clés sur carte à puce ne sont pas utilisées, sauf si un agent les détient.',
  'ssh.notFollowed.gssapiauthentication': 'Les tickets Kerberos ne sont pas utilisés pour l’authentification.',
  'ssh.notFollowed.hostbasedauthentication': 'L’authentification par la clé de cet ordinateur n’est pas utilisée.',
  'ssh.notFollowed.addressfamily':
    'AddressFamily n’est pas suivi : les adresses sont utilisées dans l’ordre donné par le résolveur.',
  'ssh.notFollowed.bindaddress': 'BindAddress n’est pas suivi : le système choisit l’adresse d’où part la connexion.',
  'ssh.notFollowed.bindinterface':
    'BindInterface n’est pas suivi : le système choisit l’adresse d’où part la connexion.',

  'ssh.config.place': '{file}, ligne {line}',
  'ssh.config.proxyCommand': 'Elle demande l’exécution d’une commande (ProxyCommand).',
  'ssh.config.knownHostsCommand': 'Elle demande l’exécution d’une commande (KnownHostsCommand).',
  'ssh.config.matchExec':
    'Elle demande l’exécution d’une commande (Match exec) : {place}. Cela détermine : {keywords}.',
  'ssh.config.matchUnknown':
    'Elle utilise Match {criterion}, non pris en charge ici : {place}. Cela détermine : {keywords}.',
  'ssh.config.variable': 'Elle utilise {variable}, variable non définie pour cette application : {place}.',
  'ssh.config.user': 'Elle utilise ~{user}, et aucun utilisateur de ce nom n’est connu ici : {place}.',
  'ssh.config.token': 'Elle utilise {token}, non pris en charge ici : {place}.',
  'ssh.config.jumpToken': 'Son ProxyJump utilise {token}, non pris en charge ici : {place}.',
  'ssh.config.jumpForm': 'Son ProxyJump n’a pas la forme user@host:port.',
  'ssh.config.jumpCircle': 'Son ProxyJump tourne en rond.',
  'ssh.config.jumpTooLong': 'Son ProxyJump compte plus de {n, plural, one {# hôte} many {# d’hôtes} other {# hôtes}}.',
  'ssh.config.noHostName': 'Cet hôte n’y a pas de HostName, et son nom n’est pas un nom d’hôte. {problem}',
  'ssh.config.port': 'Son Port n’est pas un numéro de port.',
  'ssh.config.quote': 'Un guillemet n’est pas fermé : {place}.',
  'ssh.config.match': 'La ligne Match est incomplète : {place}.',
  'ssh.config.nested': 'Les fichiers Include sont imbriqués trop profondément : {file}.',
  'ssh.config.tooLarge': '{file} est trop grand.',
  'ssh.origin.jump': 'un ProxyJump de ~/.ssh/config',
  'ssh.origin.alias': '{alias} dans ~/.ssh/config',
  'ssh.origin.jumpAlias': 'un ProxyJump de ~/.ssh/config, {alias} dans ~/.ssh/config',

  'ssh.knownHosts.missing': 'Il n’existe pas.',
  'ssh.knownHosts.revocationList':
    'C’est une liste de révocation de clés (KRL), que cette application ne sait pas lire.',
  'ssh.knownHosts.line': 'La ligne {line} n’est pas une clé publique.',
  'ssh.knownHosts.notFile': 'Ce n’est pas un fichier.',
  'ssh.knownHosts.tooLarge': 'Il dépasse 16 Mo.',

  'ssh.key.securityKey':
    'Il faut une clé de sécurité (FIDO), ce qui n’est pas pris en charge ici. Utilisez une clé qui s’en passe, ou un mot de passe.',
  'ssh.key.dsa': 'C’est une clé DSA, que les serveurs refusent depuis OpenSSH 7. Créez-en une nouvelle : {command}.',
  'ssh.key.type': 'C’est une clé d’un type non pris en charge ici. Créez-en une : {command}.',
  'ssh.key.kind':
    'Ni les serveurs SSH ni cette application n’utilisent de clés de ce genre ({kind}). Créez-en une : {command}.',
  'ssh.key.cipher': 'Il est chiffré avec {cipher}, non pris en charge ici. Chiffrez-le à nouveau : {command}.',
  'ssh.key.encryption': 'Il est chiffré d’une manière non prise en charge ici. Chiffrez-le à nouveau : {command}.',
  'ssh.key.cut': 'Il est endommagé : il en manque une partie.',
  'ssh.key.damaged': 'Il est endommagé.',
  'ssh.key.unreadable': 'Il est endommagé, ou n’est pas une clé privée dans un format connu.',
  'ssh.key.format': 'Ce n’est pas une clé privée dans un format connu.',
  'ssh.key.tooLarge': 'Il est trop grand pour une clé.',
  'ssh.key.puttyPassphrase':
    'C’est une clé PuTTY de version 3 avec phrase de passe, non prise en charge ici. Dans PuTTYgen : Conversions, Export OpenSSH key.',
  'ssh.key.puttyVersion': 'C’est une clé PuTTY de version {version}. Dans PuTTYgen : Conversions, Export OpenSSH key.',
  'ssh.key.puttyEncryption':
    'C’est une clé PuTTY dont le chiffrement n’est pas pris en charge ici. Dans PuTTYgen : Conversions, Export OpenSSH key.',
  'ssh.key.rounds':
    'Il n’a pas pu être ouvert en {seconds, plural, one {# seconde} many {# de secondes} other {# secondes}} : il utilise trop d’itérations. Chiffrez-le à nouveau avec moins d’itérations : {command}.',
  'ssh.key.publicOnly': 'C’est une clé publique. Il faut la clé privée.',
  'ssh.key.publicNoAgent': 'C’est une clé publique. Il n’y a pas d’agent SSH qui puisse signer à sa place : {reason}',
  'ssh.key.publicNotInAgent': 'C’est une clé publique. L’agent SSH n’a pas la clé privée correspondante.',
  'ssh.key.noneChosen': 'Aucun fichier de clé n’est choisi, et ~/.ssh/config n’en désigne aucun pour cet hôte.',
  'ssh.key.storedPassphrase': 'La phrase de passe enregistrée ne l’ouvre pas.',
  'ssh.key.locked': 'Il est chiffré, aucune phrase de passe n’est enregistrée ici pour lui, et personne ne l’a saisie.',
  'ssh.file.missing': 'Ce fichier n’existe pas.',
  'ssh.file.denied': 'Vous n’avez pas le droit de le lire.',
  'ssh.file.folder': 'C’est un dossier.',

  'ssh.method.none': 'sans authentification',
  'ssh.method.password': 'mot de passe',
  'ssh.method.questions': 'réponses à ses questions',
  'ssh.method.agent': 'agent avec {n, plural, one {# clé} many {# de clés} other {# clés}}',
  'ssh.method.agentNone': 'agent sans aucune des clés désignées par IdentityFile',
  'ssh.method.noAgent': 'aucun agent',
  'ssh.method.key': 'clé {file}',
  'ssh.method.keyInAgent': 'clé {file} dans l’agent',
  'ssh.method.keyNot': 'clé {file} ({why})',
  'ssh.method.nothing':
    'rien que le serveur accepte ({login, select, agent {agent} key {clé} password {mot de passe} interactive {questions} other {agent, clés, mot de passe}})',
  'ssh.method.notSaid': 'non indiqué',
  'ssh.hop.jump': '{hop} (hôte de rebond)',
  'ssh.unanswered.watched': 'La question a été refusée, ou le délai est dépassé.',
  'ssh.unanswered.background': 'Les vérifications en arrière-plan ne posent pas de questions.',
  'ssh.files.ended': 'Son programme s’est terminé aussitôt, avec le code de sortie {status}.',
  'ssh.files.notSftp': 'Le programme qui tourne à sa place ne parle pas SFTP.',
  'ssh.sudo.noReason': 'sudo n’a donné aucune raison.',
  'ssh.sudo.noCommands':
    'Le serveur n’exécute pas de commandes pour cet utilisateur, ou en exécute d’autres à leur place.',
};
