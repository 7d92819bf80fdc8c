import type { failuresProfiles as english } from '../en/failures-profiles';

export const failuresProfiles: Record<keyof typeof english, string> = {
  'failure.profiles.unreadable.what': 'Le fichier {file} n’a pas pu être lu.',
  'failure.profiles.unreadable.why': '{why}',
  'failure.profiles.unreadable.todo':
    'Vérifiez qu’il existe et que vous avez le droit de le lire. Le message du système figure ci-dessous.',
  'failure.profiles.tooLarge.what': 'Le fichier {file} dépasse {limit} Mo. Il n’a pas été lu.',
  'failure.profiles.tooLarge.why': 'Même une exportation de mille serveurs est plus petite.',
  'failure.profiles.tooLarge.todo': 'Choisissez un fichier exporté par cette application.',
  'failure.profiles.notOurs.what':
    'Le fichier {file} n’est pas une exportation de serveurs valide. Rien n’a été importé.',
  'failure.profiles.notOurs.why': '{why}',
  'failure.profiles.notOurs.todo': 'Exportez à nouveau les serveurs, ou choisissez un autre fichier.',
  'failure.profiles.newer.what':
    'Le fichier {file} a été exporté par une version plus récente de cette application. Rien n’a été importé.',
  'failure.profiles.newer.why': 'Son format est en version {found} ; cette application lit la version {known}.',
  'failure.profiles.newer.todo': 'Mettez l’application à jour, ou exportez les serveurs avec cette version.',
  'failure.profiles.passphrase.what': 'Cette phrase de passe n’ouvre pas les secrets.',
  'failure.profiles.passphrase.why': 'Elle a été mal saisie, ou le fichier a été modifié après son exportation.',
  'failure.profiles.passphrase.todo':
    'Saisissez à nouveau la phrase de passe, ou importez les serveurs sans leurs secrets.',
  'failure.profiles.tampered.what':
    'Le fichier a été modifié après son exportation : un de ses secrets appartient à une autre destination. Aucun secret n’a été importé.',
  'failure.profiles.tampered.why':
    'Le secret de {server} est scellé pour {sealedFor}, mais le fichier indique maintenant {named}.',
  'failure.profiles.tampered.todo':
    'Interrogez la personne qui vous a donné le fichier. Vous pouvez importer les serveurs sans secrets.',
  'failure.profiles.gone.what': 'L’importation ou l’exportation préparée a expiré. Rien n’a été modifié.',
  'failure.profiles.gone.why': 'Entre-temps, un autre fichier a été ouvert ou une autre exportation a été préparée.',
  'failure.profiles.gone.todo': 'Recommencez.',
  'failure.profiles.changed.what':
    'La liste des serveurs a changé depuis que le fichier lui a été comparé. Rien n’a été importé.',
  'failure.profiles.changed.todo': 'Ouvrez à nouveau le fichier et examinez les différences.',
  'failure.profiles.tooMany.what': 'La liste compterait plus de {limit} serveurs. Rien n’y a été ajouté.',
  'failure.profiles.tooMany.todo': 'Retirez d’abord des serveurs, ou ajoutez-en moins.',
};
