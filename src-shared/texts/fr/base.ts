import type { base as english } from '../en/base';

export const base: Record<keyof typeof english, string> = {
  verbatim: '{text}',
  'unknown.message': '(message inconnu de cette version : {id})',
  'unknown.value': '(inconnu)',

  'word.cancel': 'Annuler',
  'word.close': 'Fermer',
  'word.save': 'Enregistrer',
  'word.saveAndCheck': 'Enregistrer et vérifier',
  'word.copy': 'Copier',
  'word.reload': 'Recharger',
  'word.remove': 'Retirer',
  'word.discard': 'Abandonner',
  'word.keepEditing': 'Continuer la saisie',
  'word.showAll': 'Tout afficher',
  'word.trustCertificate': 'Faire confiance à ce certificat',
  'word.optional': 'facultatif',
  'word.on': 'Activé',
  'word.off': 'Désactivé',
};
