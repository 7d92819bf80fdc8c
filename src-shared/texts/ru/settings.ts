import type { settings as english } from '../en/settings';

export const settings: Record<keyof typeof english, string> = {
  'settings.language.label': 'Язык',
  'settings.language.system': 'Как в системе ({language})',
  'settings.clock.label': '24-часовой формат',
  'settings.days.label': 'Даты по ISO',
  'settings.times.example': 'Пример: {moment}',
  'settings.theme.label': 'Тема',
  'settings.theme.system': 'Системная',
  'settings.theme.light': 'Светлая',
  'settings.theme.dark': 'Тёмная',
  'settings.theme.now': 'Тема: {theme}',
  'settings.theme.change': 'Тема: {theme}. Сменить: {next}',
  'settings.theme.hint': '{chosen, select, yes {цвета, выбрано сейчас} other {цвета}}',
  'settings.lock.after.label': 'Блокировать при бездействии',
  'settings.lock.after.minutes': '{minutes, plural, =0 {Выкл.} one {# мин} few {# мин} many {# мин} other {# мин}}',
  'settings.lock.screen.label': 'Блокировать вместе с экраном',
  'settings.lock.screen.note':
    'Блокирует и при переходе компьютера в спящий режим. Блокировка прерывает чтение и стирает из памяти все пароли: хранимые только в этом сеансе придётся ввести снова, а открытая форма очистится.',
};
