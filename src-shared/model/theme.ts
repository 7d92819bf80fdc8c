import { type Message, message } from '../texts/message';

export const themes = ['system', 'light', 'dark'] as const;
export const themeLabel = (theme: (typeof themes)[number]): Message => message(`settings.theme.${theme}`);
