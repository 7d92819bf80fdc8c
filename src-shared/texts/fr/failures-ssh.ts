import type { failuresSsh as english } from '../en/failures-ssh';

export const failuresSsh: Record<keyof typeof english, string> = {
  'failure.ssh.noConfig.what': 'La configuration SSH de cet ordinateur n’est pas utilisable pour {host}.',
  'failure.ssh.noConfig.why': '{why}',
  'failure.ssh.noConfig.todo':
    'Modifiez ~/.ssh/config à cet endroit. Si une section Match est en cause, placez avant elle une section Host avec ces valeurs.',
  'failure.ssh.refused.what':
    'Connexion refusée : aucun serveur SSH n’écoute sur {port, select, none {ce port} other {le port {port}}}.',
  'failure.ssh.refused.why': 'SSH y utilise un autre port, ou sshd est arrêté.',
  'failure.ssh.refused.todo': 'Vérifiez le port SSH ; c’est en général 22.',
  'failure.ssh.hostKeyUnknown.what': 'L’hôte SSH {host} n’est pas connu sur cet ordinateur.',
  'failure.ssh.hostKeyUnknown.why':
    'Sa clé d’hôte n’est pas dans known_hosts. La première connexion est le moment de la comparer.',
  'failure.ssh.hostKeyUnknown.todo':
    'Comparez l’empreinte à celle que vous donne l’administrateur du serveur, puis acceptez la clé.',
  'failure.ssh.hostKeyChanged.what': 'La clé d’hôte SSH de {host} a changé. Rien n’a été envoyé.',
  'failure.ssh.hostKeyChanged.why':
    'Le serveur a été réinstallé, ou quelqu’un intercepte la connexion. known_hosts indique une autre clé dans {file}, ligne {line}.',
  'failure.ssh.hostKeyChanged.todo':
    'Demandez la nouvelle empreinte à l’administrateur du serveur. Seulement si elle est la bonne, supprimez l’ancienne ligne de known_hosts et reconnectez-vous.',
  'failure.ssh.hostKeyRevoked.what': 'La clé d’hôte SSH de {host} est marquée comme révoquée. Rien n’a été envoyé.',
  'failure.ssh.hostKeyRevoked.why':
    'Le fichier {file} l’indique à la ligne {line}. Une clé est révoquée quand d’autres peuvent la posséder : il s’agit peut-être d’une autre machine.',
  'failure.ssh.hostKeyRevoked.todo':
    'Interrogez l’administrateur du serveur. Le serveur a besoin d’une nouvelle clé ; ne supprimez pas la ligne pour passer outre.',
  'failure.ssh.knownHostsUnreadable.what': 'La clé d’hôte ne peut pas être vérifiée : {file} est illisible.',
  'failure.ssh.knownHostsUnreadable.why': '{why}',
  'failure.ssh.knownHostsUnreadable.todo':
    'Rendez ce fichier lisible, ou indiquez-en un autre dans ~/.ssh/config. Sans lui, une clé d’hôte modifiée passerait pour une nouvelle.',
  'failure.ssh.noAgreement.what':
    'Le serveur SSH et cette application n’ont aucun algorithme de chiffrement en commun.',
  'failure.ssh.noAgreement.why': 'Le serveur SSH est très ancien ou très strict.',
  'failure.ssh.noAgreement.todo':
    'Le message du serveur figure ci-dessous : autorisez l’un de ces algorithmes sur le serveur.',
  'failure.ssh.notSsh.what': 'Le service sur ce port n’est pas un serveur SSH.',
  'failure.ssh.notSsh.why': 'Le port appartient à un autre service.',
  'failure.ssh.notSsh.todo': 'Corrigez le port SSH ; c’est en général 22.',
  'failure.ssh.hungUp.what':
    'Le service sur ce port a fermé la connexion sans rien envoyer. Un serveur SSH se serait présenté.',
  'failure.ssh.hungUp.why':
    'Le port appartient à un autre service, ou sshd rejette cet ordinateur : trop de connexions, ou une règle sur les adresses.',
  'failure.ssh.hungUp.todo':
    'Vérifiez le port SSH ; c’est en général 22. S’il est juste, consultez le journal de sshd.',
  'failure.ssh.login.what': 'Le serveur SSH a refusé l’authentification de {user}.',
  'failure.ssh.login.why': 'Essayé : {tried}. Le serveur accepte : {methods}.',
  'failure.ssh.login.todo':
    'Vérifiez l’utilisateur, la clé et le mot de passe. Une clé doit figurer dans ~/.ssh/authorized_keys de {user} sur le serveur.',
  'failure.ssh.passwordMustChange.what': 'Le serveur SSH exige que {user} choisisse d’abord un nouveau mot de passe.',
  'failure.ssh.passwordMustChange.why': 'Le mot de passe a expiré, ou un administrateur l’a réinitialisé.',
  'failure.ssh.passwordMustChange.todo':
    'Connectez-vous une fois avec ssh dans un terminal et choisissez-y un nouveau mot de passe. Saisissez ensuite le nouveau ici.',
  'failure.ssh.certificateUnused.what':
    'Le serveur SSH a refusé la clé de {user}. Le certificat de cette clé n’a pas été utilisé.',
  'failure.ssh.certificateUnused.why':
    'Essayé : {tried}. Le serveur accepte : {methods}. Cette application s’authentifie uniquement avec des clés et n’utilise pas le certificat {certificate}.',
  'failure.ssh.certificateUnused.todo':
    'Si le serveur ne fait confiance qu’aux certificats, faites ajouter la clé elle-même à ~/.ssh/authorized_keys de {user}, ou authentifiez-vous avec un mot de passe.',
  'failure.ssh.tooManyTries.what': 'Le serveur SSH a mis fin à l’authentification de {user} après trop de tentatives.',
  'failure.ssh.tooManyTries.why':
    'Essayé : {tried}. Chaque clé compte pour une tentative, et la plupart des serveurs en admettent six (MaxAuthTries).',
  'failure.ssh.tooManyTries.todo':
    'Choisissez la bonne clé sous « Fichier de clé », ou sa moitié publique (.pub) si la clé est dans l’agent. Ou désignez-la dans ~/.ssh/config : IdentityFile, et IdentitiesOnly yes.',
  'failure.ssh.noAgent.what': 'Aucun agent SSH n’est disponible.',
  'failure.ssh.noAgent.why': 'SSH_AUTH_SOCK n’est pas défini, ou rien n’y répond.',
  'failure.ssh.noAgent.todo': 'Démarrez l’agent et ajoutez une clé avec ssh-add, ou choisissez un fichier de clé.',
  'failure.ssh.keyUnreadable.what': 'Le fichier de clé {file} n’est pas utilisable.',
  'failure.ssh.keyUnreadable.why': '{why}',
  'failure.ssh.keyUnreadable.todo': 'Choisissez le fichier de la clé privée lui-même, au format OpenSSH ou PEM.',
  'failure.ssh.keyNotChosen.what': 'Ce fichier de clé n’a pas été choisi dans cette application.',
  'failure.ssh.keyNotChosen.why':
    'Cette application n’utilise un fichier de clé que s’il a été choisi dans son propre sélecteur de fichiers, ou si ~/.ssh/config le désigne.',
  'failure.ssh.keyNotChosen.todo': 'Choisissez-le avec « Choisir le fichier de clé ».',
  'failure.ssh.passphrase.what': 'Le fichier de clé {file} nécessite sa phrase de passe.',
  'failure.ssh.passphrase.why': '{why}',
  'failure.ssh.passphrase.todo':
    'Reconnectez-vous et saisissez-la quand elle vous est demandée, ou éditez le serveur et enregistrez-la.',
  'failure.ssh.answerMissing.what':
    'Pendant l’authentification SSH, {hop} a posé une question, et personne n’a répondu.',
  'failure.ssh.answerMissing.why': '{why}',
  'failure.ssh.answerMissing.todo': 'Reconnectez-vous et répondez à la question.',
  'failure.ssh.forwardingRefused.what': 'SSH fonctionne, mais le serveur refuse la redirection vers {target}.',
  'failure.ssh.forwardingRefused.why': 'Son sshd_config l’interdit, ou ne l’autorise que vers d’autres destinations.',
  'failure.ssh.forwardingRefused.todo':
    'Sur le serveur, définissez AllowTcpForwarding yes. Si PermitOpen est utilisé, ajoutez-y cette destination.',
  'failure.ssh.targetRefused.what': 'SSH fonctionne, mais le serveur ne peut pas se connecter à {target}.',
  'failure.ssh.targetRefused.why':
    'Le service est peut-être arrêté, ou écoute ailleurs : dans un chroot ou un conteneur, ou sur un autre port.',
  'failure.ssh.targetRefused.todo':
    'Sur le serveur, vérifiez que le service fonctionne et sur quelle adresse il écoute.',
  'failure.ssh.tooManyChannels.what': 'Le serveur SSH n’admet pas d’autres connexions à l’intérieur de celle-ci.',
  'failure.ssh.tooManyChannels.why': 'Son MaxSessions ou une autre limite est atteint.',
  'failure.ssh.tooManyChannels.todo': 'Attendez la fin du travail en cours, puis réessayez.',
  'failure.ssh.dropped.what': 'La connexion SSH à {host} a pris fin.',
  'failure.ssh.dropped.why': 'La cause peut être le réseau, un redémarrage ou une limite de durée du serveur.',
  'failure.ssh.dropped.todo': 'Réessayez ; une nouvelle connexion sera établie.',
  'failure.ssh.noFiles.what': 'Le serveur SSH ne donne pas accès aux fichiers.',
  'failure.ssh.noFiles.why': 'SFTP ne fait pas partie de ses sous-systèmes.',
  'failure.ssh.noFiles.todo':
    'Sur le serveur, ajoutez Subsystem sftp à sshd_config. Ou collez le contenu des fichiers.',
  'failure.ssh.filesWithText.what':
    'Le serveur SSH écrit du texte dans la connexion de fichiers (SFTP), ce qui la rompt.',
  'failure.ssh.filesWithText.why':
    'En général, il vient d’un script de connexion comme .bashrc, ou c’est un message indiquant que le compte ne peut pas se connecter. Il figure ci-dessous.',
  'failure.ssh.filesWithText.todo':
    'Sur le serveur, limitez les sorties du script aux shells interactifs, ou réglez Subsystem sftp sur internal-sftp. Ou collez le contenu des fichiers.',
  'failure.ssh.filesFailed.what': 'Le serveur SSH propose les fichiers (SFTP), mais SFTP ne démarre pas.',
  'failure.ssh.filesFailed.why': '{why}',
  'failure.ssh.filesFailed.todo':
    'Sur le serveur, vérifiez la ligne Subsystem sftp dans sshd_config. Ou collez le contenu des fichiers.',
  'failure.ssh.fileMissing.what': 'Le fichier {file} n’existe pas sur le serveur.',
  'failure.ssh.fileDenied.what': 'L’utilisateur {user} n’a pas le droit de lire {file} sur le serveur.',
  'failure.ssh.fileDenied.why': 'L’installation de Gluu ne le laisse lire qu’à root et à l’utilisateur du service.',
  'failure.ssh.fileDenied.todo':
    'Faites-le lire par sudo, connectez-vous avec un utilisateur qui en a le droit, ou collez le contenu du fichier.',
  'failure.ssh.fileTooLarge.what': 'Le fichier {file} est plus gros que prévu et n’a pas été lu.',
  'failure.ssh.sudo.what': 'Sur le serveur, sudo n’a pas laissé {user} lire {file}.',
  'failure.ssh.sudo.why': '{why}',
  'failure.ssh.sudo.todo':
    'Saisissez le mot de passe de sudo, autorisez la commande dans sudoers, ou collez le contenu du fichier.',
  'failure.reason.loginUnfinished': 'L’authentification ne s’est pas terminée à temps.',
  'failure.reason.channelsInUse': 'Toutes les connexions à l’intérieur de celle-ci sont utilisées.',
  'failure.reason.silent': 'Il n’a rien envoyé à temps.',
  'failure.reason.getent': 'Sur {via}, getent ne le connaît pas.',
  'failure.reason.noAgentNamed': 'SSH_AUTH_SOCK n’est pas défini, ou IdentityAgent est réglé sur none.',
  'failure.reason.packetSize':
    '{n, plural, one {Le serveur accepte # octet à la fois.} many {Le serveur accepte # d’octets à la fois.} other {Le serveur accepte # octets à la fois.}}',
  'failure.reason.exchanges': 'Le serveur échange des clés sans arrêt.',
  'failure.reason.unread': 'Le serveur envoie des requêtes sans lire les réponses.',
  'failure.reason.tooMuchData': 'Le serveur envoie plus qu’il n’en a le droit.',
};
