/**
 * What is known of the salt of a server. `by` and `opened` are values of oxTrust’s own configuration: idpBindPassword,
 * oxAuthClientPassword. `kind`: `foreign`, or `partly` where one of them decrypts with it.
 */
export const salt = {
  'salt.none': 'This server’s salt is not known here.',
  'salt.proved':
    'The salt kept here is proved to be this server’s: {by} of oxTrust’s own configuration {n, plural, one {decrypts} other {decrypt}} with it.',
  'salt.refused':
    'The salt kept here is refused, because {kind, select, partly {only a part of this server’s own configuration decrypts with it} other {it is not this server’s}}.',
  'salt.refused.inFull':
    'The salt kept here is refused, because {kind, select, partly {only a part of this server’s own configuration decrypts with it} other {it is not this server’s}}. {why} {remedy}',
  'salt.refused.beside':
    'The salt is refused, because {kind, select, partly {only a part of this server’s own configuration decrypts with it} other {it is not this server’s}}. {why} {remedy}',
  'salt.refused.foreign.why':
    '{by} of oxTrust’s own configuration {n, plural, one {does} other {do}} not decrypt with it. The salt belongs to another server or installation, or was mistyped.',
  'salt.refused.foreign.remedy': 'Paste the salt of this server, from its own /etc/gluu/conf/salt.',
  'salt.refused.partly.why':
    '{by} of oxTrust’s own configuration {n, plural, one {does} other {do}} not decrypt with it, although {opened} does. The rest was restored from another installation, or is plain text that was entered by hand.',
  'salt.refused.partly.remedy':
    'Look at /etc/gluu/conf/salt on this server. If the salt is right, enter {by} again in oxTrust, JSON Configuration.',
  'salt.unproved':
    'The salt kept here cannot be proved to be this server’s. {why} Compare it with /etc/gluu/conf/salt on this server.',
  'salt.unproved.unreached': 'The server was not read. {what}',
  'salt.unproved.noEntry': 'This account cannot see the entry of oxTrust’s own configuration.',
  'salt.unproved.noAttribute':
    'This account cannot see oxTrustConfApplication in the entry of oxTrust’s own configuration.',
  'salt.unproved.several': 'oxTrustConfApplication has {count, plural, one {# value} other {# values}} instead of one.',
  'salt.unproved.broken': 'The JSON in oxTrustConfApplication cannot be read. {why}',
  'salt.unproved.damaged':
    'In oxTrust’s own configuration, {opened} decrypts with it, but {by} decrypts to damaged text.',
  'salt.unproved.silent':
    'In oxTrust’s own configuration, idpBindPassword {idpBindPassword, select, absent {is missing} empty {is empty} other {is not encrypted}} and oxAuthClientPassword {oxAuthClientPassword, select, absent {is missing} empty {is empty} other {is not encrypted}}.',
  // Of the salt that stood in a list of changes, and of the one that is kept now.
  'salt.notLookedAt': 'It was not checked.',
  'salt.another': 'Another salt is kept here.',
} as const;
