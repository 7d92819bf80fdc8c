import type { writes as english } from '../en/writes';

export const writes: Record<keyof typeof english, string> = {
  'writes.interrupted.title':
    '{n, plural, one {Ein Schreibvorgang auf {server} wurde unterbrochen.} other {# Schreibvorgänge auf {server} wurden unterbrochen.}}',
  'writes.interrupted.ending':
    '{outcome, select, saved {{at}: gespeichert. Erneutes Lesen des Servers hat es bestätigt.} notSaved {{at}: nicht gespeichert. Erneutes Lesen des Servers hat es bestätigt.} other {{at}: immer noch nicht bekannt, ob gespeichert wurde.}}',
  'writes.interrupted.open': 'Es wird bei jedem Lesen dieses Servers erneut geprüft.',
  'writes.interrupted.settled': 'Siehe Verlauf.',

  'writes.lost.title': 'Was auf {server} gespeichert wurde, ist nicht mehr da.',
  'writes.lost.text':
    'Nach Gluus eigener Aktualisierung hat der Server andere Werte: {fields}. Prüfen Sie sie in „Organization Configuration“ und nehmen Sie die Änderung erneut vor.',

  'writes.verify.reading': 'Ergebnis nicht bekannt; der Server wird erneut gelesen',

  'writes.readBack.other': 'Der Server wurde zurückgelesen und enthält nicht, was geschrieben wurde.',
  'writes.readBack.gone': 'Der Server wurde zurückgelesen; was geschrieben wurde, ist nicht mehr da.',
  'writes.readBack.stillThere': 'Der Server wurde zurückgelesen; was entfernt wurde, ist noch da.',
  'writes.severalValues':
    '{n, plural, one {# Wert ist gespeichert, wo einer erwartet wird.} other {# Werte sind gespeichert, wo einer erwartet wird.}}',
};
