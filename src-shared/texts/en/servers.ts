/** Servers: the form, how they were found last, what may be written there, and the list's announcements. */
export const servers = {
  // What the row of the list is too short for, and the front page: {step} is a stage such as “Connect”, {what} a sentence.
  'servers.notReachedAt': 'At {step}: {what}',
  // {ago} is one of servers.ago.…
  'servers.reached': 'Reached {ago}.',
  'servers.reachedIn': 'Reached {ago} in {ms, number} ms.',
  'servers.neverReached': 'Never reached from here.',
  'servers.certificate.endsToday': 'Certificate ends within a day.',
  'servers.certificate.endsIn': 'Certificate ends in {n, plural, one {# day} other {# days}}.',
  'servers.certificate.ended': 'Certificate has ended.',
  'servers.certificate.endedAgo': 'Certificate ended {n, plural, one {# day} other {# days}} ago.',
  // The same in the row itself; “d” are days.
  'servers.certificate.short.ends': 'Certificate: {n} d',
  'servers.certificate.short.ended': 'Certificate ended',
  // How long ago, in the shortest words.
  'servers.age.now': 'now',
  'servers.age.minutes': '{n} min',
  'servers.age.hours': '{n} h',
  'servers.age.days': '{n, plural, one {# day} other {# days}}',
  'servers.ago.now': 'just now',
  'servers.ago.minutes': '{n} min ago',
  'servers.ago.hours': '{n} h ago',
  'servers.ago.days': '{n, plural, one {# day} other {# days}} ago',

  // Why a server is not checked in the background.
  'servers.unchecked.held': 'Check it yourself; after that it is checked in the background again.',
  'servers.unchecked.notReached':
    'It has not been reached yet. Check it once; after that it is checked in the background.',
  'servers.unchecked.clearText':
    'Its bind password is sent unencrypted, and you confirm that after each start. Check it once; after that it is checked in the background.',
  'servers.unchecked.sshAsks': 'Its SSH server asks at each login.',
  'servers.unchecked.keychain': 'The keychain is not open.',
  'servers.unchecked.bindPassword': 'Its bind password is not stored.',
  'servers.unchecked.sshPassword': 'Its SSH password is not stored.',
  'servers.unchecked.sshPassphrase': 'The passphrase of its SSH key is not stored.',
} as const;
