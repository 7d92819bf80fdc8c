import { randomInt } from 'node:crypto';
import type { ServerDraft } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { decryptBytes, encrypt } from '../gluu-ldap/string-encrypter';
import { makeCertificate } from './certificate';
import { type FleetRow, fleetTable, type MailListener, mailAccounts, mailDomain, type SmtpRow } from './fleet-table';
import { Inbox } from './inbox';
import { startLdapServer } from './ldap-server';
import { loopback } from './listener';
import { type MailServer, startMailServer } from './mail-server';
import { peopleOf } from './people';
import { startResetPage } from './reset-page';
import type { StoredSmtpSettings } from './smtp-attributes';
import { buildTree, managerDn, type TreeSecrets } from './trees';

/** A server of the demo fleet, with all it takes to connect. */
export interface DemoServer extends ServerDraft {
  /** What there is to learn from it, and how to send from it. */
  hints: readonly Message[];
  secrets: TreeSecrets;
  /** Of the certificate it shows: SHA-256 over the DER, upper-case hex pairs joined by colons. */
  certificateSha256: string;
}

export interface DemoFleet {
  servers: readonly DemoServer[];
  /** The mail server's name as SMTP settings give it, and its ports. */
  mail: { host: string; ports: Record<MailListener, number> };
  inbox: Inbox;
  /** Every place it listens at, as its settings name them. */
  places: { host: string; port: number }[];
  /** SHA-256 of the certificate its reset pages show. */
  pageSha256: string;
  /** Ends all of it; nothing is left. */
  stop(): Promise<void>;
}

/** What SMTP settings name as host: in a demo, the Gluu Server and this workstation are one. */
const mailHost = 'localhost';

/**
 * Starts the demo fleet on loopback, on ports the system picks: five Gluu Servers' LDAP trees and one mail server.
 * All of it lives in memory, so stopping and starting again undoes everything. Rejects, with nothing left running,
 * if it cannot listen.
 */
export async function startDemoFleet(): Promise<DemoFleet> {
  const inbox = new Inbox();
  const mail = await startMailServer({ certificate: await makeCertificate(), accounts: mailAccounts, inbox });
  const pageCertificate = await makeCertificate();
  const page = await startResetPage(pageCertificate);
  const started = await Promise.allSettled(fleetTable.map((row) => startServer(row, mail, page.url)));
  const running = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async () => {
    await Promise.all([mail.stop(), page.stop(), ...running.map((server) => server.stop())]);
    inbox.clear();
  };
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    servers: running.map(({ server }) => server),
    mail: { host: mailHost, ports: mail.ports },
    places: [
      ...running.map(({ server: { host, port } }) => ({ host, port })),
      ...[mailHost, loopback].flatMap((host) => Object.values(mail.ports).map((port) => ({ host, port }))),
      { host: loopback, port: Number(new URL(page.url).port) },
    ],
    inbox,
    pageSha256: pageCertificate.sha256,
    stop,
  };
}

async function startServer(
  row: FleetRow,
  mail: MailServer,
  applianceUrl: string,
): Promise<{ server: DemoServer; stop: () => Promise<void> }> {
  const secrets = { bindPassword: alphanumerics(20), salt: alphanumerics(24) };
  const { smtp, ...facts } = row;
  const stored = smtp && storedSettings(row, smtp, mail, secrets.salt);
  const directory = buildTree(
    { ...facts, applianceUrl, people: peopleOf(row), ...(stored && { smtp: stored }) },
    secrets,
  );
  const certificate = await makeCertificate();
  const { ldapsPort, stop } = await startLdapServer({ directory, certificate });
  const server: DemoServer = {
    name: row.name,
    group: 'Demo fleet',
    environment: row.environment,
    notes: '',
    hints: [row.notes, ...mailHints(row, mail)],
    host: loopback,
    port: ldapsPort,
    mode: 'ldaps',
    bindDn: managerDn,
    readOnly: false,
    route: { kind: 'direct' },
    secrets,
    certificateSha256: certificate.sha256,
  };
  return { server, stop };
}

/** What a visitor needs to point any of the servers at the demo mail server. Its passwords open nothing but its inbox. */
function mailHints({ name }: FleetRow, { ports }: MailServer): Message[] {
  const account = mailAccounts.find(({ user }) => name.startsWith(user.slice('gluu-'.length, user.indexOf('@'))));
  return [
    message('demo.mail.ports', { host: mailHost, ...ports }),
    ...(account ? [message('demo.mail.account', { ...account })] : []),
  ];
}

function storedSettings(row: FleetRow, smtp: SmtpRow, { ports }: MailServer, salt: string): StoredSmtpSettings {
  const { account } = smtp;
  return {
    host: mailHost,
    port: ports[smtp.listener],
    password: account ? encryptedPassword(account.password, salt, smtp.passwordSalt) : null,
    requiresSsl: smtp.requiresSsl,
    trustHost: false,
    fromName: row.organization,
    fromEmailAddress: account?.user ?? `gluu@${mailDomain}`,
    requiresAuthentication: account !== undefined,
    userName: account?.user ?? null,
  };
}

function encryptedPassword(password: string, salt: string, with_: SmtpRow['passwordSalt']): string {
  if (with_ === 'own') return encrypt(password, salt);
  // One wrong key in some 256 yields padding that looks right; that one would not show the fault.
  for (;;) {
    const stored = encrypt(password, alphanumerics(24));
    if (decryptBytes(stored, salt) === undefined) return stored;
  }
}

/** As Gluu's setup makes its salt and passwords: letters and digits only. */
function alphanumerics(length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
