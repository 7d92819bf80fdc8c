/** What can go wrong on the way to a server, and in its TLS. `what` happened, `why` most likely, and what `todo` about it. */
export const failuresConnection = {
  'failure.net.nameUnknown.what': 'This host name does not exist, as seen from this workstation.',
  'failure.net.nameUnknown.why': 'The name is mistyped, or only the server’s own network knows it.',
  'failure.net.nameUnknown.todo': 'Check the name. For an internal name, connect to that network first.',
  'failure.net.nameTrouble.what': 'The name server did not reply. This says nothing about the host itself.',
  'failure.net.nameTrouble.todo': 'Check this computer’s network and try again.',
  'failure.net.refused.what':
    'Connection refused: nothing is listening on {port, select, none {this port} other {port {port}}}.',
  'failure.net.refused.why':
    'The port is wrong, the service is down, or it listens on loopback only, as Gluu’s LDAP usually does.',
  'failure.net.refused.todo':
    'Check the port. If the service listens on loopback only, edit the server: choose the route SSH and the host localhost.',
  'failure.net.timeout.what': 'No response in time.',
  'failure.net.timeout.why': 'Usually a firewall drops the packets, or the service on the port hangs.',
  'failure.net.timeout.todo': 'Check the firewall between this workstation and the host, then try again.',
  'failure.net.noRoute.what': 'There is no route to this address from this workstation.',
  'failure.net.noRoute.todo': 'Check the network and the VPN, or use an address of the other family (IPv4 or IPv6).',
  'failure.net.dropped.what': 'The other side closed the connection.',
  'failure.net.dropped.why':
    'An idle limit, a restart, too many connections, or a service that expects something else on {port, select, none {this port} other {port {port}}}.',
  'failure.net.dropped.todo': 'Try again. If it happens immediately each time, check the port and the encryption.',
  'failure.tls.untrusted.what': 'This computer does not trust the server’s certificate.',
  'failure.tls.untrusted.why': '{causes}',
  'failure.tls.untrusted.todo': 'Compare its SHA-256 with the one on the server, then trust exactly this certificate.',
  'failure.tls.keyUsage.what':
    'The server’s certificate does not allow its key to sign, which TLS needs. Nothing was sent.',
  'failure.tls.keyUsage.why':
    'Its key usage leaves out digitalSignature, as is usual for the certificate of an authority. Tools that do not check this still connect.',
  'failure.tls.keyUsage.todo':
    'Get a certificate for the server whose key usage includes digitalSignature, or that has no key usage field.',
  'failure.tls.changed.what': 'This is not the certificate you trusted for this server.',
  'failure.tls.changed.why': 'It was renewed, or someone is intercepting the connection. Nothing was sent.',
  'failure.tls.changed.todo': 'Ask the server’s administrator whether it was renewed before you trust the new one.',
  'failure.tls.old.what': 'The server offers only TLS older than 1.2.',
  'failure.tls.old.todo': 'Enable TLS 1.2 on the server.',
  'failure.tls.failed.what': 'The encrypted connection could not be set up.',
  'failure.tls.failed.why':
    'The two sides have no TLS version and cipher in common, or the server’s key or certificate cannot be used.',
  'failure.tls.failed.todo': 'Check the server’s TLS settings. Below is the TLS library’s own name for the reason.',
  'failure.tls.expected.what': '{port, select, none {This port} other {Port {port}}} expects TLS from the first byte.',
  'failure.tls.expected.todo': 'Choose LDAPS for a directory, or TLS from the start for mail.',
  'failure.tls.unexpected.what': '{port, select, none {This port} other {Port {port}}} does not start with TLS.',
  'failure.tls.unexpected.why': 'It starts in plain text and may offer STARTTLS.',
  'failure.tls.unexpected.todo': 'Choose STARTTLS, or a port with TLS from the start.',
  // What exactly it was, where one code stands for several causes.
  'failure.reason.noAnswerFor':
    '{seconds, plural, one {No response within # second.} other {No response within # seconds.}}',
} as const;
