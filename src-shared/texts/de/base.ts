import type { base as english } from '../en/base';

export const base: Record<keyof typeof english, string> = {
  verbatim: '{text}',
  'unknown.message': '(eine Meldung, die diese Version nicht kennt: {id})',
  'unknown.value': '(nicht bekannt)',

  'word.cancel': 'Abbrechen',
  'word.close': 'Schließen',
  'word.save': 'Speichern',
  'word.saveAndCheck': 'Speichern und prüfen',
  'word.copy': 'Kopieren',
  'word.reload': 'Neu laden',
  'word.remove': 'Entfernen',
  'word.discard': 'Verwerfen',
  'word.keepEditing': 'Weiter bearbeiten',
  'word.showAll': 'Alle anzeigen',
  'word.trustCertificate': 'Diesem Zertifikat vertrauen',
  'word.optional': 'optional',
  'word.on': 'Ein',
  'word.off': 'Aus',
};
