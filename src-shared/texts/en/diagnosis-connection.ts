/** What is found before encryption and login: what it is, why, what to do, and what the Gluu Server itself does then. */
export const diagnosisConnection = {
  // ENOTFOUND or ENODATA at the name
  'diagnosis.S01.title': 'Name unknown',
  'diagnosis.S01.explanation': '{host} does not exist in DNS as seen from this workstation.',
  'diagnosis.S01.remedy':
    'Check the spelling. If it is an internal name, test from the server’s network or through the VPN.',
  'diagnosis.S01.gluu':
    'Gluu fails in the same way if the Gluu Server cannot resolve the name either; it shows only that the test failed.',
  // EAI_AGAIN, ESERVFAIL, ETIMEOUT or no answer in time at the name
  'diagnosis.S02.title': 'No answer from DNS',
  'diagnosis.S02.explanation': 'The DNS server of this workstation gave no answer. This says nothing about {host}.',
  'diagnosis.S02.remedy':
    'Check the network and VPN, then run the test again. With an IP address as the host, the name in the certificate will not match.',
  'diagnosis.S02.gluu': 'The Gluu Server uses its own DNS, which cannot be checked from here.',
  // no common address from this workstation and from the server’s network
  'diagnosis.S03.title': 'DNS differs',
  'diagnosis.S03.explanation': '{host} resolves to {here} here, but to {there} on the Gluu Server (split DNS).',
  'diagnosis.S03.remedy': 'Rely on the result from the server’s network.',
  'diagnosis.S03.gluu': 'Gluu goes where the Gluu Server’s own DNS leads: {there}.',
  // ECONNREFUSED
  'diagnosis.S04.title': 'Connection refused',
  'diagnosis.S04.explanation': '{ip} answered, but nothing is listening on port {port}.',
  'diagnosis.S04.remedy':
    'Check the port: the usual ones are 25, 465 and 587. In this test, “localhost” is this workstation; for Gluu, it is the Gluu Server.',
  'diagnosis.S04.gluu':
    'With “Requires Authentication” off, Gluu before 4.2 can fail like this for any host: it ignores the host and connects to localhost, port 25.',
  // ETIMEDOUT, or no TCP connection within the limit
  'diagnosis.S05.title': 'No answer to the connection',
  'diagnosis.S05.explanation':
    '{ip} did not answer on port {port} {seconds, select, noLimit {in time} other {within {seconds, number} s}}. Usually a firewall on the way drops the packets.',
  'diagnosis.S05.remedy':
    'Try another port: many networks block outgoing port 25. Test from the server’s network, or ask for the firewall to be opened from {local, select, notSeen {this workstation} other {{local}}} to {ip}, port {port}.',
  'diagnosis.S05.gluu': 'Gluu up to 4.2 hangs: it sets no working time limit.',
  // EHOSTUNREACH, ENETUNREACH, EHOSTDOWN or EADDRNOTAVAIL
  'diagnosis.S06.title': 'No route',
  'diagnosis.S06.explanation': 'There is no route from this workstation to {ip} ({family}).',
  'diagnosis.S06.remedy': 'Check the network and VPN, or use a name that has an address of the other family.',
  'diagnosis.S06.gluu': 'Gluu depends on the routes of the Gluu Server, not on those of this workstation.',
  // ECONNRESET or end of the connection before the first byte
  'diagnosis.S07.title': 'Dropped before the greeting',
  'diagnosis.S07.explanation': '{ip} accepted the connection on port {port} and closed it without a greeting.',
  'diagnosis.S07.remedy':
    'Likely causes: a block list, a firewall on the way, or too many connections. Check which networks the server accepts, wait, and run the test again.',
  'diagnosis.S07.gluu': 'Gluu fails in the same way if the server treats the Gluu Server’s address like this one.',
  // TCP connection, no complete greeting in time, and a TLS handshake on a second connection fails
  'diagnosis.S08.title': 'Silent server',
  'diagnosis.S08.explanation':
    '{ip} accepted the connection on port {port}, but sent no SMTP greeting {seconds, select, noLimit {in time} other {within {seconds, number} s}}.',
  'diagnosis.S08.remedy':
    'The server may be overloaded, may delay its greeting on purpose, or may not be a mail server. Check the port.',
  'diagnosis.S08.gluu': 'Gluu up to 4.2 hangs: it sets no working time limit.',
  // no greeting in plain text, and a TLS handshake on a second connection succeeds
  'diagnosis.S09.title': 'This port expects TLS from the start',
  'diagnosis.S09.explanation': 'Port {port} expects TLS from the first byte and sends no greeting in plain text.',
  'diagnosis.S09.remedy':
    'Choose “TLS from the start”. On the Gluu Server, switch “Requires SSL” on; from 4.4.1 on, choose “SslTls”.',
  'diagnosis.S09.gluu': 'With “Requires SSL” off, Gluu hangs: both sides wait.',
  // the TLS handshake fails, and a second connection in plain text is greeted with 220
  'diagnosis.S10.title': 'This port starts in plain text',
  'diagnosis.S10.explanation':
    'Port {port} starts in plain text; TLS begins only with the STARTTLS command, if at all.',
  'diagnosis.S10.remedy':
    'Choose “STARTTLS”. On Gluu up to 4.4.0, keep “Requires SSL” on; from 4.4.1 on, choose “StartTls”.',
  'diagnosis.S10.gluu':
    'Gluu up to 4.4.0 tries again in plain text and then with STARTTLS. From 4.4.1 on, “SslTls” fails.',
  // what comes first is no SMTP reply
  'diagnosis.S11.title': 'Not a mail server',
  'diagnosis.S11.explanation':
    '{service, select, httpServer {A web server (HTTP)} sshServer {An SSH server} pop3Server {A POP3 server} imapServer {An IMAP server} vncServer {A VNC server} rsyncServer {An rsync server} ftpServer {An FTP server} other {Some other service}} answers on port {port}, not an SMTP server.',
  'diagnosis.S11.remedy': 'Correct the host or the port.',
  'diagnosis.S11.gluu': 'Gluu fails as well, or hangs if the service says nothing.',
  // 421 or another 4xx as greeting or as answer to EHLO
  'diagnosis.S12.title': 'No connections for now',
  'diagnosis.S12.explanation': 'The mail server accepts no new connections for now.',
  'diagnosis.S12.remedy':
    'Wait, then run the test again. If this continues, there are too many connections, or {local, select, notSeen {this workstation} other {{local}}} has a bad reputation.',
  'diagnosis.S12.gluu': 'Gluu fails and does not try again.',
  // 5xx as greeting
  'diagnosis.S13.title': 'Not from this address',
  'diagnosis.S13.explanation':
    'The mail server accepts no mail from {local, select, notSeen {this workstation} other {{local}}}.',
  'diagnosis.S13.remedy':
    'Allow {local, select, notSeen {this workstation} other {{local}}} at the provider, have it removed from the block list, or use the submission port 587 with a login.',
  'diagnosis.S13.gluu': 'For Gluu, the Gluu Server’s own address counts: test from the server’s network.',
  // 5xx to EHLO and to HELO
  'diagnosis.S14.title': 'EHLO name refused',
  'diagnosis.S14.explanation': 'The server refuses the name {ehlo} that this workstation gives in EHLO.',
  'diagnosis.S14.remedy':
    'Give this computer a host name that resolves. On the Gluu Server, the form cannot set this name.',
  'diagnosis.S14.gluu':
    'Gluu sends the host name that its Java finds, or “localhost” if that server has no proper name.',
  // end of the connection, reset, or no complete answer in time after the greeting, outside login and message
  'diagnosis.S15.title': 'The conversation broke off',
  'diagnosis.S15.explanation':
    '{ended, select, late {The server gave no complete answer within {seconds, number} s, at the stage {stage}.} closed {The server ended the connection at the stage {stage}.} error {The connection broke off at the stage {stage} ({code}).} other {The server did not go on at the stage {stage}.}}',
  'diagnosis.S15.remedy':
    'Run the test again. If this happens again, check the server’s log, and look for a firewall or virus scanner on the way.',
  'diagnosis.S15.gluu': 'Gluu fails if the connection ends; up to 4.2 it hangs if no answer comes.',
  // In what the same mail server differs as seen from this workstation (here) and from the Gluu Server's network (there).
  'diagnosis.vantages.onlyHere':
    'It stops at {stage} here (“{title}”), and works from the Gluu Server. For Gluu, the Gluu Server’s side counts: a firewall or relay rule lets only that through.',
  'diagnosis.vantages.onlyThere':
    'It works from here, and stops at {stage} from the Gluu Server (“{title}”). Gluu’s own mail fails there too, even where a test from this workstation succeeds.',
  'diagnosis.vantages.bothStop': 'It stops at {here} here and at {there} from the Gluu Server.',
  'diagnosis.vantages.certificates':
    'Different certificates are shown here and there: either two machines share one name, or something on the way opens TLS. Addresses here: {here}. Addresses there: {there}.',
} as const;
