import { suggestedSettings } from '../../src-shared/diagnosis/suggested-settings';
import { tlsVersions } from '../../src-shared/model/mail-server';
import { type PortSeen, type ScanResult, usualPorts } from '../../src-shared/model/probe';
import { type Message, message, verbatim } from '../../src-shared/texts/message';
import { type Network, thisComputer } from '../net/network';
import type { Work } from '../work/work';
import { scanPort } from './scan-port';
import { endingNote } from './stage-end';

export interface ScanOptions {
  /** From where it is looked at. */
  network: Network;
  /** Tried all at once; of settings that are equally good, those of the first port are suggested first. */
  ports: readonly number[];
  totalMs: number;
  connectMs: number;
  /** Each reply and each handshake. */
  stepMs: number;
}
const scanDefaults: ScanOptions = {
  network: thisComputer,
  ports: usualPorts,
  totalMs: 30_000,
  connectMs: 5000,
  stepMs: 6000,
};

/**
 * Finds out what a mail server offers on several ports: in clear, by STARTTLS and by TLS from the start, with its
 * certificate and the TLS versions it takes. Sends nothing but EHLO. Throws AppError `net.nameUnknown`, `net.nameTrouble`
 * or `net.timeout` for the name, and `work.cancelled`.
 */
export async function scan(host: string, work: Work, options: Partial<ScanOptions> = {}): Promise<ScanResult> {
  const { network, ports, totalMs, connectMs, stepMs } = { ...scanDefaults, ...options };
  const began = performance.now();
  const timer = new AbortController();
  const handle = setTimeout(() => timer.abort(), totalMs);
  const signal = AbortSignal.any([work.signal, timer.signal]);
  const nameOf = (port: number) => `Port ${port}`;
  work.plan(['Name', ...ports.map(nameOf)]);
  try {
    const addresses = await work.step('Name', async (note) => {
      const found = await network.lookUp(host, signal, connectMs);
      note(verbatim(found.map(({ address }) => address).join(', ')));
      return found;
    });
    const seen = await Promise.all(
      ports.map((port) =>
        work.step(nameOf(port), async (note) => {
          const look = { network, host, port, addresses, signal, connectMs, stepMs };
          const one = await scanPort(look).catch((error: unknown) => {
            if (work.signal.aborted || !timer.signal.aborted) throw error;
            return timeUp(port, totalMs);
          });
          note(summary(one), one.ending !== undefined);
          return one;
        }),
      ),
    );
    return {
      host,
      addresses: addresses.map(({ address }) => address),
      ports: seen,
      suggested: suggestedSettings(host, seen),
      totalMs: Math.round(performance.now() - began),
    };
  } finally {
    clearTimeout(handle);
    timer.abort();
  }
}

const timeUp = (port: number, limitMs: number): PortSeen => ({
  port,
  ending: { kind: 'late', limitMs, whole: true },
  ways: {},
  tlsVersions: {},
});

/** One line on what a port offers. */
function summary({ ending, ways, tlsVersions: taken }: PortSeen): Message {
  if (ending) return endingNote(ending);
  const spoken = (['tls', 'startTls', 'none'] as const).filter((way) => ways[way]?.offer);
  const offers = [
    ...spoken.map((way) => message(`mail.note.way.${way}`)),
    ...tlsVersions.filter((version) => taken[version]).map((version) => `TLS ${version}`),
  ];
  return offers.length > 0
    ? message('mail.note.offers', { offers: { list: offers, as: 'plain' } })
    : message('mail.note.noMailServer');
}
