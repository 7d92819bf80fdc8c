/** oxTrust's page and Gluu's versions. */
export const fields = {
  // Versions of Gluu, as part of a sentence: “This is Gluu {version}.” One version alone stands as it is.
  'version.every': 'every version',
  'version.upTo': 'up to {most}',
  'version.from': '{least} and later',
  'version.span': '{least} to {most}',
  'version.notServed': 'This is Gluu {version}. This console makes changes only on Gluu {served}.',
  // The labels of oxTrust’s page Organization Configuration, letter by letter: oxtrust_en.properties, `organizationForm.*`.
  // Each language takes them from oxTrust’s bundle of that language.
  'label.tab.system': 'System Configuration',
  'label.tab.smtp': 'SMTP Server Configuration',
  'label.tab.oxtrust': 'OxTrust Settings',
  'label.tab.oxauth': 'oxAuth Settings',
  'label.passwordReset': 'Self-Service Password Reset',
  'label.scim': 'SCIM Support',
  'label.passport': 'Passport Support',
  'label.dnsServers': 'DNS Server(s)',
  'label.maxLogSize': 'Maximum Log Size (MB)',
  'label.userCanEditProfile': 'User Can Edit Own Profile',
  'label.contactEmail': 'Contact Email',
  'label.smtpHost': 'SMTP Host',
  'label.smtpFromName': 'From Name',
  'label.smtpFromEmail': 'From Email Address',
  'label.smtpAuthentication': 'Requires Authentication',
  'label.smtpUserName': 'SMTP User Name',
  'label.smtpPassword': 'SMTP Password',
  'label.smtpRequiresSsl': 'Requires SSL',
  'label.smtpTrustServer': 'Trust Server',
  'label.smtpPort': 'SMTP Port',
  'label.buildDate': 'Build Date',
  'label.buildNumber': 'Build Number',
  'label.organizationName': 'Organization name',
  'label.managerGroup': 'Manager group',
  'label.organizationLogo': 'Organization Logo',
  'label.organizationFavicon': 'Organization Favicon',
  'label.serverIp': 'Server IP',
  // What the help of a field says: `help` what it is for, `initial` what a new installation holds, `reader` who reads it.
  'field.passwordReset.initial': 'absent, which counts as disabled',
  'field.passwordReset.help':
    'Lets users request a mail with a link for setting a new password. The login page offers this whether it is enabled or not.',
  'field.initial.disabled': 'disabled',
  'field.scim.reader': 'oxTrust, for each SCIM request.',
  'field.scim.help': 'Switches the SCIM endpoints of oxTrust on.',
  'field.passport.reader': 'oxTrust and Passport, when Passport fetches its configuration.',
  'field.passport.help': 'Switches the Passport integration (social login) on.',
  'field.initial.absent': 'absent',
  'field.dnsServers.reader': 'oxTrust shows it. Nothing else in 3.1.x is known to read it.',
  'field.dnsServers.help': 'Separate several with commas. oxTrust 3.1.2 itself labels this field “DNS Server(s) 222”.',
  'field.maxLogSize.reader': 'oxTrust. Its own page refuses values below 200.',
  'field.maxLogSize.help': 'A whole number of megabytes, at least 200 (GluuAppliance.java, @Min(200)).',
  'field.userCanEditProfile.reader': 'oxTrust, when a user opens the profile page.',
  'field.userCanEditProfile.help': 'Lets users change their own profile in oxTrust.',
  'field.contactEmail.reader': 'oxTrust shows it to users.',
  'field.contactEmail.help': 'The address that oxTrust tells users to write to. The reset mail does not use it.',
  'field.smtpHost.help':
    'Name or address of the mail server, as the Gluu Server reaches it. “localhost” means the Gluu Server, not this workstation.',
  'field.smtpFromName.help': 'The name users see as the sender.',
  'field.smtpFromEmail.help':
    'The sender of test and reset mails. Without it, Gluu shows an error page instead of sending (MailService.java).',
  'field.initial.off': 'off',
  'field.smtpAuthentication.help':
    'Up to Gluu 4.1.3, Gluu ignores the host when this is off: mail goes to localhost:25 of the Gluu Server (oxTrust issue 1974).',
  'field.smtpUserName.help': 'Often the full mail address.',
  'field.smtpPassword.help':
    'Stored encrypted with the salt of the Gluu Server (/etc/gluu/conf/salt). Without the salt, this console leaves the stored password as it is.',
  'field.smtpRequiresSsl.help':
    'On: TLS from the first byte; if that fails, STARTTLS where the server offers it; otherwise unencrypted. Off: always unencrypted.',
  'field.smtpTrustServer.reader': 'Stored, but Gluu 3.1.x and 4.0 to 4.4 do not read it (MailService.java).',
  'field.smtpTrustServer.help': 'It has no effect in this version.',
  'field.smtpPort.initial': '0, which counts as not set',
  'field.smtpPort.help': 'Usual ports: 587 (STARTTLS), 465 (TLS from the first byte), 25 (relay).',
  'field.buildDate.initial': 'set by the build',
  'field.buildDate.reader': 'The oxTrust page only.',
  'field.buildDate.help': 'Stored inside identity.war on the Gluu Server, not in LDAP, so it cannot be read from here.',
  'field.organizationName.initial': 'as typed at installation',
  'field.organizationName.reader': 'oxTrust, from a copy up to 60 seconds old. It also appears in mail texts.',
  'field.organizationName.help': 'Required, at most 60 characters (GluuOrganization.java).',
  'field.managerGroup.reader': 'oxTrust, to distinguish administrators from users.',
  'field.managerGroup.help': 'oxTrust shows the group as a link; it cannot be changed on this page.',
  'field.organizationLogo.initial': 'absent: the built-in logo',
  'field.organizationLogo.reader': 'oxTrust; browsers cache it for up to 30 minutes.',
  'field.organizationLogo.help':
    'LDAP contains only a description of the image. The image itself is a file on the Gluu Server, so it cannot be shown or changed from here.',
  'field.organizationFavicon.initial': 'absent: the built-in icon',
  'field.serverIp.reader':
    'oxTrust. On a new installation, its own page never saves this field (UpdateOrganizationAction.saveWebKeySettings).',
  'field.serverIp.help':
    'The address under which the server publishes its keys. This console writes it together with the time of the change.',
  'field.reader.perRequest': 'oxTrust and oxAuth, for each request. No restart needed.',
  // Why a value cannot be saved.
  'field.problem.logSize': 'Enter a whole number of at least 200.',
  'field.problem.organizationName': 'The organization needs a name.',
  // What is odd about a stored value.
  'field.odd.several':
    '{n, plural, one {# value is stored in {attribute} where there should be one; Gluu reads the first it gets.} other {# values are stored in {attribute} where there should be one; Gluu reads the first it gets.}}',
  'field.odd.spelling':
    'Gluu does not recognize the stored value “{stored}”: the setting counts as disabled, and oxTrust deletes the value at its next save.',
  'field.odd.number': 'The stored value “{stored}” is not a number.',
  'field.odd.invisible': 'It contains invisible characters: “{shown}”.',
  // Values, as lists of changes show them.
  'value.enabled': 'Enabled',
  'value.disabled': 'Disabled',
  'value.empty': '(empty)',
  // In the place of a secret’s value. Written where there was none: set; in the place of another: replaced.
  'secret.none': 'None',
  'secret.stored': 'Stored',
  'secret.typed': 'Typed',
  'secret.another': 'Another one',
  'secret.set': 'Set',
  'secret.replaced': 'Replaced',
  // The same where secrets are told apart by a fingerprint.
  'secret.marked.stored': 'Stored, fingerprint {fingerprint}',
  'secret.marked.typed': 'Typed, fingerprint {fingerprint}',
  'secret.marked.earlier': 'The earlier one, fingerprint {fingerprint}',
  // Why a JSON text in an attribute cannot be read.
  'json.tooLong': 'It is longer than 1 MB.',
  'json.tooDeep':
    '{n, plural, one {It is nested more than # level deep.} other {It is nested more than # levels deep.}}',
  'json.noObject': 'It is JSON, but not an object with settings.',
  'json.twice': 'It contains the key “{key}” twice.',
  'json.invalidFrom': 'It is not valid JSON from character {n, number} on.',
  'json.invalid': 'It is not valid JSON.',
  'json.wanted.text':
    '{kind, select, list {“{key}” is a list, which Gluu cannot read as text.} object {“{key}” is an object, which Gluu cannot read as text.} other {“{key}” has a value that Gluu cannot read as text.}}',
  'json.wanted.flag':
    '{kind, select, list {“{key}” is a list, which Gluu cannot read as true or false.} object {“{key}” is an object, which Gluu cannot read as true or false.} string {“{key}” is a string, which Gluu cannot read as true or false.} other {“{key}” has a value that Gluu cannot read as true or false.}}',
  'json.wanted.number':
    '{kind, select, list {“{key}” is a list, which Gluu cannot read as a whole number.} object {“{key}” is an object, which Gluu cannot read as a whole number.} string {“{key}” is a string, which Gluu cannot read as a whole number.} other {“{key}” has a value that Gluu cannot read as a whole number.}}',
} as const;
