let locale: string | undefined;

/** Sets how dates and times are written from now on, as a BCP 47 tag: that of the user's system. */
export function writeTimesAs(tag: string): void {
  locale = Intl.DateTimeFormat.supportedLocalesOf(asTag(tag))[0];
}

/** A system's own name such as `C` or `de_CH@euro` may not be a tag. */
function asTag(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const written = (iso: string, options: Intl.DateTimeFormatOptions): string => {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : new Intl.DateTimeFormat(locale, options).format(moment);
};

/** A day as the user's system writes it: `Nov 29, 2026`, `29.11.2026`. What is no date stays as it is. */
export const dayText = (iso: string): string => written(iso, { dateStyle: 'medium' });

/** A time of day, to the second. */
export const timeText = (iso: string): string => written(iso, { timeStyle: 'medium' });

/** A time of day, to the minute. */
export const minuteText = (iso: string): string => written(iso, { timeStyle: 'short' });

/** Day and time, to the second. */
export const momentText = (iso: string): string => written(iso, { dateStyle: 'medium', timeStyle: 'medium' });
