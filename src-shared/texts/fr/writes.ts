import type { writes as english } from '../en/writes';

export const writes: Record<keyof typeof english, string> = {
  'writes.interrupted.title':
    '{n, plural, one {Une écriture sur {server} a été interrompue.} many {# d’écritures sur {server} ont été interrompues.} other {# écritures sur {server} ont été interrompues.}}',
  'writes.interrupted.ending':
    '{outcome, select, saved {{at} : enregistré, confirmé par une relecture du serveur.} notSaved {{at} : non enregistré, confirmé par une relecture du serveur.} other {{at} : on ignore encore si c’est enregistré.}}',
  'writes.interrupted.open': 'La vérification est refaite à chaque lecture de ce serveur.',
  'writes.interrupted.settled': 'Voir « Historique ».',

  'writes.lost.title': 'Ce qui a été enregistré sur {server} n’y est plus.',
  'writes.lost.text':
    'Après l’actualisation de Gluu, le serveur a d’autres valeurs : {fields}. Vérifiez-les dans « Configuration organisation » et refaites la modification.',

  'writes.verify.reading': 'résultat inconnu ; relecture du serveur',

  'writes.readBack.other': 'Le serveur a été relu et ne contient pas ce qui a été écrit.',
  'writes.readBack.gone': 'Le serveur a été relu, et ce qui a été écrit a disparu.',
  'writes.readBack.stillThere': 'Le serveur a été relu, et ce qui a été supprimé est toujours là.',
  'writes.severalValues':
    '{n, plural, one {# valeur est enregistrée alors qu’une seule est attendue.} many {# de valeurs sont enregistrées alors qu’une seule est attendue.} other {# valeurs sont enregistrées alors qu’une seule est attendue.}}',
};
