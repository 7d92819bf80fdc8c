import type { failuresApp as english } from '../en/failures-app';

export const failuresApp: Record<keyof typeof english, string> = {
  'failure.inShort': '{sentences}',
  'failure.input.invalid.what': 'Certaines valeurs ne sont pas utilisables.',
  'failure.input.invalid.todo': 'Vérifiez les champs signalés.',
  'failure.work.cancelled.what': 'Annulé.',
  'failure.work.cancelled.why': '{meanwhile}',
  'failure.server.unknown.what': 'Ce serveur n’est plus dans la liste.',
  'failure.server.readOnly.what': 'Ce serveur est en lecture seule dans cette console.',
  'failure.server.readOnly.todo': 'Choisissez « Autoriser l’écriture » dans son en-tête.',
  'failure.app.locked.what': 'La console est verrouillée.',
  'failure.app.locked.todo': 'Déverrouillez-la, puis réessayez.',
  'failure.place.notAllowed.what':
    'Rien n’a été envoyé : vous n’avez pas autorisé cette console à se connecter à {place}.',
  'failure.place.notAllowed.todo': 'Si la destination est la bonne, réessayez et choisissez « Se connecter ».',
  'failure.place.tooMany.what':
    'Rien n’a été envoyé à {place}, et la question ne vous a pas été posée : trop de destinations ont été refusées en une minute.',
  'failure.place.tooMany.why': 'Quelque chose essaie peut-être une destination après l’autre.',
  'failure.place.tooMany.todo': 'Attendez une minute, puis réessayez.',
  'failure.write.notConfirmed.what': 'Vous n’avez pas confirmé : rien n’a été écrit.',
  'failure.write.changed.what': 'Les données ont changé entre-temps : rien n’a été fait.',
  'failure.write.changed.todo': 'Consultez-les à nouveau, puis recommencez.',
  'failure.dialog.open.what':
    'Rien n’a été fait : une autre question ou un sélecteur de fichiers de cette console est encore ouvert.',
  'failure.dialog.open.todo': 'Répondez-y ou fermez-le, puis réessayez.',
  'failure.confirm.tooMany.what':
    'Rien n’a été fait, et la question ne vous a pas été posée : vous avez répondu non à trop de questions en une minute.',
  'failure.confirm.tooMany.why': 'Quelque chose pose peut-être une question après l’autre.',
  'failure.confirm.tooMany.todo': 'Attendez une minute, puis réessayez.',
  'failure.mail.notAllowed.what':
    'Rien n’a été envoyé : vous n’avez pas autorisé cette console à envoyer des e-mails à {to}.',
  'failure.mail.notAllowed.todo': 'Si l’adresse est la bonne, réessayez et confirmez le destinataire.',
  'failure.mail.tooMany.what':
    'Cet e-mail n’a pas été envoyé : cette console envoie au plus {limit} e-mails par minute.',
  'failure.mail.tooMany.why':
    'Cette limite a été atteinte au cours de la dernière minute, par vous ou par quelque chose qui agit à votre place.',
  'failure.mail.tooMany.todo': 'Attendez {seconds} s, puis réessayez.',
  'failure.mail.tooManyProbes.what':
    'Le serveur de messagerie n’a pas été testé : cette console essaie au plus {limit} authentifications et destinataires par minute.',
  'failure.mail.tooManyProbes.why':
    'Cette limite a été atteinte au cours de la dernière minute, par vous ou par quelque chose qui agit à votre place.',
  'failure.mail.tooManyProbes.todo':
    'Attendez {seconds} s, puis réessayez. Ou choisissez « Connexion », qui ne compte pas.',
  'failure.folder.inUse.what': 'Le dossier {folder} est utilisé par un autre processus : {holder}.',
  'failure.folder.holder':
    '{kind, select, app {Gluu Console} commandLine {gluu-console en ligne de commande} other {programme inconnu}}{known, select, yes { (processus {pid})} other {}}{dated, select, yes { depuis le {since}} other {}}',
  'failure.folder.inUse.why': 'Un seul processus à la fois peut écrire la liste des serveurs et l’historique.',
  'failure.folder.inUse.todo': 'Fermez d’abord ce processus, puis réessayez.',
  'failure.folder.unusable.what': 'Le dossier {folder} n’est pas utilisable.',
  'failure.folder.unusable.why':
    'Il n’est peut-être pas accessible en écriture, ou aucun socket local ne peut y être créé.',
  'failure.folder.unusable.todo':
    'Rendez-le accessible en écriture, ou démarrez avec un autre dossier (--user-data-dir).',
  'failure.file.unwritable.what': 'Le fichier {file} n’a pas pu être écrit. Son contenu précédent est intact.',
  'failure.file.unwritable.why': 'Le disque est peut-être plein, ou le dossier n’est pas accessible en écriture.',
  'failure.file.unwritable.todo': 'Libérez de l’espace ou corrigez les droits, puis réessayez.',
  'failure.file.newer.what': 'Le fichier {file} a été écrit par une version plus récente de cette application.',
  'failure.file.newer.why':
    'Si cette version y écrivait, les données que seule la version plus récente connaît seraient perdues.',
  'failure.file.newer.todo': 'Mettez l’application à jour.',
  'failure.keychain.locked.what': 'Le trousseau de cet ordinateur est verrouillé.',
  'failure.keychain.locked.why': 'Le secret s’y trouve, mais le système ne le délivre pas.',
  'failure.keychain.locked.todo': 'Déverrouillez le trousseau, puis réessayez.',
  'failure.keychain.waiting.what': 'Le trousseau a demandé son mot de passe, et personne n’a répondu.',
  'failure.keychain.waiting.todo': 'Cherchez la demande du système, répondez-y, puis réessayez.',
  'failure.keychain.failed.what': 'Le trousseau de cet ordinateur a signalé une erreur.',
  'failure.keychain.failed.todo': 'Réessayez. Le message du système figure ci-dessous.',
  'failure.secret.missing.what': 'Aucun mot de passe n’est enregistré.',
  'failure.secret.missing.why':
    'Il n’a jamais été saisi, ou le trousseau a été remplacé. Sans trousseau, il est perdu quand la console se ferme ou se verrouille.',
  'failure.secret.missing.todo': 'Éditez le serveur et saisissez-le.',
  'failure.secret.bound.what': 'Le secret enregistré a été saisi pour une autre destination et n’a pas été utilisé.',
  'failure.secret.bound.why':
    'L’hôte, le port, le chiffrement, l’utilisateur ou le chemin a changé depuis, dans le profil ou dans ~/.ssh/config, ou une version antérieure n’a conservé que l’alias. Un secret n’est envoyé qu’à la destination pour laquelle il a été saisi.',
  'failure.secret.bound.todo': 'Saisissez-le à nouveau pour cette destination.',
  'failure.secret.unusable.what': 'Le secret enregistré n’est pas utilisable.',
  'failure.secret.unusable.why': '{why}',
  'failure.secret.unusable.todo': 'Saisissez-le à nouveau.',
  'failure.internal.what': 'Une erreur s’est produite dans cette application. Les détails figurent dans son journal.',
  'failure.internal.todo': 'Réessayez. Si l’erreur se reproduit, signalez-la.',
  'failure.reason.noSuchCall': 'Cet appel n’existe pas.',
  'failure.reason.callNotTaken': 'Cet appel n’est pas accepté.',
  'failure.reason.demoServer': 'Il fait partie du parc de démonstration.',
  'failure.reason.serverTwice': 'Un serveur figure deux fois dans la liste.',
  'failure.reason.wrongChoice': 'Ce choix n’est pas possible pour cette ligne.',
  'failure.reason.noSecretsInFile': 'Ce fichier ne contient pas de secrets.',
  'failure.reason.certificateNotShown':
    'Aucun serveur n’a présenté ce certificat depuis le démarrage de l’application.',
  'failure.reason.tooLarge': 'Il dépasserait 8 Mo.',
  'failure.reason.partWritten': 'Seuls {written, number} octets sur {wanted, number} ont atteint le disque.',
  'failure.reason.endChanged': 'Un autre programme a modifié la fin du fichier.',
  'failure.reason.symbolicLink': '{file} est un lien symbolique.',
  'failure.reason.folder': '{file} est un dossier.',
  'failure.reason.notRegular': '{file} n’est pas un fichier ordinaire.',
  'failure.reason.keychainEnded': 'Le processus du trousseau s’est terminé.',
  'failure.reason.keychainClosed': 'Le trousseau a été fermé.',
  'failure.reason.secretEmpty': 'Il est vide.',
  'failure.reason.secretSurrogate': 'Il contient une moitié de caractère (un surrogate isolé).',
  'failure.reason.secretTooLong':
    'Il est trop long pour être enregistré ({max, plural, one {au plus # octet} many {au plus # d’octets} other {au plus # octets}}).',
  'failure.reason.secretForeign': 'L’entrée du trousseau n’a pas été enregistrée par cette application.',
  'failure.reason.secretDamaged': 'L’entrée du trousseau est endommagée.',
  'failure.reason.secretFor': 'Saisi pour : {typedFor}. Maintenant : {now}.',
  'failure.reason.secretPlace':
    '{where, select, via {{place} ({mode}) en tant que {user} via {via}} other {{place} ({mode}) en tant que {user}}}',
};
