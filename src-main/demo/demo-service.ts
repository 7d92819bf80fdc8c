import { randomUUID } from 'node:crypto';
import type { AppEvent } from '../../src-shared/contract/events';
import type { DemoMessage, DemoMessageHead } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { placeKey } from '../net/place-name';
import type { KnownServers, TemporaryServer } from '../registry/known-servers';
import type { CallsOf } from '../work/work';
import type { DemoFleet, DemoServer } from './fleet';
import type { InboxMessage } from './inbox';

interface Needs {
  servers: KnownServers;
  startFleet(): Promise<DemoFleet>;
  tell(event: AppEvent): void;
  /** Gets the places where the fleet listens, as `placeKey` names them, while it runs. */
  places?: Set<string>;
  /** The ids its servers had before a lock, which the first fleet's get again: what was typed for them is kept by id. */
  ids?: readonly ServerId[] | undefined;
}

export interface Demo {
  calls: CallsOf<'demo'>;
  running(): boolean;
  /** The ids of its servers; undefined while it does not run. */
  ids(): ServerId[] | undefined;
  /** Whether a certificate is that of the fleet's own reset pages. */
  trusts(sha256: string): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The demo fleet as part of the app: its servers are known while it runs, its inbox can be read. */
export function demoService({ servers, startFleet, tell, places = new Set(), ids = [] }: Needs): Demo {
  let idsBefore = ids;
  let idsNow: ServerId[] = [];
  let fleet: DemoFleet | undefined;
  let changing: Promise<void> = Promise.resolve();

  /** Starts and stops take their turn: a double click must not start two fleets. */
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    changing = changing.then(change, change);
    return changing;
  };
  const start = () =>
    inTurn(async () => {
      if (fleet) return;
      fleet = await startFleet();
      for (const place of fleet.places) places.add(placeKey(place));
      fleet.inbox.onMessage((message) => tell({ kind: 'demoMessage', message: headOf(message) }));
      const found = fleet.servers.map((server, index) => temporaryServer(server, idsBefore[index]));
      idsBefore = [];
      idsNow = found.map(({ profile }) => profile.id);
      servers.setTemporary(found);
    });
  const stop = () =>
    inTurn(async () => {
      await fleet?.stop();
      fleet = undefined;
      places.clear();
      servers.setTemporary([]);
    });

  return {
    running: () => fleet !== undefined,
    ids: () => (fleet ? idsNow : undefined),
    trusts: (sha256) => fleet?.pageSha256 === sha256,
    start,
    stop,
    calls: {
      async 'demo.start'() {
        await start();
        return servers.summaries();
      },
      async 'demo.restart'() {
        await stop();
        await start();
        return servers.summaries();
      },
      'demo.stop': stop,
      'demo.inbox': async () => fleet?.inbox.list().map(headOf) ?? [],
      async 'demo.message'({ messageId }) {
        const found = fleet?.inbox.read(messageId);
        if (!found) throw new AppError('input.invalid', { fields: { messageId: message('demo.message.gone') } });
        return wholeOf(found);
      },
    },
  };
}

/** The app made this server's certificate itself, so it is trusted from the start. */
function temporaryServer(
  { secrets, hints, certificateSha256, ...draft }: DemoServer,
  id = randomUUID() as ServerId,
): TemporaryServer {
  const pin = { sha256: certificateSha256, acceptedAt: new Date().toISOString() };
  return { secrets, hints, profile: { ...draft, id, pin } };
}

const headOf = ({ id, receivedAt, from, to, subject }: InboxMessage): DemoMessageHead => ({
  id,
  receivedAt,
  from: safeText(from),
  to: to.map(safeText),
  subject: safeText(subject),
});

const wholeOf = (message: InboxMessage): DemoMessage => ({
  ...headOf(message),
  text: message.text.slice(0, 100_000),
  headers: message.headers.map(([name, value]) => [safeText(name), safeText(value)]),
  encrypted: message.secured,
  ...(message.authenticatedAs ? { authenticatedAs: safeText(message.authenticatedAs) } : {}),
});
