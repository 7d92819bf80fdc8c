import type { settings as english } from '../en/settings';

export const settings: Record<keyof typeof english, string> = {
  'settings.language.label': 'Sprache',
  'settings.language.system': 'System ({language})',
  'settings.clock.label': '24-Stunden-Format',
  'settings.days.label': 'Datum nach ISO',
  'settings.times.example': 'Beispiel: {moment}',
  'settings.theme.label': 'Design',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
  'settings.theme.now': 'Design: {theme}',
  'settings.theme.change': 'Design: {theme}. Wechseln zu: {next}',
  'settings.theme.hint': '{chosen, select, yes {Farben, jetzt gewählt} other {Farben}}',
  'settings.lock.after.label': 'Sperren bei Inaktivität',
  'settings.lock.after.minutes': '{minutes, plural, =0 {Aus} one {# min} other {# min}}',
  'settings.lock.screen.label': 'Mit dem Bildschirm sperren',
  'settings.lock.screen.note':
    'Sperrt auch, wenn dieser Rechner in den Ruhezustand geht. Beim Sperren werden laufende Lesevorgänge abgebrochen und alle Passwörter aus dem Speicher gelöscht: Passwörter, die nur für diese Sitzung gelten, müssen Sie neu eingeben, und ein offenes Formular wird geleert.',
};
