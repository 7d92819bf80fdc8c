import type { settings as english } from '../en/settings';

export const settings: Record<keyof typeof english, string> = {
  'settings.language.label': 'Langue',
  'settings.language.system': 'Système ({language})',
  'settings.clock.label': 'Format 24 heures',
  'settings.days.label': 'Dates ISO',
  'settings.times.example': 'Exemple : {moment}',
  'settings.theme.label': 'Thème',
  'settings.theme.system': 'Système',
  'settings.theme.light': 'Clair',
  'settings.theme.dark': 'Sombre',
  'settings.theme.now': 'Thème : {theme}',
  'settings.theme.change': 'Thème : {theme}. Passer à : {next}',
  'settings.theme.hint': '{chosen, select, yes {couleurs, choix actuel} other {couleurs}}',
  'settings.lock.after.label': 'Verrouiller en cas d’inactivité',
  'settings.lock.after.minutes': '{minutes, plural, =0 {Désactivé} one {# min} many {# min} other {# min}}',
  'settings.lock.screen.label': 'Verrouiller avec l’écran',
  'settings.lock.screen.note':
    'Verrouille aussi à la mise en veille de l’ordinateur. Le verrouillage interrompt les lectures et efface tous les mots de passe de la mémoire : ceux qui ne sont conservés que pour cette session sont à saisir à nouveau, et un formulaire ouvert est vidé.',
};
