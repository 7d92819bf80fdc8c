/** Servers: the form, how they were found last, what may be written there, and the list's announcements. */
export const servers = {
  'environment.production': 'Production',
  'environment.staging': 'Staging',
  'environment.test': 'Test',
  'environment.other': 'Other',
  // The same above whatever can change a production server.
  'environment.band.production': 'PRODUCTION',
  // How the LDAP connection is protected.
  'servers.mode.ldaps': 'LDAPS',
  'servers.mode.startTls': 'StartTLS',
  'servers.mode.plain': 'Plain',

  // What a server's profile consists of: labels of fields, and names in lists.
  'servers.profile.name': 'Name',
  'servers.profile.group': 'Group',
  'servers.profile.environment': 'Environment',
  'servers.profile.readOnly': 'Read-only',
  'servers.profile.favourite': 'Favourite',
  'servers.profile.notes': 'Notes',
  'servers.profile.route': 'Route',
  'servers.profile.host': 'LDAP host',
  'servers.profile.port': 'LDAP port',
  'servers.profile.mode': 'Encryption',
  'servers.profile.bindDn': 'Bind DN',
  'servers.profile.pin': 'Trusted certificate',
  'servers.profile.mailPins': 'Trusted mail certificates',
  'servers.profile.foundVersion': 'Version found in its files',
  'servers.profile.bindPassword': 'Bind password',
  'servers.profile.salt': 'Salt',
  'servers.profile.sshPassword': 'SSH password',
  'servers.profile.sshPassphrase': 'SSH key passphrase',

  // A host and port, and the SSH hosts on the way to it.
  'servers.addressVia': '{address} via {via}',
  'servers.favourites': 'Favourites',
  'servers.ungrouped': 'Without a group',
  'servers.demoFleet': 'Demo fleet',
  'servers.gone': 'This server is no longer in the list.',
  // What one types to search the list for it, in lower case; blanks and hyphens are the same.
  'servers.search.reached': 'reached',
  'servers.search.notReached': 'not reached',
  'servers.search.failed': 'failed',
  'servers.search.checking': 'checking',
  'servers.search.notChecked': 'not checked',
  'servers.search.certificate': 'certificate',
  'servers.search.readOnly': 'read-only',
  'servers.search.writable': 'writable',
  'servers.search.direct': 'direct',

  // The form.
  'servers.form.edit': 'Edit {name}',
  'servers.form.duplicate': 'Duplicate {name}',
  'servers.form.groupHint': 'optional, for example a customer',
  'servers.form.network': 'Network',
  'servers.form.directory': 'LDAP',
  'servers.form.notWhileTyped':
    'Searching over SSH or in a properties file would discard what you typed here. Cancel first.',
  'servers.form.secretNotSaved': 'The server itself is saved; its secret is not.',
  'servers.form.saving': 'Saving.',
  'servers.form.provingSalt': 'Proving the salt on the server.',
  'servers.form.discardQuestion': 'Discard changes?',
  // A copy: the name of the server it is made from, and a number from the second copy on.
  'servers.form.copyName': '{name} copy',
  'servers.form.copyNameNumbered': '{name} copy {n}',
  'servers.form.readOnlyProduction':
    'Always on for Production. In the server’s header you can allow writing for {n, plural, one {# minute} other {# minutes}} at a time.',
  'servers.form.readOnlyNote': 'Nothing is written while this is on. You can turn it off in the server’s header.',
  'servers.form.routeDirect': 'Direct',
  'servers.form.routeSsh': 'SSH',
  'servers.form.routeNote.ssh':
    'Host and port below are as the SSH host sees them: usually localhost, 1636. No port is opened on this computer.',
  'servers.form.routeNote.direct':
    'On most Gluu Servers, LDAP can be reached only from the server itself. If so, choose SSH.',
  'servers.form.sshHost': 'SSH host',
  'servers.form.sshPort': 'SSH port',
  'servers.form.sshUser': 'SSH user',
  'servers.form.sshLogin': 'SSH login',
  'servers.form.keyFile': 'Key file',
  'servers.form.keyFileNote': 'The private key stays where it is, and is read only when needed.',
  'servers.form.noKeyFile': 'none chosen',
  'servers.form.chooseKeyFile': 'Choose key file',
  'servers.form.jumps': 'Jump hosts',
  'servers.form.jumpsNote':
    'Optional: user@host:port of each, separated by commas, in order from this computer. The console logs in to each with your agent and keys, or asks you and names the host.',
  // Which jump host is wrong, and how: {problem} is a sentence.
  'servers.form.jumpWrong': '{host}: {problem}',
  'servers.form.jumpNumberWrong': 'Jump host {n}: {problem}',
  // {place}: where secrets are kept on this computer.
  'servers.form.sshPasswordHelp':
    '{place, select, session {Kept for this session only, because this computer has no keychain.} other {Kept in the keychain of this computer.}} Used for this SSH host and user only; no jump host gets it.',
  'servers.form.passphraseHelp':
    'Only if the key file has one. It opens the file on this computer and is not sent anywhere.',
  'servers.form.host': 'Host',
  'servers.form.port': 'Port',
  'servers.form.plainNote':
    'The password and all data are sent unencrypted; your system asks you before the first time. Use it only for a loopback listener or a tunnel.',
  'servers.form.bindPasswordHelp':
    '{place, select, session {Kept for this session only, because this computer has no keychain.} other {Kept in the keychain of this computer.}} Used for this host, port, encryption and bind DN only.',
  'servers.form.saltHelp':
    'Optional. The 24 characters after encodeSalt = in /etc/gluu/conf/salt on this Gluu Server. Without it the SMTP password can be neither checked nor changed. The salt of another server is refused.',

  // A secret that is stored and never shown.
  'servers.secret.keep': 'Keep',
  'servers.secret.replace': 'Replace',
  'servers.secret.clear': 'Clear',
  'servers.secret.choice': '{label}: keep, replace or clear',
  'servers.secret.notSet': 'not set',
  'servers.secret.stored': 'Stored.',
  'servers.secret.boundElsewhere':
    'The stored one was typed for another host, port, encryption, user or route. Type it again.',
  'servers.secret.locked': 'The keychain is locked, so it is not known whether it is stored.',
  'servers.secret.unknown': 'Not known yet whether it is stored.',
  // A field of a form that was changed: {before} is its value before that.
  'servers.field.was': 'was {before}',
  'servers.field.revert': 'Revert',
  'servers.field.revertNamed': 'Revert {label}',

  // What is known of the salt that is kept for a server: in short, and as a sentence.
  'servers.salt.notYet': 'Not proved yet. It is checked each time the server is read.',
  'servers.salt.boundElsewhere':
    'The stored one was typed for another host, port, encryption or bind DN, and is not used.',
  'servers.salt.locked': 'Not known: the keychain is locked.',
  'servers.salt.unknown': 'Not known: the keychain has not answered yet.',
  'servers.salt.short.none': 'not known here',
  'servers.salt.short.boundElsewhere': 'typed for another place',
  'servers.salt.short.locked': 'not known: the keychain is locked',
  'servers.salt.short.unknown': 'not known yet',
  'servers.salt.short.notYet': 'stored, not proved yet',
  'servers.salt.short.proved': 'proved to be this server’s',
  'servers.salt.short.contradicted': 'refused',
  'servers.salt.short.unproved': 'stored, cannot be proved',

  // Removing a server from the list.
  'servers.remove.title': 'Remove {name} from this console',
  'servers.remove.explanation':
    'Its profile, password, and salt are removed from this computer. The Gluu Server itself is not touched, and the history is kept.',
  'servers.remove.yes': 'Remove {name}',

  // Writing to a server.
  'servers.readOnly': 'This server is read-only in this console.',
  'servers.noWriteAccess': 'This server lets this account read, not write.',
  'servers.armed.label': 'Writing is allowed',
  'servers.armed': '{name} can be written to. Locks again in {left}.',
  'servers.armed.minutesLeft': '{n} min',
  'servers.armed.secondsLeft': '{n} s',
  'servers.armed.lock': 'Lock now',
  'servers.armed.elsewhere': '{name} can be written to',

  // Why a tab of a server cannot be opened.
  'servers.notReached': 'Not reached. Check again first.',
  'servers.notSupported': 'The version is not certain: {version}.',

  // Announced in the status line, after the name of the server: a sentence of its own.
  'servers.said.checking': 'Checking',
  'servers.said.reached': 'Reached.',
  'servers.said.reachedNotSupported': 'Reached, but its version is not supported.',
  'servers.said.notReached': 'Not reached.',
  // Many were checked at once.
  'servers.said.checked':
    '{all, plural, one {{reached, number} of # server reached.} other {{reached, number} of # servers reached.}}',
  'servers.said.readOnlyAgain': 'Read-only again.',
  'servers.said.writable': 'Writing is allowed now.',
  'servers.said.notChanged': 'The change could not be saved.',
  'servers.said.favourite': 'Added to favourites.',
  'servers.said.noFavourite': 'Removed from favourites.',
  'servers.said.moved': 'Moved to position {place, number} of {all, number} in “{group}”.',
  'servers.said.movedInList': 'Moved to position {place, number} of {all, number}.',
  'servers.said.first': 'Already first in “{group}”.',
  'servers.said.firstInList': 'Already first in the list.',
  'servers.said.last': 'Already last in “{group}”.',
  'servers.said.lastInList': 'Already last in the list.',
  'servers.said.notMoved': 'Could not be moved.',
  'servers.said.staysDemo': 'Cannot be moved: the demo fleet is recreated each time.',
  'servers.said.staysSearch': 'Cannot be moved while you search for servers.',

  // Checks in the background.
  'servers.checks.on': 'Auto-check: on',
  'servers.checks.off': 'Auto-check: off',
  'servers.checks.pauseHint': 'Servers are checked every few minutes. Click to pause.',
  'servers.checks.resumeHint': 'Servers are not checked in the background. Click to resume.',
  // Read aloud after “Auto-check: on” and “off”.
  'servers.checks.pause': 'pause',
  'servers.checks.resume': 'resume',
  'servers.checks.paused': 'Background checks paused',
  'servers.checks.pausedHint': 'The list shows the last known results until the checks resume.',
  'servers.checks.resumeNow': 'Resume',
  'servers.checks.notPaused': 'Background checks could not be paused.',
  'servers.checks.stillPaused': 'Background checks are still paused: the setting could not be saved.',

  // What the row of the list is too short for, and the front page: {step} is a stage such as “Connect”, {what} a sentence.
  'servers.notReachedAt': 'At {step}: {what}',
  // {ago} is one of servers.ago.…
  'servers.reached': 'Reached {ago}.',
  'servers.reachedIn': 'Reached {ago} in {ms, number} ms.',
  'servers.neverReached': 'Never reached from here.',
  'servers.certificate.endsToday': 'Certificate expires within a day.',
  'servers.certificate.endsIn': 'Certificate expires in {n, plural, one {# day} other {# days}}.',
  'servers.certificate.ended': 'Certificate has expired.',
  'servers.certificate.endedAgo': 'Certificate expired {n, plural, one {# day} other {# days}} ago.',
  // The same in the row itself; “d” are days.
  'servers.certificate.short.ends': 'Certificate: {n} d',
  'servers.certificate.short.ended': 'Certificate expired',
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
    'Its bind password is sent unencrypted, which you confirm after each start. Check it once; after that it is checked in the background.',
  'servers.unchecked.sshAsks': 'Its SSH server asks at each login.',
  'servers.unchecked.keychain': 'The keychain is not open.',
  'servers.unchecked.unknown': 'It is not known what the keychain holds for it.',
  'servers.unchecked.bindPassword': 'Its bind password is not stored.',
  'servers.unchecked.sshPassword': 'Its SSH password is not stored.',
  'servers.unchecked.sshPassphrase': 'The passphrase of its SSH key is not stored.',
} as const;
