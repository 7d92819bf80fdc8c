/** Organization Configuration: what is read, planned, written and how it ends. */
export const organization = {
  // The form.
  'organization.undo': 'Undo',
  'organization.field.about': 'About {field}',
  'organization.field.initial': 'New install',
  'organization.field.reader': 'Read by',
  'organization.field.key': '{attribute}, key {key}',
  'organization.field.notInLdap': 'not in LDAP',
  'organization.field.notStored': '(not stored)',
  'organization.error.number': 'Enter a whole number, for example 587.',
  'organization.error.password': 'Enter the new password, or choose Keep.',
  'organization.error.salt':
    'Gluu could not decrypt a password encrypted with the salt kept here. Correct the salt first.',
  // What the salt says of the stored password, beside its field.
  'organization.secret.decrypts': 'It decrypts with this server’s salt.',
  'organization.secret.decryptsNonAscii':
    'It decrypts, and it contains characters outside ASCII. Gluu’s own page shows them garbled and would save them that way; 4.2.3 sends them in ISO 8859-1. A password of ASCII characters is safer.',
  'organization.secret.decryptsGarbled':
    'It decrypts to the garbled characters that Gluu’s own page saved in place of characters outside ASCII. All versions except 4.2.3 send the wrong password. Enter the password again.',
  'organization.secret.decryptsDamaged':
    'It decrypts to damaged text: its bytes are not UTF-8. Gluu up to 4.2.2 sends them as they are; later versions replace them with U+FFFD. Enter the password again.',
  'organization.secret.layered':
    'It decrypts to a text that decrypts again: each Update on oxTrust’s page of Gluu 3.1.0 or 3.1.1 encrypted it once more. Enter the password again.',
  'organization.secret.usedAsStored':
    'It does not decrypt, and this version of Gluu then logs in with the stored text itself. Unless that is the password, enter it again.',
  'organization.secret.doesNotDecrypt': 'It was encrypted with another salt, or it is damaged.',
  'organization.secret.decryptsUnproved':
    'It decrypts with the salt kept here. Whether Gluu can decrypt it is not known.',
  'organization.secret.doesNotDecryptUnproved':
    'It does not decrypt with the salt kept here: one of the two is not this server’s. Check the salt before you replace the password.',
  'organization.secret.noSalt': 'Without the salt, it can be neither checked nor replaced; it is kept as it is.',
  'organization.secret.wrongSalt':
    'Whether Gluu can decrypt it is not known. Correct the salt; do not replace the password.',
  'organization.secret.paste': 'Paste the salt',
  'organization.secret.correct': 'Correct the salt',
  'organization.secret.check': 'Check the salt',
  // A JSON text that cannot be read: its own reason stands before `gluu`.
  'organization.broken.label': 'What is stored cannot be read',
  'organization.broken.title': 'The stored {attribute} cannot be read.',
  'organization.broken.gluu':
    'Gluu cannot read it either: its whole configuration entry fails to load. Update is off for these fields.',
  'organization.broken.todo': 'Repair the attribute with an LDAP editor, then reload.',
  'organization.broken.raw': 'As stored',
  // Under the form.
  'organization.unsaved': '{n, plural, one {# unsaved change} other {# unsaved changes}}',
  'organization.discarded': '{n, plural, one {# discarded change} other {# discarded changes}}',
  'organization.errors': '{n, plural, one {# field has an error.} other {# fields have errors.}}',
  'organization.planning': 'Working out the changes',
  // Somebody else changed settings. {fields}: their labels; {by}: a DN.
  'organization.changed.label': 'Changed by someone else',
  'organization.changed.sinceSaved': 'Changed on the server since you saved it.',
  'organization.changed.sinceRead': 'Changed on the server since you read it.',
  'organization.changed.by': '{fields}, by <code>{by}</code>',
  // The status line: `reading` and `updating` stand before a colon and the name of a server.
  'organization.task.reading': 'Reading',
  'organization.task.read': 'The settings were read.',
  'organization.task.notRead': 'The settings could not be read.',
  'organization.task.updating': 'Updating',
  'organization.task.saved': 'Saved and verified.',
  'organization.task.notSaved': 'Not saved.',
  'organization.task.conflict': 'Not saved: changed by someone else.',
  'organization.task.unknown': 'Not known yet whether it was saved. It is being verified.',
  'organization.task.nothing': 'Nothing was written.',
  // The review of changes before they are written.
  'organization.column.setting': 'Setting',
  'organization.review.title': '{n, plural, one {Review # change} other {Review # changes}}',
  'organization.review.writing': 'Writing to {server}',
  'organization.review.refused': 'Nothing was written',
  'organization.review.again': 'Review again',
  'organization.review.typeName': 'Type {server} above.',
  'organization.review.only': 'Only these values change. Everything else stays the same, byte for byte.',
  'organization.review.now': 'Now on the server',
  'organization.review.afterUpdate': 'After Update',
  'organization.review.afterRollback': 'After rollback',
  'organization.review.guard.assertion':
    'Guarded write: one modify request per entry, which succeeds only if the stored values are still the ones you loaded. Afterwards, the console reads them back.',
  'organization.review.guard.weaker':
    'Weaker guard: this server offers no assertion control, so the console removes exactly the old values and adds the new ones. Afterwards, it reads them back.',
  'organization.review.verifying': 'Verifying whether it was saved (up to 30 s).',
  'organization.review.noCancel': 'Writing cannot be cancelled.',
  // Somebody else changed the same fields.
  'organization.conflict.title': 'Changed by someone else since you loaded it',
  'organization.conflict.text': 'Nothing was written. Choose which values to keep.',
  'organization.conflict.mine': 'Mine',
  'organization.conflict.theirs': 'Theirs, now on the server',
  'organization.conflict.loaded': 'As I loaded it',
  'organization.conflict.pick.mine': '{field}: mine',
  'organization.conflict.pick.theirs': '{field}: theirs',
  'organization.conflict.later': 'Decide later',
  'organization.conflict.continue': 'Continue with these',
  'organization.conflict.open': '{n, plural, one {# not decided.} other {# not decided.}}',
  // How Update ended.
  'organization.ending.label': 'How Update ended',
  'organization.ending.saved': 'Saved and verified.',
  'organization.ending.lost': 'Saved, but no longer there.',
  'organization.ending.weaker':
    'This server offers no assertion control, so only the weaker guard against other writers applied.',
  'organization.ending.notSaved': 'Not saved.',
  'organization.ending.partly': 'Written before the failure: {fields}.',
  'organization.ending.unknown': 'Not known yet whether this was saved. It is being verified.',
  'organization.ending.unknownWhy':
    'The connection broke while the server was writing, or the server could not be read afterwards. The console keeps reading the server until this is known; nothing is written twice.',
  'organization.ending.verify': 'Verify now',
  // Gluu up to 3.1.2 may put an old copy of the settings back once a minute.
  'organization.holding.waiting': 'Gluu may overwrite this within a minute; it will be checked again then.',
  'organization.holding.held': 'Still there after Gluu’s own refresh.',
  'organization.holding.lost':
    'After Gluu’s own refresh, the server has other values. Check them and make the change again.',
  'organization.holding.unknown':
    'After Gluu’s own refresh, the server could not be read. Reload to see whether the change is still there.',
  // Why nothing, or not this, can be changed.
  'organization.notWritable.readOnly': 'This server is read-only in this console.',
  'organization.notWritable.reader': 'This account can read the configuration, but not write it.',
  'organization.fixed': 'This account can read the {entry} entry, but not write it.',
  // Beside the stages of reading and of Update, in lower case.
  'organization.note.mayWrite': 'may change the configuration',
  'organization.note.asLoaded': 'as it was loaded',
  'organization.note.kept': 'changed by someone else and kept: {fields}',
  // A modify is one request of LDAP.
  'organization.note.written.assertion':
    '{n, plural, one {# modify request, guarded by the server} other {# modify requests, guarded by the server}}',
  'organization.note.written.weaker':
    '{n, plural, one {# modify request, weaker guard} other {# modify requests, weaker guard}}',
  'organization.note.equal': 'as written',
  'organization.note.verifyOpen': 'not reached; continues in the background',
  'organization.conflict.whole': 'the whole attribute was changed or cannot be read',
  // What to know of a plan before it is carried out.
  'plan.notFromHere': 'This cannot be changed from here.',
  'plan.severalValues':
    '{n, plural, one {# value is stored in {attribute} where there should be one. Remove all but one with an LDAP editor, then reload.} other {# values are stored in {attribute} where there should be one. Remove all but one with an LDAP editor, then reload.}}',
  'plan.notEncrypted': 'The new password was not encrypted.',
  'plan.notWritten': '“{field}” was not written.',
  'plan.encrypted.proved':
    'Encrypted with this server’s salt. After the write, it is read back and decrypted to check it.',
  'plan.encrypted.unproved': 'Encrypted with the salt kept here.',
  'plan.saltUnproved':
    'It cannot be proved that the salt kept here is this server’s. If it is not, Gluu cannot decrypt what is written: {fields}. {why} Compare it with /etc/gluu/conf/salt on this server.',
  // {field}: the label of a secret.
  'plan.previous.unknown':
    '{field}: it is not known whether Gluu can decrypt the previous value, because this server’s salt is not known here.',
  'plan.previous.otherSalt':
    '{field}: the previous value cannot be decrypted with this server’s salt; it was encrypted with another one.',
  'plan.previous.oneIsWrong':
    '{field}: the previous value cannot be decrypted with the salt kept here; one of the two is not this server’s.',
  'plan.removed': '{attribute} is removed entirely: it did not exist before.',
  'plan.copied': 'Also in its copy in oxSmtpConfiguration, as oxTrust keeps it.',
  'plan.neverNull': 'Without this text the server sends no mail at all, so it is set to an empty one.',
  // What to know after a save.
  'organization.saved.confirmed': 'Confirmed by reading the server again.',
  'organization.saved.notShown': 'It could not be read again to show it here.',
  'organization.saved.doesNotDecrypt': '{field}: the stored value cannot be decrypted with this server’s salt.',
  'organization.saved.doesNotDecryptUnproved':
    '{field}: the stored value cannot be decrypted with the salt kept here, which cannot be proved to be this server’s.',
  'organization.saved.decryptsUnproved':
    '{field}: it is not known whether Gluu can decrypt the stored value, because the salt kept here cannot be proved to be this server’s.',
} as const;
