const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `EEE MMM dd HH:mm:ss zzz yyyy`, as java.util.Date.toString writes it, in English whatever the server's language. */
const JAVA_DATE =
  /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([A-Za-z]{1,6}|GMT[+-]\d{1,2}:\d{2}) (\d{4})$/;
const OFFSET = /^GMT([+-])(\d{1,2}):(\d{2})$/;

const MINUTE = 60_000;
/** Minutes east of Greenwich of the names that mean one zone in Java. `EST`, `CST`, `IST` and `BST` mean several. */
const zones: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  EDT: -240,
  PST: -480,
  PDT: -420,
  JST: 540,
};
/** Offsets in use are multiples of 15 minutes, from 12 hours west to 14 hours east. */
const STEP = 15 * MINUTE;
const [WESTMOST, EASTMOST] = [-12 * 60 * MINUTE, 14 * 60 * MINUTE];
/** How long sending the mail, after which the entry is written, and the difference of two clocks may take together. */
const APART = 5 * MINUTE;

const two = (number: number): string => String(number).padStart(2, '0');

/** A moment as Java's Date.toString writes it on a server in UTC: whole seconds. */
export function asJavaDate(moment: Date): string {
  const day = `${DAYS[moment.getUTCDay()]} ${MONTHS[moment.getUTCMonth()]} ${two(moment.getUTCDate())}`;
  const time = [moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds()].map(two).join(':');
  return `${day} ${time} UTC ${String(moment.getUTCFullYear()).padStart(4, '0')}`;
}

/**
 * Reads what Java's Date.toString wrote into milliseconds since 1970; undefined for anything else. Where the zone's name does not
 * say which zone it is, `addedAt` does: the moment at which the entry was added, in ms since 1970.
 */
export function fromJavaDate(text: string, addedAt: number | undefined): number | undefined {
  const found = JAVA_DATE.exec(text);
  if (!found) return undefined;
  const [, monthName = '', day, hour, minute, second, zone = '', year] = found;
  const month = MONTHS.indexOf(monthName);
  const [y, d, h, m, s] = [year, day, hour, minute, second].map(Number) as [number, number, number, number, number];
  const local = Date.UTC(y, month, d, h, m, s);
  const isReal = month >= 0 && new Date(Date.UTC(y, month, d)).getUTCDate() === d && h <= 23 && m <= 59 && s <= 60;
  if (!isReal) return undefined;
  const offset = offsetOf(zone) ?? offsetBy(local, addedAt);
  return offset === undefined ? undefined : local - offset;
}

function offsetOf(zone: string): number | undefined {
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  if (sign !== undefined) return (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1);
  const known = Object.hasOwn(zones, zone) ? zones[zone] : undefined;
  return known === undefined ? undefined : known * MINUTE;
}

function offsetBy(local: number, addedAt: number | undefined): number | undefined {
  if (addedAt === undefined) return undefined;
  const offset = Math.round((local - addedAt) / STEP) * STEP;
  const fits = offset >= WESTMOST && offset <= EASTMOST && Math.abs(local - offset - addedAt) <= APART;
  return fits ? offset : undefined;
}
