export const settings = {
  'settings.language.label': 'Language',
  // {language}: the name of the language that the system is set to.
  'settings.language.system': 'System ({language})',
  'settings.clock.label': '24-hour clock',
  'settings.days.label': 'ISO dates',
  'settings.times.example': 'Example: {moment}',
  'settings.theme.label': 'Theme',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  // {theme}: one of the three above.
  'settings.theme.now': 'Theme: {theme}',
  'settings.theme.change': 'Theme: {theme}. Change to: {next}',
  'settings.theme.hint': '{chosen, select, yes {colours, chosen now} other {colours}}',
  'settings.lock.after.label': 'Lock after inactivity',
  'settings.lock.after.minutes': '{minutes, plural, =0 {Off} one {# min} other {# min}}',
  'settings.lock.screen.label': 'Lock with the screen',
  'settings.lock.screen.note':
    'Also locks when this computer goes to sleep. Locking cancels reads and clears every password from memory: passwords kept for this session only must be typed again, and an open form is cleared.',
} as const;
