import type { DuplicateReport } from '../model/user';
import { csv } from './csv';

const HEAD = ['mail', 'people with it', 'picked by Gluu', 'display name', 'uid', 'inum', 'status', 'all mail values'];

/** The report as a table, one line per listed person, as CSV that no spreadsheet runs as formulas. */
export function duplicatesCsv({ duplicates }: DuplicateReport): string {
  const rows = duplicates.flatMap(({ mail, count, people, tied, sure }) =>
    people.map(({ displayName, uid, inum, status, mails }, place) => [
      mail,
      String(count),
      sure ? (place === 0 ? 'yes' : 'no') : place < tied ? 'not known' : 'no',
      displayName,
      uid,
      inum,
      status,
      mails.join(' '),
    ]),
  );
  return csv([HEAD, ...rows]);
}
