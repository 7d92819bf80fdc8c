import type { writes as english } from '../en/writes';

export const writes: Record<keyof typeof english, string> = {
  'writes.interrupted.title':
    '{n, plural, one {Ein Schreibvorgang auf {server} wurde unterbrochen.} other {# Schreibvorgänge auf {server} wurden unterbrochen.}}',
  'writes.interrupted.ending':
    '{outcome, select, saved {{at}: gespeichert, beim erneuten Lesen des Servers bestätigt.} notSaved {{at}: nicht gespeichert, beim erneuten Lesen des Servers bestätigt.} other {{at}: immer noch nicht bekannt, ob gespeichert wurde.}}',
  'writes.interrupted.open': 'Es wird bei jedem Lesen dieses Servers erneut geprüft.',
  'writes.interrupted.settled': 'Siehe Verlauf.',

  'writes.lost.title': 'Was auf {server} gespeichert wurde, ist nicht mehr da.',
  'writes.lost.text':
    'Nach dem Refresh durch Gluu hat der Server andere Werte: {fields}. Prüfen Sie sie in „Organization Configuration“ und ändern Sie sie erneut.',

  'writes.verify.reading': 'Ergebnis nicht bekannt; der Server wird erneut gelesen',

  'writes.readBack.other': 'Beim Zurücklesen enthielt der Server nicht, was geschrieben wurde.',
  'writes.readBack.gone': 'Beim Zurücklesen war nicht mehr da, was geschrieben wurde.',
  'writes.readBack.stillThere': 'Beim Zurücklesen war noch da, was entfernt wurde.',
  'writes.severalValues':
    '{n, plural, one {# Wert ist gespeichert, wo einer erwartet wird.} other {# Werte sind gespeichert, wo einer erwartet wird.}}',
};
