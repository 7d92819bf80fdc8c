/** Password reset: durations, what a version's reset mail and links are like, the test of a reset, pending requests, earlier tests. */
export const reset = {
  // A duration stands after “for”, “after”, “by” or “took” (in Russian the accusative: 1 минуту).
  'duration.hours': '{n, plural, one {# hour} other {# hours}}',
  'duration.minutes': '{n, plural, one {# minute} other {# minutes}}',
  'duration.seconds': '{n, plural, one {# second} other {# seconds}}',

  'reset.tabs': 'Password Reset',
  'reset.tab.test': 'Test password reset',
  'reset.tab.pending': 'Pending requests',
  'reset.tab.runs': 'Earlier tests',
  'reset.typeName': 'Type {server} above.',

  // Whose reset is tested.
  'reset.preflight': 'Before you start',
  'reset.person.title': 'Who gets the mail?',
  'reset.person.label': 'Person',
  'reset.person.placeholder': 'name, uid or mail address',
  'reset.person.missing': 'Enter a name, a uid or a mail address.',
  'reset.person.note': 'A mail address is looked up the way a user types it into the reset page.',
  'reset.person.find': 'Find',
  'reset.person.nobody': 'Nobody was found.',
  'reset.person.found': 'People found',
  'reset.person.noAddress': '{uid}, no mail address',
  'reset.person.more': 'More people match. Type more of the name.',
  'reset.person.instead': 'Test with {uid} instead',

  // The mail, beside the test.
  'reset.preview.title': 'The mail',
  'reset.preview.ofRehearsal': '<b>Rehearsal.</b> Sent by Gluu Console, not by Gluu. The link opens nothing.',
  'reset.preview.ofRequest':
    '<b>Real request.</b> The mail that was sent contains a working link, which this console never shows. The link in this preview opens nothing.',
  'reset.preview.from': 'From',
  'reset.preview.through': 'Through',
  'reset.preview.subject': 'Subject',
  'reset.preview.part': 'Part of the mail',
  'reset.preview.html': 'HTML part',
  'reset.preview.plain': 'Plain part',
  'reset.preview.frame': 'HTML part of the mail',
  'reset.preview.link': 'The link in a real mail would be {link} and work for {duration}.',

  // The rehearsal. TEST stands in the subject of the mail.
  'reset.rehearsal.title': 'Rehearsal',
  'reset.rehearsal.note':
    'Sends this mail from this workstation through {relay}, marked TEST, with a link that opens nothing. Nothing is written.',
  'reset.rehearsal.to': 'To',
  'reset.rehearsal.noAddress': 'Enter the address to send it to.',
  'reset.rehearsal.unencrypted':
    '{where, select, demo {The password of {user} is sent unencrypted.} other {The password of {user} is sent unencrypted; your system asks you before the first time.}}',
  'reset.rehearsal.send': 'Send the rehearsal',

  // The real request.
  'reset.request.title': 'Real request',
  'reset.request.note':
    'Writes one request entry as Gluu does, and sends the mail with a link that works for {duration}. You can withdraw the request.',
  'reset.request.supersedes':
    '{n, plural, one {# earlier request of this person stops working.} other {# earlier requests of this person stop working.}}',
  'reset.request.start': 'Start the real request',
  'reset.request.running': 'Writing and sending',
  'reset.request.withdraw': 'Withdraw it',
  'reset.request.confirm': 'Request a reset for {person}',
  'reset.request.effect':
    'Writes one entry below ou=resetPasswordRequests, and sends the mail to {to}. Anyone who reads the mail can set the password.',
  'reset.request.on': 'Request on {server}',

  // What happened in the rehearsal or in the real request, and whether the mail arrived.
  'reset.run.title': 'This run',
  'reset.run.rehearsal': 'What happened in the rehearsal',
  'reset.run.request': 'What happened in the real request',
  'reset.run.timeline.rehearsal': 'Timeline of rehearsal {token}',
  'reset.run.timeline.request': 'Timeline of real request {token}',
  'reset.arrival.title': 'Did it arrive?',
  'reset.arrival.look': 'Look for {token} in {address}, including spam. Accepted is not delivered.',
  'reset.arrival.inbox': 'Arrived',
  'reset.arrival.spam': 'In spam',
  'reset.arrival.notYet': 'Not there yet',
  'reset.arrival.demoInbox': 'Open the demo inbox',
  'reset.arrival.lookIn': 'Look in {user}',
  'reset.arrival.changeMailbox': 'Change the mailbox',
  'reset.arrival.setUpMailbox': 'Set up a mailbox (IMAP)',
  'reset.arrival.looking': 'Looking in the mailbox',
  'reset.arrival.found': 'Found in {folder} after {duration}.',
  'reset.arrival.notFound': 'Not there after {duration}.',
  'reset.arrival.headers': 'What the headers say',
  'reset.arrival.servers':
    '{n, plural, one {The mail passed through # server.} other {The mail passed through # servers.}}',

  // Requests that lie on the server.
  'reset.pending.removeExpired': '{n, plural, one {Remove # expired} other {Remove # expired}}',
  'reset.pending.removed': '{n, plural, one {# request was removed.} other {# requests were removed.}}',
  'reset.pending.alreadyGone': '{n, plural, one {# was already gone.} other {# were already gone.}}',
  'reset.pending.kept':
    '{n, plural, one {# had changed in the meantime and was not removed.} other {# had changed in the meantime and were not removed.}}',
  'reset.pending.left':
    '{n, plural, one {# expired request is left. Remove it too.} other {# expired requests are left. Remove them too.}}',
  'reset.pending.lifetime': 'Reset links work for {duration} in this version.',
  'reset.pending.none': 'There are no pending requests.',
  'reset.pending.column.person': 'Person',
  'reset.pending.column.requested': 'Requested',
  'reset.pending.column.ends': 'Expires',
  'reset.pending.column.link': 'Link',
  'reset.pending.column.action': 'Action',
  'reset.pending.notKnown': 'not known',
  'reset.pending.state.live': 'valid',
  'reset.pending.state.superseded': 'replaced by a newer one',
  'reset.pending.state.expired': 'expired',
  'reset.pending.state.undated': 'unreadable date',
  'reset.pending.createdHere': '{state}, created here',

  // Earlier tests. {token}: eight letters and digits.
  'reset.runs.reading': 'Reading the earlier tests',
  'reset.runs.none': 'Password reset of {server} has not been tested yet.',
  'reset.runs.about': '{person}, to {to}, through {relay}, {token}',
  'reset.runs.withdraw': 'Withdraw',

  // Work under way, as a label before a colon; and how it ended.
  'reset.task.preview': 'Composing the reset mail',
  'reset.task.rehearse': 'Sending the rehearsal',
  'reset.task.request': 'Requesting a reset',
  'reset.task.withdraw': 'Withdrawing the request',
  'reset.task.wait': 'Waiting for the mail',
  'reset.task.pending': 'Reading pending requests',
  'reset.task.purge': 'Removing requests',
  'reset.task.search': 'Searching for people',
  'reset.end.preview': 'The mail was composed.',
  'reset.end.noPreview': 'No mail was composed.',
  'reset.end.accepted': 'The rehearsal was accepted.',
  'reset.end.maybeSent': 'The rehearsal may have been sent.',
  'reset.end.notSent': 'The rehearsal was not sent.',
  'reset.end.written': 'The request was written.',
  'reset.end.notWritten': 'No request was written.',
  'reset.end.writeUnknown': 'It is not known whether the request was written.',
  'reset.end.withdrawn': 'The request was withdrawn.',
  'reset.end.gone': 'The request was already gone.',
  'reset.end.notWithdrawn': 'The request was not withdrawn.',
  'reset.end.unknown': 'It is not known whether the request was withdrawn.',
  'reset.end.arrived': 'The mail arrived.',
  'reset.end.noMail': 'No mail yet.',
  'reset.end.pending': '{n, plural, one {# request found.} other {# requests found.}}',
  'reset.end.noPending': 'The requests could not be read.',
  'reset.end.purged': '{n, plural, one {# request removed.} other {# requests removed.}}',
  'reset.end.notPurged': 'Nothing was removed.',
  'reset.end.found': '{n, plural, one {# person found.} other {# people found.}}',
  'reset.end.notSearched': 'The search for people failed.',

  // What the version, as far as LDAP shows it, leaves open. “3.1.7.sp1” is a release of Gluu.
  'reset.doubt.deadLinks':
    'Gluu 3.0.0 and 3.0.1 cannot store a request: their own page sends dead links. LDAP does not reveal whether this server runs one of them or 3.0.2.',
  'reset.doubt.linkForm':
    'Up to 3.1.7 the link ends in /resetPassword/…, from 3.1.7.sp1 on in /resetPassword.htm?guid=…. LDAP does not reveal which one this server sends.',
  'reset.doubt.versions':
    'LDAP leaves open which version this server is ({own}). The mail, its link and how long that works differ among them; shown here is Gluu {shown}.',
  // {why}: a sentence.
  'reset.doubt.salt':
    'The stored SMTP password is decrypted with the salt kept here, which cannot be proved to be this server’s: this console may log in where Gluu cannot. {why}',

  // applianceUrl and passwordResetRequestExpirationTime are settings of oxTrust, and stay as they are.
  'reset.link.baseMissing': '{key} is not set: Gluu sends links without a host.',
  'reset.link.baseNotWeb': '{key} is not a web address: the links lead nowhere.',
  'reset.lifetime.missing':
    'passwordResetRequestExpirationTime is not set: every link expires as soon as it is created.',
  'reset.lifetime.none':
    'passwordResetRequestExpirationTime is {seconds}: every link expires as soon as it is created.',
  'reset.lifetime.tooLong':
    'passwordResetRequestExpirationTime is {seconds} s: after 2 hours the form still opens, but Gluu refuses the new password.',

  // What is odd about the mail of a version. “Hello null”, “Hello”, “null” and “0 minute(s)” stand in Gluu’s own mail.
  'reset.quirk.subjectBlank':
    'The subject has a blank where the organization’s name should be. Gluu 3.1.2 to 4.5.3 leave it out.',
  'reset.quirk.plainOnly': 'The mail is plain text only and shows the HTML code of the button.',
  'reset.quirk.plainLetter': 'The mail is plain text only; the link has a line to itself.',
  'reset.quirk.buttonCode': 'The plain text contains the HTML code of the button.',
  'reset.quirk.noLineBreaks': 'The HTML text has no line breaks: mail programs show it as one paragraph.',
  'reset.quirk.plainIsHtml': 'The plain text part is HTML code as well.',
  'reset.quirk.wording':
    'The sentences of this mail are this console’s own; subject, values, link, parts and markup are as this version sends them.',
  'reset.quirk.zeroMinutes': 'The mail says “0 minute(s)”.',
  'reset.quirk.helloNull': 'The person has no first name: the mail says “Hello null”.',
  'reset.quirk.helloNobody': 'The person has no first name: the mail says “Hello” and no name.',
  'reset.quirk.organizationNull': 'The organization has no name: the subject says “null”.',
  'reset.quirk.organizationNobody': 'The organization has no name: the subject has a blank in its place.',
  'reset.quirk.markup': 'The first name contains HTML. Gluu puts it into the mail unescaped.',
  'reset.quirk.exclamation': 'The link may contain an exclamation mark, and some mail programs cut the link off there.',
  'reset.quirk.linkStays':
    'Gluu does not remove the request: the link works for the whole 2 hours, even after a new password was set.',
  'reset.quirk.linkUsedUp': 'A wrong answer to the secret question uses up the link.',
  'reset.quirk.anyCase':
    'Gluu ignores upper and lower case when it compares the new password with its confirmation, and the secret answer with the stored one.',

  // Why no mail can be sent, or no request written. SMTP Host and the like are labels of oxTrust, and stay as they are.
  'reset.problem.noSettings': 'No SMTP settings are stored.',
  'reset.problem.noHost': 'SMTP Host is not set.',
  'reset.problem.host': 'SMTP Host: {why}',
  'reset.problem.noPort': 'SMTP Port is not set.',
  'reset.problem.noFrom': 'From Email Address is not set.',
  'reset.problem.from': 'From Email Address: {why}',
  'reset.problem.noUser': 'SMTP User Name is not set.',
  'reset.problem.noPassword': 'No SMTP password is stored.',
  'reset.problem.noAddress': 'The person has no mail address.',
  'reset.problem.ownAddressOnly': 'A working link can be sent only to the person’s own addresses.',

  // What stands beside a stage of the work, in lower case.
  'reset.step.requests':
    '{more, select, yes {{n, plural, one {# request, and more} other {# requests, and more}}} other {{n, plural, one {# request} other {# requests}}}}',
  'reset.step.there': 'the request is there',
  'reset.step.notThere': 'the request is not there',
  'reset.step.notReached': 'not reached',
  'reset.step.added': 'request added',
  'reset.step.branchAdded': 'branch and request added',
  'reset.step.equal': 'equal',
  'reset.step.toRemove': '{n, plural, one {# request to remove} other {# requests to remove}}',
  'reset.step.someRemoved': '{done, number} of {all, number} removed',
  'reset.step.removed': 'request removed',
  'reset.step.branchRemoved': 'request and empty branch removed',
  'reset.step.gone': 'gone',
  'reset.step.noMail': 'no mail was sent',

  // What a request of the link in the mail came to.
  'reset.answer.form': 'The form for a new password opens.',
  'reset.answer.none': 'The link was not opened: {why}',
  'reset.answer.notResetPage': 'Not opened: the link is not the address of a reset page.',
  'reset.answer.http': 'Not opened: the link starts with http://, so anyone on the way could read and use it.',
  // {why}: one or more sentences.
  'reset.answer.untrusted': 'Not opened: this computer does not trust the certificate. {why}',
  'reset.answer.notWeb': 'The server at this address is not a web server.',
  'reset.answer.status': 'The page responds with status {status}.',
  'reset.answer.noField': 'A page opens, but it has no field for a new password.',
  'reset.answer.endless': 'The page keeps redirecting and never gets to the form.',
  'reset.answer.nowhere': 'The page redirects, but not to a valid address.',
  'reset.answer.elsewhere': 'The page redirects to {to}, not to the form.',
  'reset.answer.dead': 'The link does not work: Gluu offers to request a new one.',
  'reset.answer.login': 'The page redirects to the login page instead of the form (oxTrust issue 607).',

  // What happened in a test, line by line.
  'reset.event.begun.rehearsal': 'Rehearsal started.',
  'reset.event.begun.request': 'Real request started.',
  'reset.event.written': 'The request was written and read back. It expires at {at}.',
  'reset.event.notWritten': 'Not written. No mail was sent.',
  'reset.event.notKept': 'The request did not stay on the server. No mail was sent.',
  'reset.event.noHistory': 'Nothing was written, because the history cannot be written.',
  'reset.event.writeUnknown': 'It is not known whether the request is on the server. No mail was sent.',
  'reset.event.foundAgain':
    'The request is on the server: it was found when the server was read again. No mail was sent.',
  'reset.event.neverThere': 'The request is not on the server, and no mail was sent.',
  'reset.event.cleaned':
    'The request is not on the server. Gluu would have removed it by now, so it is not known whether it was written.',
  // {reply}: the mail server’s words.
  'reset.event.accepted': 'Accepted by {server}: {reply}',
  'reset.event.refused': 'Not sent: {why}',
  'reset.event.refused.atStage': 'Not sent. {stage}: {why}',
  'reset.event.unknown': 'The mail server may have accepted the mail: {why}',
  'reset.event.unknown.atStage': 'The mail server may have accepted the mail. {stage}: {why}',
  'reset.event.cutShort': 'The app ended while the mail was being sent, so the mail may have gone out.',
  'reset.event.arrived.inbox': 'The mail is in the inbox.',
  'reset.event.arrived.spam': 'The mail is in the spam folder.',
  'reset.event.arrived.notYet': 'The mail is not there yet.',
  'reset.event.withdrawn': 'Withdrawn: the request was removed, and its link no longer works.',
  'reset.event.notWithdrawn': 'The request is still on the server: it was not withdrawn.',
  'reset.event.removalUnknown': 'It is not known whether the request was removed.',
  'reset.event.noLonger': 'The request is no longer on the server.',
  'reset.event.purged': 'Removed with the pending requests.',
  'reset.event.gone.expired': 'The request has expired and is gone.',
  'reset.event.gone.used': 'The request disappeared before it expired: the link was used, or somebody removed it.',
  'reset.event.gone.withdrawn': 'The request disappeared: somebody removed it. This version of Gluu removes none.',

  // What else there is to know of a real request.
  'reset.request.foundAgain':
    'At first it was not known how the write ended. When the server was read again, the request was there.',
  'reset.request.clock.ahead':
    'This computer’s clock is {duration} ahead of the server’s, so the link works that much longer.',
  'reset.request.clock.behind':
    'This computer’s clock is {duration} behind the server’s, so the link expires that much earlier.',
} as const;
