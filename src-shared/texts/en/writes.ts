/** What main says of writes by itself: of those that an earlier run did not finish, and of saved values that are gone. */
export const writes = {
  'writes.interrupted.title':
    '{n, plural, one {A write to {server} was interrupted.} other {# writes to {server} were interrupted.}}',
  // One for each write of the title; `at` is when it began.
  'writes.interrupted.ending':
    '{outcome, select, saved {{at}: saved. Reading the server again confirmed it.} notSaved {{at}: not saved. Reading the server again confirmed it.} other {{at}: still not known whether it was saved.}}',
  'writes.interrupted.open': 'It is checked again each time this server is read.',
  'writes.interrupted.settled': 'See History.',

  'writes.lost.title': 'What was saved on {server} is no longer there.',
  // `fields`: the names of settings.
  'writes.lost.text':
    'After Gluu’s own refresh, the server has other values: {fields}. Check them in Organization Configuration and make the change again.',

  // Beside the stage “Verify”, while a write whose reply was lost is looked for.
  'writes.verify.reading': 'outcome not known; reading the server again',

  // Why a write is not what the server holds, when it is read back.
  'writes.readBack.other': 'The server was read back and does not contain what was written.',
  'writes.readBack.gone': 'The server was read back, and what was written is gone.',
  'writes.readBack.stillThere': 'The server was read back, and what was removed is still there.',
  'writes.severalValues':
    '{n, plural, one {# value is stored where one is expected.} other {# values are stored where one is expected.}}',
} as const;
