// The rows of the benchmark: what each says, the goal it has, and how a line of it is printed.

/**
 * A row of the table. `goal` bounds the ratio of ours to theirs; of a row that is `absolute` it bounds our own figure, in its
 * unit, and theirs is there to compare. No goal: the row is only told.
 * @typedef {{ what: string, unit: string, other: string, goal?: number, absolute?: true }} Row
 */

const SLOW = 'every byte 50 ms late';
const blocked = (servers) =>
  Object.fromEntries(
    [
      ['open', 'opening the palette'],
      ['palette', 'typing in the palette'],
      ['find', 'typing in Find a server'],
      ['switch', 'switching server'],
      ['smtp', 'typing in SMTP Host'],
      ['check', 'typing during a fleet check'],
    ].map(([id, doing]) => [
      `blocked-${servers}-${id}`,
      {
        what: `window blocked, ${servers} servers, ${doing}`,
        ...{ unit: 'ms', other: 'typing in an empty Electron window', goal: 50, absolute: true },
      },
    ]),
  );

/** @type {Record<string, Row>} */
export const rows = {
  'start-0': start('no server', 1.3),
  'start-200': start('200 servers', 1.3),
  'start-1000': start('1000 servers', 1.5),
  'start-history': start('100000 history lines', 1.5),
  memory: { what: 'memory, all processes, PSS', unit: 'MiB', other: 'an empty Electron window', goal: 1.15 },

  open: { what: 'open a server cold: check, read', unit: 'ms', other: 'ldapsearch', goal: 0.6 },
  read: { what: 'read it again', unit: 'ms', other: 'ldapsearch', goal: 0.2 },
  save: { what: 'save: plan, write, read back', unit: 'ms', other: 'ldapmodify', goal: 0.3 },
  'open-turns': turns('open a server cold', 4.5),
  'first-turns': turns('open a server just added', 6.5),
  'read-turns': turns('read it again', 1.1),
  'save-turns': turns('save', 3.3, 'ldapmodify'),

  probe: { what: 'probe up to the recipient', unit: 'ms', other: 'swaks --quit-after RCPT' },
  mail: { what: 'probe, then the test mail', unit: 'ms', other: 'swaks' },

  'person-uid': { what: 'one of 100000 people, by uid', unit: 'ms', other: 'ldapsearch', goal: 0.2 },
  'person-mail': { what: 'one of 100000 people, by mail', unit: 'ms', other: 'ldapsearch', goal: 0.2 },
  // "As the first page"; the fifth is what two medians of the same thing differ by.
  page: { what: 'next page of people, at 50000', unit: 'ms', other: 'the first page', goal: 1.2 },
  everybody: { what: 'read all 100000: duplicates', unit: 'ms', other: 'ldapsearch, all mail values', goal: 1.7 },
  growth: { what: 'growth while all are read, PSS', unit: 'MiB', other: 'before', goal: 40, absolute: true },

  'fleet-ldaps': fleet('LDAPS', '200 ldapsearch at once', 0.4),
  'fleet-ldaps-alone': fleet('LDAPS', 'the slowest alone'),
  'fleet-plain': fleet('plain', '200 ldapsearch at once'),
  'fleet-plain-alone': fleet('plain', 'the slowest alone', 2),
  'fleet-ssh': fleet('over one SSH host', '200 ldapsearch at once, direct', 0.7),
  'fleet-ssh-alone': fleet('over one SSH host', 'the slowest alone'),

  ...blocked(200),
  ...blocked(1000),

  size: { what: 'installed size over bare Electron', unit: 'MB', other: 'bare Electron', goal: 15, absolute: true },
};

function start(having, goal) {
  return { what: `start until usable, ${having}`, unit: 'ms', other: 'an empty Electron window', goal };
}

function turns(doing, goal, other = 'ldapsearch') {
  return { what: `round trips: ${doing}`, unit: 'rt', other, goal, absolute: true };
}

function fleet(way, other, goal) {
  return { what: `200 servers, ${SLOW}, ${way}`, unit: 'ms', other, ...(goal === undefined ? {} : { goal }) };
}

const rounded = (number) => Math.round(number * 1000) / 1000;

/**
 * A row as the file of results has it: `{ what, ratio, goal, ours, theirs, unit }`. `ratio` is what `goal` (null if there is
 * none) bounds: ours to theirs, or, of an absolute row, ours.
 * @param {Row} row @param {{ ours: number, theirs: number }} measured
 */
export function resultOf({ what, unit, other, goal = null, absolute }, { ours, theirs }) {
  return {
    what: `${what}, against ${other}`,
    ratio: rounded(absolute ? ours : ours / theirs),
    goal,
    ...{ ours: rounded(ours), theirs: rounded(theirs), unit },
  };
}

/**
 * The line that is printed: what the goal bounds, the goal, then what it is made of.
 * @param {Row} row @param {{ ours: number, theirs: number }} measured
 */
export function lineOf(row, measured) {
  const { what, unit, other, goal, absolute } = row;
  const { ratio, ours, theirs } = resultOf(row, measured);
  const size = (value) => `${value.toFixed(Math.abs(value) < 10 && unit !== 'rt' ? 1 : 0)} ${unit}`;
  const figure = absolute ? size(ratio) : ratio.toFixed(2);
  const made = absolute ? `${size(theirs)}: ${other}` : `${size(ours)} against ${size(theirs)}: ${other}`;
  const wanted = goal === undefined ? '' : `≤ ${absolute ? `${goal} ${unit}` : goal.toFixed(2)}`;
  return `${what.padEnd(58)} ${figure.padStart(8)} ${wanted.padStart(9)}   ${made}`;
}
