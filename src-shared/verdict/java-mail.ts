import type { TlsVersion } from '../model/mail-server';

/** A Java `Long`: JavaMail's PropUtil reads numbers only from String and Integer, so it takes a Long for "not set". */
export interface JavaLong {
  long: number;
}
type PropertyValue = string | number | boolean | JavaLong;

/** Stand for the values of the form inside a property set. */
export const HOST = '{host}';
export const PORT = '{port}';

/** A property set as Gluu puts it into a mail Session. */
export type MailProperties = Readonly<Record<string, PropertyValue>>;

/** What distinguishes one release of JavaMail from another when it opens a connection. */
export interface JavaMailFacts {
  name: string;
  /** Versions it enables on a TLS socket when `ssl.protocols` is not set; `jvm`: those the runtime enables. */
  protocols: readonly TlsVersion[] | 'jvm';
  /** Whether `ssl.trust` reaches a connection that `socketFactory.class` opens. */
  factoryHonoursTrust: boolean;
  /** What becomes of user name and password: UTF-8, or the low byte of each Java char (ASCIIUtility.getBytes). */
  sendsSecretsIn: 'lowByte' | 'utf8';
  /** The newest NTLM it speaks (Ntlm.java). */
  ntlm: 'version1' | 'version2';
  source: string;
}

/**
 * Sources: SocketFetcher.java of tag JAVAMAIL-1_4_7 (`createSocket` asks the factory for the TLS socket itself,
 * `configureSSLSocket` enables TLSv1 alone) and of 1.6.x (`createSocket` connects plainly, then wraps, and prefers
 * `ssl.trust` to the factory; all versions but SSL stay enabled). Neither checks the host name unless told to.
 */
export const javaMailReleases = {
  javaMail14: {
    name: 'JavaMail 1.4.7',
    protocols: ['1.0'],
    factoryHonoursTrust: false,
    sendsSecretsIn: 'lowByte',
    ntlm: 'version1',
    source: 'javaee/javamail JAVAMAIL-1_4_7 com/sun/mail/util/SocketFetcher.java',
  },
  javaMail16: {
    name: 'Jakarta Mail 1.6',
    protocols: 'jvm',
    factoryHonoursTrust: true,
    sendsSecretsIn: 'utf8',
    ntlm: 'version2',
    source: 'jakartaee/mail-api 1.6 com/sun/mail/util/SocketFetcher.java',
  },
} as const satisfies Record<string, JavaMailFacts>;
export type JavaMailRelease = keyof typeof javaMailReleases;

/** A property set, read with JavaMail's own names, defaults and types. */
export interface MailSession {
  /** `socketFactory.class` names a TLS factory, so a first attempt is TLS from the first byte. */
  tlsFactory: boolean;
  /** A failed attempt through that factory is followed by one without (`socketFactory.fallback`, true unless set). */
  fallback: boolean;
  /** `ssl.enable`, or the protocol smtps. */
  tlsFromStart: boolean;
  startTls: 'off' | 'ifOffered' | 'required';
  /** `ssl.trust` names the host: its certificate is not looked at where this is honoured. */
  trustsHost: boolean;
  login: boolean;
  /** Milliseconds, or undefined: waits for ever. */
  connectTimeout: number | undefined;
  readTimeout: number | undefined;
}

const tlsFactories = ['javax.net.ssl.SSLSocketFactory', 'com.sun.mail.util.MailSSLSocketFactory'];

/**
 * Reads a property set as JavaMail does: Session.getTransport(Address) picks the protocol from
 * `mail.transport.protocol.rfc822`, and every other property carries that protocol's prefix (SMTPTransport.java,
 * SocketFetcher.java, PropUtil.java). Both factory classes end in the runtime's default factory: MailSSLSocketFactory
 * has no `getDefault` of its own, so reflection finds that of SSLSocketFactory.
 */
export function readSession(properties: MailProperties): MailSession {
  const protocol = properties['mail.transport.protocol.rfc822'] ?? 'smtp';
  const value = (name: string) => properties[`mail.${protocol}.${name}`];
  const flag = (name: string, otherwise = false) =>
    value(name) === undefined ? otherwise : `${value(name)}` === 'true';
  const timeout = (name: string) => {
    const given = value(name);
    return typeof given === 'string' || typeof given === 'number' ? Number(given) : undefined;
  };
  const startTls = flag('starttls.enable') ? 'ifOffered' : 'off';
  return {
    tlsFactory: tlsFactories.includes(String(value('socketFactory.class'))),
    fallback: flag('socketFactory.fallback', true),
    tlsFromStart: protocol === 'smtps' || flag('ssl.enable'),
    startTls: flag('starttls.required') ? 'required' : startTls,
    trustsHost: value('ssl.trust') === HOST,
    login: flag('auth'),
    connectTimeout: timeout('connectiontimeout'),
    readTimeout: timeout('timeout'),
  };
}
