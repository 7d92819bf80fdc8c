import type { FailureCode } from '../model/failure';
import type { Sentences } from './sentences';

/** What can go wrong on the way to a server, and in its TLS. */
export const connectionFailureTexts = {
  'net.nameUnknown': {
    what: 'This host name does not exist, as seen from this workstation.',
    why: 'A typing slip, or a name that only the server’s own network knows.',
    todo: 'Check the name. For an internal name, connect to that network first.',
  },
  'net.nameTrouble': {
    what: 'The name server did not answer. This says nothing about the host itself.',
    todo: 'Check this computer’s network and try again.',
  },
  'net.refused': {
    what: 'Connection refused: nothing is listening on {thisPort}.',
    why: 'The port is wrong, the service is down, or it listens on loopback only, as Gluu’s LDAP usually does.',
    todo: 'Check the port. For a loopback listener, edit the server: choose the route SSH, and localhost as its host.',
  },
  'net.timeout': {
    what: 'No answer in time.',
    why: 'Most often a firewall drops the packets, or the service behind the port hangs.',
    todo: 'Check the firewall between this workstation and the host, then try again.',
  },
  'net.noRoute': {
    what: 'There is no way to this address from here.',
    todo: 'Check the network, VPN or address family.',
  },
  'net.dropped': {
    what: 'The other side closed the connection.',
    why: 'An idle limit, a restart, too many connections, or a service that expects something else on {thisPort}.',
    todo: 'Try again. If it happens at once each time, check port and encryption.',
  },
  'tls.untrusted': {
    what: 'This computer does not trust the certificate of the server.',
    why: '{causes}',
    todo: 'Compare its SHA-256 with the one on the server, then trust exactly this certificate.',
  },
  'tls.keyUsage': {
    what: 'The certificate of the server forbids its key to sign, which TLS needs. Nothing was sent.',
    why: 'Its key usage leaves out digitalSignature, as in the certificate of an authority. Tools that do not check this still connect.',
    todo: 'Have a certificate issued for the server whose key usage includes digitalSignature, or that has no such field.',
  },
  'tls.changed': {
    what: 'The certificate is not the one you trusted for this server.',
    why: 'It was renewed, or somebody is in between. Nothing was sent.',
    todo: 'Ask the server’s administrator which it is before you trust the new one.',
  },
  'tls.old': {
    what: 'The server offers only TLS older than 1.2.',
    todo: 'Enable TLS 1.2 on the server.',
  },
  'tls.failed': {
    what: 'The encrypted connection could not be set up.',
    why: 'Both sides found no TLS version and method in common, or the key or certificate of the server cannot be used.',
    todo: 'The name that this computer’s TLS library gives the reason is below. Check the TLS settings of the server.',
  },
  'tls.expected': {
    what: '{ThisPort} wants TLS from the first byte.',
    todo: 'Choose the encryption that begins with TLS: LDAPS for a directory, TLS from the start for mail.',
  },
  'tls.unexpected': {
    what: '{ThisPort} does not begin with TLS.',
    why: 'It speaks plain text first and may offer STARTTLS.',
    todo: 'Choose STARTTLS, or the port that speaks TLS from the start.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>;
