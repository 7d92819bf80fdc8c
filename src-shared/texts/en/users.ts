/** The people of a server: found, read, who gets a reset mail, whose address is shared, and test users. uid, mail, inum are names. */
export const users = {
  'users.title': 'Users',
  'users.tab.people': 'People',
  'users.tab.pick': 'Who gets the mail',
  'users.tab.duplicates': 'Shared addresses',
  'users.tab.test': 'Test users',

  // The search, and the people it found.
  'users.people.search': 'Search people',
  'users.people.placeholder': 'uid, mail, name or inum',
  'users.people.start': 'Search',
  'users.people.anywhere': 'Match inside words too (slow on large servers)',
  'users.people.searching': 'Searching…',
  'users.people.found': '{n, plural, one {# person.} other {# people.}}',
  'users.people.foundFor': '{n, plural, one {# person for “{text}”.} other {# people for “{text}”.}}',
  'users.people.exactFor': '{n, plural, one {# exact match for “{text}”.} other {# exact matches for “{text}”.}}',
  // After the sentence before: people whose name, uid or mail begins with the text are looked for; they were not, or not to the end.
  'users.people.lookingFurther': 'Looking for more…',
  'users.people.onlyExact': 'Nothing else was looked for.',
  'users.people.moreExist': 'More exist.',
  'users.people.list': 'People found',
  // The uid of a person and their mail addresses; `n`: how many more addresses there are.
  'users.people.mails':
    '{n, plural, =0 {{uid}, {mails}} one {{uid}, {mails} and # more} other {{uid}, {mails} and # more}}',
  'users.people.noMail': '{uid}, no mail',
  'users.people.noStatus': 'no status',
  'users.people.showMore': 'Show more',

  // One person.
  'users.person': 'Person',
  'users.person.choose': 'Choose a person to see their addresses.',
  'users.person.reading': 'Reading…',
  'users.person.name': 'Name',
  'users.person.mail': 'Mail',
  'users.person.noMail': 'none: a reset mail cannot reach this person',
  'users.person.moreMails': 'and {n, number} more',
  'users.person.status': 'Status',
  // Also of secret questions and groups.
  'users.person.none': 'none',
  'users.person.question': 'Question',
  'users.person.question.set': 'set: the reset page asks for the answer',
  'users.person.question.questionOnly': 'no answer stored: the reset page does not ask it',
  'users.person.groups': 'Groups',
  'users.person.someGroups': '{n, plural, =0 {{groups}} one {{groups} and # more} other {{groups} and # more}}',
  'users.person.created': 'Created',
  'users.person.changed': 'Changed',

  // Who gets the mail for an address.
  'users.pick.address': 'Mail address',
  'users.pick.note': 'Enter it as a user would type it into the reset page.',
  'users.pick.find': 'Find',
  'users.pick.nobody': 'Nobody has this mail address.',
  'users.pick.unknown.tells': 'Gluu sends a mail to this address saying that the address is not in its database.',
  'users.pick.unknown.silent': 'Gluu sends nothing, but its page still says that a mail was sent.',
  'users.pick.unknown.either':
    'Up to 3.1.3 Gluu sends a mail saying that the address is not in its database. From 3.1.3.1 on it sends nothing, but its page still says that a mail was sent.',
  // `who`: the name of a person.
  'users.pick.only': 'Gluu picks {who}, the only person with this address.',
  'users.pick.first':
    '{n, number} people have this address. Gluu sorts them by display name and picks the first: {who}.',
  'users.pick.others':
    '{n, plural, one {# other person cannot reset a password with this address.} other {# other people cannot reset a password with this address.}}',
  // `names`: those who stand first, as far as they are named; `more`: how many there are beside them.
  'users.pick.sameName':
    '{more, plural, =0 {{n, number} people with this address share the display name that comes first: {names}.} one {{n, number} people with this address share the display name that comes first: {names} and # more.} other {{n, number} people with this address share the display name that comes first: {names} and # more.}}',
  'users.pick.noName':
    '{more, plural, =0 {{n, number} people with this address have no display name, so they come first: {names}.} one {{n, number} people with this address have no display name, so they come first: {names} and # more.} other {{n, number} people with this address have no display name, so they come first: {names} and # more.}}',
  'users.pick.tiedSure':
    'Among equal names Gluu picks the one that its hash table happens to return first: {who}, {inum}.',
  'users.pick.tiedOpen': 'Gluu picks one of them. LDAP does not reveal which.',
  // `status`: a word of Gluu, such as inactive.
  'users.pick.inactive': 'The status of {who} is “{status}”. Gluu ignores the status and sends the mail.',
  'users.pick.noStatus': '{who} has no status. Gluu ignores this and sends the mail.',
  'users.pick.severalInactive': '{n, number} of them are not active. Gluu ignores the status and sends the mail.',
  'users.pick.more': 'More people have this address than are listed here, so another person may come first.',

  // A table of people with one address.
  'users.hits.name': 'Name',
  'users.hits.status': 'Status',
  'users.hits.mail': 'Reset mail',
  'users.hits.gets': 'gets the mail',
  'users.hits.mayGet': 'may get the mail',
  'users.hits.never': 'does not get the mail',

  // Shared addresses.
  'users.duplicates.readAll': 'Read all people',
  'users.duplicates.saveCsv': 'Save as CSV',
  'users.duplicates.read': '{n, plural, one {# person read.} other {# people read.}}',
  'users.duplicates.allHaveMail': 'Everyone has a mail address.',
  'users.duplicates.withoutMail':
    '{n, plural, one {# of them has no mail address and cannot reset a password.} other {# of them have no mail address and cannot reset a password.}}',
  'users.duplicates.none': 'No address belongs to more than one person.',
  'users.duplicates.shared':
    '{n, plural, one {# address belongs to more than one person.} other {# addresses belong to more than one person.}}',
  'users.duplicates.without': 'People without a mail address',
  'users.duplicates.withoutCount':
    '{n, plural, one {Without a mail address: # person} other {Without a mail address: # people}}',
  'users.duplicates.noName': '{uid}, no display name',
  'users.duplicates.firstListed': 'Only the first {n, number} are listed.',
  'users.duplicates.address': '{n, plural, one {{mail}: # person} other {{mail}: # people}}',
  'users.duplicates.more': '{n, plural, one {# more address is not listed.} other {# more addresses are not listed.}}',
  // In: The server sent more than this console accepts (limit: {limit}).
  'users.duplicates.limit': '{n, plural, one {# person} other {# people}}',

  // Test users.
  'users.test.givenName': 'First name',
  'users.test.sn': 'Last name',
  'users.test.mail': 'Mail address',
  'users.test.mail.note': 'Where the reset mail should arrive.',
  'users.test.password': 'Password',
  'users.test.password.note': 'Leave empty to generate one. It is used for the login check and never shown.',
  'users.test.create': 'Create the test user',
  'users.test.creating': 'Creating…',
  'users.test.typeFirst': 'Type {server} above.',
  'users.test.ended': 'Result',
  'users.test.created': 'The test user was created and read back.',
  'users.test.removed': 'The test user and its reset requests were removed.',
  'users.test.unknown':
    'It is not known yet whether this was written. It is checked again the next time the test users are read.',
  'users.test.on': 'Test users on {server}',
  'users.test.none': 'No test users from this console.',
  'users.test.more': 'More exist. Only the first {n, number} are listed.',
  'users.test.checkLogin': 'Check the login',
  'users.test.loggedIn': 'Logged in as {who}.',
  'users.test.removeNow': 'Remove {uid} now',
  'users.problem.notTestUser': 'This person is not a test user from this console.',

  // What runs, and how it ended, for the status line.
  'users.task.search': 'Searching for people',
  'users.task.search.failed': 'The search for people failed.',
  'users.task.person': 'Reading a person’s entry',
  'users.task.person.done': 'The person’s entry was read.',
  'users.task.person.failed': 'The person’s entry could not be read.',
  'users.task.pick': 'Finding who gets the mail',
  'users.task.pick.done': '{n, plural, one {# person with this address.} other {# people with this address.}}',
  'users.task.pick.failed': 'The address could not be looked up.',
  'users.task.duplicates': 'Looking for shared addresses',
  'users.task.duplicates.failed': 'People could not be read.',
  'users.task.leftovers': 'Looking for test users',
  'users.task.leftovers.done': 'Test users were read.',
  'users.task.leftovers.failed': 'Test users could not be read.',
  'users.task.create': 'Creating a test user',
  'users.task.create.done': 'A test user was created.',
  'users.task.create.failed': 'No test user was created.',
  'users.task.login': 'Logging in as the test user',
  'users.task.login.done': 'The login was tried.',
  'users.task.login.failed': 'The login could not be tried.',
  'users.task.remove': 'Removing a test user',
  'users.task.remove.done': 'A test user was removed.',
  'users.task.remove.failed': 'The test user was not removed.',

  // What stands beside a stage.
  'users.note.read': '{n, plural, one {# person read} other {# people read}}',
} as const;
