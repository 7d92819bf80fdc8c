import { afterEach, expect, test, vi } from 'vitest';
import { page31 } from '../../src-shared/gluu/pages/pages-of-appliance';
import { startConsole, type TestConsole } from '../integration/organization/console';
import { inEnglish, saying } from '../support/english';
import { gluuNames } from '../support/gluu-names';
import { carries } from '../support/hostile-ldap/message';
import { securityCase, titled } from './case';

const { applianceDn } = gluuNames();
const isModify = carries('modify');

let server: TestConsole | undefined;
afterEach(() => server?.stop());

type Fault = (server: TestConsole) => Promise<() => Promise<void>>;
interface Lost {
  what: string;
  /** Gets ready to break the next modify; gives what happens once it was broken. */
  fault: Fault;
  end: 'saved' | 'notSaved';
  /** How often the server is asked to make the change. */
  modifies: number;
}
const lost: Lost[] = [
  {
    what: 'slapd is killed between the request and its answer',
    fault: async ({ proxy, slapd }) => {
      const swallowed = proxy.dropNextResponse(isModify);
      return async () => {
        await swallowed;
        await slapd.kill9();
        proxy.cut();
        await slapd.restart();
      };
    },
    end: 'saved',
    modifies: 1,
  },
  {
    what: 'the answer is lost',
    fault: async ({ proxy }) => {
      const swallowed = proxy.dropNextResponse(isModify);
      return async () => {
        await swallowed;
        proxy.cut();
      };
    },
    end: 'saved',
    modifies: 1,
  },
  {
    what: 'the request is lost',
    fault: async ({ proxy }) => {
      const swallowed = proxy.dropNextRequest(isModify);
      return async () => {
        await swallowed;
        proxy.cut();
      };
    },
    end: 'notSaved',
    modifies: 0,
  },
];

test(titled('T19'), async () => {
  for (const { what, fault, end, modifies } of lost) {
    await securityCase('T19', what, async () => {
      const console = await startConsole();
      server = console;
      const plan = await console.plan({ maxLogSize: 300 });
      await vi.waitFor(() => expect(console.slapd.modifies()).toHaveLength(3)); // the questions for the rights
      const happens = await fault(console);
      const updating = console.update(plan);
      await happens();
      const outcome = await updating;
      const value = end === 'saved' ? 300 : 200;
      expect(outcome).toMatchObject({ kind: end, view: { fields: { maxLogSize: { value } } } });
      if (outcome.kind === 'saved')
        expect(inEnglish(outcome.notes)).toContain('Confirmed by reading the server again.');
      expect(console.history.list().map(({ outcome }) => outcome)).toEqual([end]);
      expect(await console.stored(applianceDn, 'gluuMaxLogSize')).toEqual([String(value)]);
      expect(console.slapd.modifies().slice(3)).toHaveLength(modifies);
      await console.stop();
    });
  }
});

const full = '{"host":"h","port":587,"password":"gl0g4Ch2tkU=","requires-ssl":true,"user-name":"u"}';
const unknownKeys = full.replace('{', '{"x1": 1,"x2":"\\u00e9","x3":[1, 2.50],"x4":{"a" : null},"x5":1e3,');

/** What is stored; what has to be stored after the port alone was changed to 2525, or undefined where nothing may be. */
const texts: [string, stored: string | null, after: string | undefined][] = [
  ['absent', null, page31.newJson.oxSmtpConfiguration.replace('"port":0', '"port":2525')],
  ['empty', ' ', undefined],
  ['invalid', '{"host":"h","port":587,}', undefined],
  ['a key twice', '{"host":"h","port":587,"host":"other"}', undefined],
  ['the port as a text', full.replace('587', '"587"'), full.replace('587', '2525')],
  ['five unknown keys', unknownKeys, unknownKeys.replace('587', '2525')],
  [
    'an integer of 2^53 + 1',
    full.replace('}', ',"x":9007199254740993}'),
    full.replace('587', '2525').replace('}', ',"x":9007199254740993}'),
  ],
  ['another order', '{"user-name":"u","port" : 587,\n "host":"h"}', '{"user-name":"u","port" : 2525,\n "host":"h"}'],
];

test(titled('T20'), async () => {
  for (const [what, smtp, after] of texts) {
    await securityCase('T20', what, async () => {
      const console = await startConsole({ tree: { smtp } });
      server = console;
      const view = await console.load();
      if (after === undefined) {
        expect(view.broken.oxSmtpConfiguration).toEqual({ why: saying(/^.+\.$/), raw: smtp });
        await expect(console.plan({ smtpPort: 2525 }, view)).rejects.toMatchObject({ code: 'gluu.brokenJson' });
      } else {
        expect(view.broken).toEqual({});
        expect((await console.save({ smtpPort: 2525 }, { view })).kind).toBe('saved');
      }
      const kept = after ?? smtp;
      expect(await console.stored(applianceDn, 'oxSmtpConfiguration')).toEqual(kept === null ? [] : [kept]);
      await console.stop();
    });
  }
});
