/** The overview of one server: the connection to it, what was found there, and its certificate. */
export const overview = {
  // The answer on top.
  'overview.reaching': 'Connecting to {server}…',
  'overview.reaching.more': 'A few short checks run one after the other. Nothing is written.',
  'overview.cancelled': 'The check of {server} was cancelled.',
  'overview.notReached': '{server} was not reached.',
  // `stage`: the name of a stage of the list below.
  'overview.notReached.more': 'The check stopped at this stage: {stage}.',
  'overview.notSupported': '{server} was reached.',
  'overview.notSupported.more': 'The login succeeded. The server runs Gluu {version}.',
  'overview.rights.write': '{server} can be read and changed.',
  'overview.rights.readOnlyProfile': '{server} is read-only in this console.',
  'overview.rights.none': '{server} can be read but not changed.',
  // `because`: what the version was recognized by.
  'overview.found': '{organization}, Gluu {version}: {because}.',
  'overview.connection': 'Connection',

  // The salt that is kept here contradicts the server’s own configuration.
  'overview.salt': 'The salt',
  'overview.salt.unused': 'No SMTP password is encrypted or tested with it.',
  'overview.salt.correct': 'Correct the salt',

  // What was found, at the side.
  'overview.server': 'This server',
  'overview.notes': 'Notes',
  'overview.fact.version': 'Version',
  'overview.fact.vendor': 'Directory',
  'overview.fact.boundAs': 'Bound as',
  'overview.fact.configDn': 'Settings entry',
  'overview.fact.organizationDn': 'Organization',
  'overview.fact.linkBase': 'Link host',
  'overview.fact.tls': 'TLS',
  'overview.fact.certificate': 'Certificate',
  'overview.fact.sha256': 'SHA-256',
  'overview.fact.checkedAt': 'Checked',
  'overview.fact.salt': 'Salt',
  'overview.tls.none': 'not encrypted',
  'overview.trust.pin': 'trusted by you, valid until {day}',
  'overview.trust.system': 'trusted by this computer, valid until {day}',

  // A certificate that is not trusted yet.
  'overview.certificate': 'The certificate this server shows',
  'overview.certificate.of': 'The certificate {host} shows',
  'overview.certificate.trustedSince': 'Trusted since {day}: <code>{sha256}</code>',
  'overview.certificate.typeName': 'Type the server’s name to trust the new certificate',
  'overview.certificate.typeFirst': 'Type {server} first.',
  'overview.certificate.compare':
    'Gluu’s LDAP server creates its own certificate at installation, so this is normal the first time you connect. Compare the SHA-256 on the server: <code>{openDj}</code> (OpenLDAP: <code>{openLdap}</code>).',
} as const;
