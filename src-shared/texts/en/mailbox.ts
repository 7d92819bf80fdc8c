/** The mailbox (IMAP) in which test mails are looked for, and what the headers of a mail say. */
export const mailbox = {
  // What a mail server found about the sender. SPF, DKIM and DMARC are names; {domain} is a domain name or the next entry.
  'mailbox.domainMissing': '(domain not stated)',
  'mailbox.check.absent':
    '{check}: the headers contain no result. The mailbox server did not check it, or did not record the result.',
  'mailbox.check.unknown': '{check}: the result is “{result}”.',
  'mailbox.check.by': 'Reported by {server}.',
  'mailbox.check.byMailbox': 'Reported by the mailbox server.',
  'mailbox.check.byReceivedSpf': 'Reported in the field Received-SPF.',
  'mailbox.spf.pass': 'SPF: the relay may send for {domain}.',
  'mailbox.spf.fail': 'SPF: the relay may not send for {domain}, according to its SPF record.',
  'mailbox.spf.softfail':
    'SPF: the SPF record of {domain} does not list the relay, and asks receivers to treat its mail with suspicion.',
  'mailbox.spf.neutral': 'SPF: the SPF record of {domain} neither allows nor forbids the relay.',
  'mailbox.spf.none': 'SPF: {domain} has no SPF record.',
  'mailbox.spf.temperror': 'SPF: the SPF record of {domain} could not be looked up at that moment.',
  'mailbox.spf.permerror': 'SPF: the SPF record of {domain} has an error.',
  'mailbox.spf.policy': 'SPF: a rule of the mailbox server decided about {domain}.',
  'mailbox.dkim.pass': 'DKIM: the signature of {domain} is valid.',
  'mailbox.dkim.fail':
    'DKIM: the signature of {domain} does not match. The message was changed on its way, or the published key is not the one it was signed with.',
  'mailbox.dkim.none': 'DKIM: the message has no signature.',
  'mailbox.dkim.neutral': 'DKIM: the signature of {domain} could not be used.',
  'mailbox.dkim.policy':
    'DKIM: the signature of {domain} is valid, but a rule of the mailbox server does not accept it.',
  'mailbox.dkim.temperror': 'DKIM: the key of {domain} could not be looked up at that moment.',
  'mailbox.dkim.permerror': 'DKIM: the signature or the key of {domain} has an error.',
  'mailbox.dmarc.pass': 'DMARC: SPF or DKIM confirms the sender {domain}.',
  'mailbox.dmarc.fail': 'DMARC: neither SPF nor DKIM confirms the sender {domain}.',
  'mailbox.dmarc.none': 'DMARC: {domain} publishes no DMARC policy.',
  'mailbox.dmarc.bestguesspass':
    'DMARC: {domain} publishes no DMARC policy. The mailbox server guesses that the message would pass.',
  'mailbox.dmarc.temperror': 'DMARC: the DMARC policy of {domain} could not be looked up at that moment.',
  'mailbox.dmarc.permerror': 'DMARC: the DMARC policy of {domain} has an error.',
  // {policy}: none, quarantine or reject, as the DNS record has it.
  'mailbox.dmarc.policy': 'Its policy for failures is {policy}.',

  // The way of the mail, one server after the other.
  'mailbox.hop.unnamed': 'A server that does not name itself',
  'mailbox.hop.received':
    '{named, select, claim {{seen, select, address {{by} received it from {giver} ({address}), which calls itself {claim}.} other {{by} received it from {giver}, which calls itself {claim}.}}} other {{seen, select, address {{by} received it from {giver} ({address}).} other {{by} received it from {giver}.}}}}',
  'mailbox.hop.inside': '{by} passed it on internally.',
  // {facts}: a list of a protocol’s name and the three entries that follow.
  'mailbox.hop.connection': 'Connection: {facts}.',
  'mailbox.hop.encrypted': 'encrypted',
  'mailbox.hop.unencrypted': 'not encrypted',
  'mailbox.hop.loggedIn': 'logged in',
  'mailbox.hop.took': 'It took {duration}.',
  'mailbox.hop.sameSecond': 'It arrived within the same second.',
  'mailbox.hop.behind': 'Its clock is slow by at least {duration}.',

  'mailbox.note.otherResults': 'Results in the name of {server} are ignored: a sender can forge them.',
  'mailbox.note.namelessResults': 'Results without a server’s name are ignored: a sender can forge them.',
  'mailbox.note.cut': 'The headers are longer than this console reads; some of them are left out.',

  // What stands beside a stage of reading the mailbox, in lower case. {folders}: names of folders, as the server has them.
  'mailbox.step.login': 'as {user}',
  'mailbox.step.noLogin': 'the server did not ask for a login',
  'mailbox.step.folders': '{folders}',
  'mailbox.step.noJunk': '{folders}; the server names no spam folder',
  'mailbox.step.found': 'in {folder}',
  'mailbox.step.notYet': 'not there yet',
  'mailbox.step.notAfter': 'not there after {duration}',
  'mailbox.step.notOpened': '“{folder}” cannot be opened',

  // The form of the mailbox. IMAP is a protocol.
  'mailbox.form.title': 'Mailbox',
  'mailbox.form.host': 'IMAP Host',
  'mailbox.form.port': 'IMAP Port',
  'mailbox.form.encryption': 'Encryption',
  'mailbox.form.unencrypted': 'The password is sent unencrypted; your system asks you before the first time.',
  'mailbox.form.user': 'User name',
  'mailbox.form.password': 'Mailbox password',
  'mailbox.form.passwordHelp':
    '{keychain, select, absent {Kept for this session only, because this computer has no keychain.} other {Kept in the keychain of this computer.}} Used for this host, port, encryption and user only.',
  'mailbox.form.forget': 'Forget this mailbox',
  'mailbox.form.certificate': 'The certificate of the mailbox server',
  'mailbox.form.readable': 'The mailbox can be read: {folders}.',
  'mailbox.task.check': 'Checking the mailbox',
  'mailbox.end.read': 'The mailbox can be read.',
  'mailbox.end.notRead': 'The mailbox cannot be read.',
} as const;
