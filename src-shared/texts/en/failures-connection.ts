/** What can go wrong on the way to a server, and in its TLS. `what` happened, `why` most likely, and what `todo` about it. */
export const failuresConnection = {
  'failure.net.nameUnknown.what': 'This host name does not exist, as seen from this workstation.',
  'failure.net.nameUnknown.why': 'A typing slip, or a name that only the server’s own network knows.',
  'failure.net.nameUnknown.todo': 'Check the name. For an internal name, connect to that network first.',
  'failure.net.nameTrouble.what': 'The name server did not answer. This says nothing about the host itself.',
  'failure.net.nameTrouble.todo': 'Check this computer’s network and try again.',
  'failure.net.refused.what':
    'Connection refused: nothing is listening on {port, select, none {this port} other {port {port}}}.',
  'failure.net.refused.why':
    'The port is wrong, the service is down, or it listens on loopback only, as Gluu’s LDAP usually does.',
  'failure.net.refused.todo':
    'Check the port. For a loopback listener, edit the server: choose the route SSH, and localhost as its host.',
  'failure.net.timeout.what': 'No answer in time.',
  'failure.net.timeout.why': 'Most often a firewall drops the packets, or the service behind the port hangs.',
  'failure.net.timeout.todo': 'Check the firewall between this workstation and the host, then try again.',
  'failure.net.noRoute.what': 'There is no way to this address from here.',
  'failure.net.noRoute.todo': 'Check the network, VPN or address family.',
  'failure.net.dropped.what': 'The other side closed the connection.',
  'failure.net.dropped.why':
    'An idle limit, a restart, too many connections, or a service that expects something else on {port, select, none {this port} other {port {port}}}.',
  'failure.net.dropped.todo': 'Try again. If it happens at once each time, check port and encryption.',
  'failure.tls.untrusted.what': 'This computer does not trust the certificate of the server.',
  'failure.tls.untrusted.why': '{causes}',
  'failure.tls.untrusted.todo': 'Compare its SHA-256 with the one on the server, then trust exactly this certificate.',
  'failure.tls.keyUsage.what':
    'The certificate of the server forbids its key to sign, which TLS needs. Nothing was sent.',
  'failure.tls.keyUsage.why':
    'Its key usage leaves out digitalSignature, as in the certificate of an authority. Tools that do not check this still connect.',
  'failure.tls.keyUsage.todo':
    'Have a certificate issued for the server whose key usage includes digitalSignature, or that has no such field.',
  'failure.tls.changed.what': 'The certificate is not the one you trusted for this server.',
  'failure.tls.changed.why': 'It was renewed, or somebody is in between. Nothing was sent.',
  'failure.tls.changed.todo': 'Ask the server’s administrator which it is before you trust the new one.',
  'failure.tls.old.what': 'The server offers only TLS older than 1.2.',
  'failure.tls.old.todo': 'Enable TLS 1.2 on the server.',
  'failure.tls.failed.what': 'The encrypted connection could not be set up.',
  'failure.tls.failed.why':
    'Both sides found no TLS version and method in common, or the key or certificate of the server cannot be used.',
  'failure.tls.failed.todo':
    'The name that this computer’s TLS library gives the reason is below. Check the TLS settings of the server.',
  'failure.tls.expected.what': '{port, select, none {This port} other {Port {port}}} wants TLS from the first byte.',
  'failure.tls.expected.todo':
    'Choose the encryption that begins with TLS: LDAPS for a directory, TLS from the start for mail.',
  'failure.tls.unexpected.what': '{port, select, none {This port} other {Port {port}}} does not begin with TLS.',
  'failure.tls.unexpected.why': 'It speaks plain text first and may offer STARTTLS.',
  'failure.tls.unexpected.todo': 'Choose STARTTLS, or the port that speaks TLS from the start.',
  // What exactly it was, where one code stands for several causes.
  'failure.reason.noAnswerFor':
    '{seconds, plural, one {No answer within # second.} other {No answer within # seconds.}}',
} as const;
