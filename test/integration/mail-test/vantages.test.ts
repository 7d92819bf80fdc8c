import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src-main/base/app-error';
import { testFromVantage } from '../../../src-main/mail-test/vantages';
import { type Network, thisComputer } from '../../../src-main/net/network';
import { createWork } from '../../../src-main/work/work';
import { vantageDifferences } from '../../../src-shared/diagnosis/compare-vantages';
import type { TestStop } from '../../../src-shared/model/mail-server';
import { type Step, stepsOf, type Vantage } from '../../../src-shared/model/work';
import { inEnglish } from '../../support/english';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';
import { plain } from './mail';

let here: ScriptedSmtp;
let there: ScriptedSmtp;
beforeEach(async () => {
  here = await startScriptedSmtp();
  there = await startScriptedSmtp();
});
afterEach(async () => {
  await here.stop();
  await there.stop();
});

/** A network in which the same name and port lead to the other server, as a firewall or split DNS makes it. */
const otherNetwork = (addresses = ['10.0.0.7']): Network => ({
  via: 'ada@gluu.example.org',
  lookUp: async () => addresses.map((address) => ({ address, family: 4 })),
  connect: async ([first], _endpoint, signal, limitMs) => {
    const { socket } = await thisComputer.connect(
      [{ address: '127.0.0.1', family: 4 }],
      { host: '127.0.0.1', port: there.port },
      signal,
      limitMs,
    );
    return { socket, address: first?.address ?? '' };
  },
});

async function run(vantage: Vantage | 'both', until: TestStop, network: () => Promise<Network>) {
  let steps: Step[] = [];
  const lengths = new Set<number>();
  const work = createWork(new AbortController().signal, (now) => {
    steps = now;
    lengths.add(now.length);
  });
  const { clearTextConsent: _, ...settings } = plain(here.port);
  const mayBeReadable = () => true;
  const pinFor = () => undefined;
  const outcome = await testFromVantage(vantage, { settings, pinFor, mayBeReadable, until }, work, network);
  return { outcome, steps, lengths };
}

describe('a mail test from two vantages', () => {
  test('looks from both, and sends from the Gluu Server alone', async () => {
    const { outcome, steps } = await run('both', 'send', async () => otherNetwork());
    expect(outcome).toMatchObject({ vantage: 'server', delivery: { to: 'grace@example.org' } });
    expect(there.messages()).toHaveLength(1);
    expect(here.messages()).toEqual([]);
    expect(here.lines().map(({ line }) => line)).toContain('RCPT TO:<grace@example.org>');
    expect(stepsOf('here', steps).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Name', 'Recipient', 'Goodbye']),
    );
    expect(stepsOf('server', steps).map(({ name }) => name)).toEqual(expect.arrayContaining(['Name', 'Data']));
    expect(stepsOf('here', steps).map(({ name }) => name)).not.toContain('Data');
  });

  test('names all stages of a side at once, before the first of them runs', async () => {
    const { lengths, steps } = await run('both', 'send', async () => otherNetwork());
    const ofServer = stepsOf('server', steps);
    expect(ofServer.slice(0, 3).map(({ name }) => name)).toEqual(['SSH', 'SSH login', 'Name']);
    expect([...lengths]).toEqual([ofServer.length, steps.length]);
  });

  test('explains names that lead elsewhere', async () => {
    const { outcome } = await run('both', 'recipient', async () => otherNetwork());
    const [difference] = vantageDifferences(outcome.here?.seen ?? outcome.seen, outcome.seen);
    expect(inEnglish(difference)?.sentences[0]).toContain('127.0.0.1 here, but to 10.0.0.7');
  });

  test('from the Gluu Server alone does not touch the server here', async () => {
    const { outcome } = await run('server', 'connect', async () => otherNetwork());
    expect(outcome.vantage).toBe('server');
    expect(outcome.here).toBeUndefined();
    expect(here.connections()).toBe(0);
  });

  test('what the far end finds closed is a refused connection there', async () => {
    const closed: Network = {
      ...otherNetwork(),
      connect: async () => {
        throw new AppError('ssh.targetRefused', { facts: { target: '10.0.0.7:25' } });
      },
    };
    const { outcome } = await run('both', 'recipient', async () => closed);
    expect(outcome.seen.addresses).toMatchObject([{ ending: { kind: 'error', code: 'ECONNREFUSED' } }]);
    const found = vantageDifferences(outcome.here?.seen ?? outcome.seen, outcome.seen);
    expect(found.map(({ grave }) => grave)).toContain(true);
  });

  test('a way that cannot be opened is reported as that, not as a fault of the mail server', async () => {
    const refused = async (): Promise<Network> => {
      throw new AppError('ssh.login', {
        stage: 'SSH login',
        facts: { user: 'ada', tried: 'agent', methods: 'publickey' },
      });
    };
    await expect(run('both', 'recipient', refused)).rejects.toMatchObject({ code: 'ssh.login' });
    await expect(run('server', 'recipient', refused)).rejects.toMatchObject({ code: 'ssh.login' });
  });

  test('a server that forbids forwarding is reported as that', async () => {
    const forbidding: Network = {
      ...otherNetwork(),
      connect: async () => {
        throw new AppError('ssh.forwardingRefused', { facts: { target: '10.0.0.7:25' } });
      },
    };
    await expect(run('server', 'recipient', async () => forbidding)).rejects.toMatchObject({
      code: 'ssh.forwardingRefused',
    });
  });
});
