/** What is found before encryption and login: what it is, why, what to do, and what the Gluu Server itself does then. */
export const diagnosisConnection = {
  // ENOTFOUND or ENODATA at the name
  'diagnosis.S01.title': 'Host name not found',
  'diagnosis.S01.explanation': '{host} does not exist in DNS as seen from this workstation.',
  'diagnosis.S01.remedy':
    'Check the spelling. If it is an internal name, test from the Gluu Server, or connect to the VPN first.',
  'diagnosis.S01.gluu':
    'If the Gluu Server cannot resolve the name either, Gluu fails as well and shows only that the test failed.',
  // EAI_AGAIN, ESERVFAIL, ETIMEOUT or no answer in time at the name
  'diagnosis.S02.title': 'No reply from DNS',
  'diagnosis.S02.explanation': 'This workstation’s DNS server did not reply. This says nothing about {host}.',
  'diagnosis.S02.remedy':
    'Check the network and VPN, then run the test again. If you use an IP address as the host instead, the name in the certificate will not match.',
  'diagnosis.S02.gluu': 'The Gluu Server uses its own DNS, which cannot be checked from here.',
  // no common address from this workstation and from the server’s network
  'diagnosis.S03.title': 'DNS results differ',
  'diagnosis.S03.explanation': '{host} resolves to {here} here, but to {there} on the Gluu Server (split DNS).',
  'diagnosis.S03.remedy': 'Rely on the result from the Gluu Server.',
  'diagnosis.S03.gluu': 'Gluu uses the addresses from the Gluu Server’s own DNS: {there}.',
  // ECONNREFUSED
  'diagnosis.S04.title': 'Connection refused',
  'diagnosis.S04.explanation': '{ip} responded, but nothing is listening on port {port}.',
  'diagnosis.S04.remedy':
    'Check the port: the usual ports are 25, 465 and 587. In this test, “localhost” is this workstation; for Gluu, it is the Gluu Server.',
  'diagnosis.S04.gluu':
    'With “Requires Authentication” off, Gluu before 4.2 can fail like this for any host: it ignores the host and connects to localhost, port 25.',
  // ETIMEDOUT, or no TCP connection within the limit
  'diagnosis.S05.title': 'Connection timed out',
  'diagnosis.S05.explanation':
    '{ip} did not respond on port {port} {seconds, select, noLimit {in time} other {within {seconds, number} s}}. Most often, a firewall on the way is dropping the packets.',
  'diagnosis.S05.remedy':
    'Try another port: many networks block outgoing port 25. Test from the Gluu Server, or ask for the firewall to be opened from {local, select, notSeen {this workstation} other {{local}}} to {ip}, port {port}.',
  'diagnosis.S05.gluu': 'Gluu up to 4.2 hangs because its timeout has no effect.',
  // EHOSTUNREACH, ENETUNREACH, EHOSTDOWN or EADDRNOTAVAIL
  'diagnosis.S06.title': 'No route to the host',
  'diagnosis.S06.explanation': 'There is no route from this workstation to {ip} ({family}).',
  'diagnosis.S06.remedy':
    'Check the network and VPN, or use a host name that has an address of the other family (IPv4 or IPv6).',
  'diagnosis.S06.gluu': 'For Gluu, the routes of the Gluu Server count, not those of this workstation.',
  // ECONNRESET or end of the connection before the first byte
  'diagnosis.S07.title': 'Connection closed before the greeting',
  'diagnosis.S07.explanation': '{ip} accepted the connection on port {port}, then closed it without a greeting.',
  'diagnosis.S07.remedy':
    'Likely causes: a block list, a firewall on the way, or too many connections. Check which networks the mail server accepts connections from, wait, and run the test again.',
  'diagnosis.S07.gluu': 'Gluu fails in the same way if the mail server treats the Gluu Server’s address like this one.',
  // TCP connection, no complete greeting in time, and a TLS handshake on a second connection fails
  'diagnosis.S08.title': 'No greeting from the server',
  'diagnosis.S08.explanation':
    '{ip} accepted the connection on port {port}, but sent no SMTP greeting {seconds, select, noLimit {in time} other {within {seconds, number} s}}.',
  'diagnosis.S08.remedy':
    'The server may be overloaded, may delay its greeting on purpose, or may not be a mail server. Check the port.',
  'diagnosis.S08.gluu': 'Gluu up to 4.2 hangs because its timeout has no effect.',
  // no greeting in plain text, and a TLS handshake on a second connection succeeds
  'diagnosis.S09.title': 'This port expects TLS from the start',
  'diagnosis.S09.explanation': 'Port {port} expects TLS from the first byte and sends no unencrypted greeting.',
  'diagnosis.S09.remedy':
    'Choose “TLS from the start”. On the Gluu Server, switch “Requires SSL” on; from 4.4.1 on, choose “SslTls”.',
  'diagnosis.S09.gluu': 'With “Requires SSL” off, Gluu hangs: each side waits for the other.',
  // the TLS handshake fails, and a second connection in plain text is greeted with 220
  'diagnosis.S10.title': 'This port starts unencrypted',
  'diagnosis.S10.explanation': 'Port {port} starts unencrypted; TLS begins only with the STARTTLS command, if at all.',
  'diagnosis.S10.remedy':
    'Choose “STARTTLS”. On Gluu up to 4.4.0, keep “Requires SSL” on; from 4.4.1 on, choose “StartTls”.',
  'diagnosis.S10.gluu': 'Gluu up to 4.4.0 tries again unencrypted, then with STARTTLS. From 4.4.1 on, “SslTls” fails.',
  // what comes first is no SMTP reply
  'diagnosis.S11.title': 'Not a mail server',
  'diagnosis.S11.explanation':
    '{service, select, httpServer {A web server (HTTP)} sshServer {An SSH server} pop3Server {A POP3 server} imapServer {An IMAP server} vncServer {A VNC server} rsyncServer {An rsync server} ftpServer {An FTP server} other {Some other service}} is listening on port {port}, not an SMTP server.',
  'diagnosis.S11.remedy': 'Correct the host or the port.',
  'diagnosis.S11.gluu': 'Gluu fails as well, or hangs if the service sends nothing.',
  // 421 or another 4xx as greeting or as answer to EHLO
  'diagnosis.S12.title': 'No new connections for now',
  'diagnosis.S12.explanation': 'The mail server is not accepting new connections for now.',
  'diagnosis.S12.remedy':
    'Wait, then run the test again. If the problem persists, there may be too many connections, or {local, select, notSeen {this workstation} other {{local}}} may have a bad reputation.',
  'diagnosis.S12.gluu': 'Gluu fails and does not try again.',
  // 5xx as greeting
  'diagnosis.S13.title': 'IP address refused',
  'diagnosis.S13.explanation':
    'The mail server accepts no mail from {local, select, notSeen {this workstation} other {{local}}}.',
  'diagnosis.S13.remedy':
    'Have the provider allow {local, select, notSeen {this workstation} other {{local}}}, have the address removed from the block list, or use the submission port 587 with a login.',
  'diagnosis.S13.gluu': 'For Gluu, the Gluu Server’s own address counts: test from the Gluu Server.',
  // 5xx to EHLO and to HELO
  'diagnosis.S14.title': 'EHLO name refused',
  'diagnosis.S14.explanation': 'The mail server refuses {ehlo}, the name that this workstation sends with EHLO.',
  'diagnosis.S14.remedy':
    'Give this computer a host name that resolves. For the Gluu Server, the form cannot set this name.',
  'diagnosis.S14.gluu':
    'Gluu sends the host name that its Java finds, or “localhost” if the Gluu Server has no proper name.',
  // end of the connection, reset, or no complete answer in time after the greeting, outside login and message
  'diagnosis.S15.title': 'The SMTP session was interrupted',
  'diagnosis.S15.explanation':
    '{ended, select, late {At {stage}, the mail server sent no complete reply within {seconds, number} s.} closed {At {stage}, the mail server closed the connection.} error {At {stage}, the connection was lost ({code}).} other {At {stage}, the mail server did not continue.}}',
  'diagnosis.S15.remedy':
    'Run the test again. If this happens again, check the mail server’s log, and look for a firewall or virus scanner on the way.',
  'diagnosis.S15.gluu': 'Gluu fails if the connection is closed; up to 4.2, it hangs if no reply comes.',
  // In what the same mail server differs as seen from this workstation (here) and from the Gluu Server's network (there).
  'diagnosis.vantages.onlyHere':
    'The test from this workstation stops at {stage} (“{title}”); the test from the Gluu Server does not. For Gluu, only the Gluu Server counts: a firewall or a relay rule probably lets only the Gluu Server through.',
  'diagnosis.vantages.onlyThere':
    'The test from the Gluu Server stops at {stage} (“{title}”); the test from this workstation does not. Gluu’s own mail fails there too.',
  'diagnosis.vantages.bothStop': 'The test stops at {here} from this workstation, and at {there} from the Gluu Server.',
  'diagnosis.vantages.certificates':
    'This workstation and the Gluu Server see different certificates: either two machines share one name, or something on the way intercepts TLS. Addresses seen from this workstation: {here}. Addresses seen from the Gluu Server: {there}.',
} as const;
