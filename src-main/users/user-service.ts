import { randomBytes } from 'node:crypto';
import type { ServerId } from '../../src-shared/model/server';
import { reachSteps } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { requireServed } from '../gluu-ldap/discover';
import { requireWriting } from '../guard/require-writing';
import type { History } from '../history/history-log';
import type { Reach, Reached, ReadTogether } from '../reach/reach';
import type { KnownServers } from '../registry/known-servers';
import type { CallsOf, Work } from '../work/work';
import type { Settle } from '../write/settle';
import { findDuplicateMails } from './duplicate-mails';
import { type FoundPeople, peopleFinder } from './find-people';
import { readPerson } from './read-person';
import { loginSteps, tryTestLogin } from './test-login';
import { createTestUser, findTestUsers, removeTestUser, requireEncrypted } from './test-users';
import { whoGluuPicks } from './who-gluu-picks';

interface Needs {
  servers: Pick<KnownServers, 'get'>;
  reach: Reach;
  history: History;
  settle: Pick<Settle, 'open'>;
}

/** The stages of writing people, after the server is reached. */
const writeSteps = ['Write', 'Read back'] as const;
const read = (n: number) => message('users.note.read', { n });

/** The calls about the people of a server and about test users. Passwords of test users stay in memory, never elsewhere. */
export function userService({ servers, reach, history, settle }: Needs): CallsOf<'users'> {
  /** Of test users; they go with the core's process. */
  const passwords = new Map<string, string>();
  const finder = peopleFinder();
  const keyOf = (serverId: ServerId, dn: string) => `${serverId} ${dn}`;

  /** Reaches the server, then runs one stage of its own, which ends when the user cancels. */
  function look<T>(
    serverId: ServerId,
    work: Work,
    stage: string,
    run: (reached: Reached, note: (text: Message) => void) => Promise<T>,
  ): Promise<T> {
    work.plan([...reachSteps, stage]);
    return reach(serverId, work, (reached) => work.step(stage, (note) => run(reached, note)));
  }

  return {
    'users.search': ({ serverId, ...wanted }, work) => {
      work.plan([...reachSteps, 'Search']);
      let tell = (_: number) => {};
      const together: ReadTogether<FoundPeople> = (session, where, { memory }) =>
        finder.read(session, memory, where, wanted, (count) => tell(count));
      const take = ({ memory }: Reached, found: Promise<FoundPeople>) =>
        work.step('Search', async (note) => {
          tell = (count) => note(read(count));
          return finder.take(memory, await found);
        });
      return reach(serverId, work, take, { read: together });
    },

    'users.person': ({ serverId, dn }, work) =>
      look(serverId, work, 'Person', ({ session, tree }) => readPerson(session, tree, dn)),

    'users.pick': ({ serverId, address }, work) =>
      look(serverId, work, 'Search', ({ session, tree }) => whoGluuPicks(session, tree, address)),

    'users.duplicates': ({ serverId }, work) =>
      look(serverId, work, 'Read people', ({ session, tree }, note) =>
        findDuplicateMails(session, tree, (count) => note(read(count))),
      ),

    async 'users.createTest'({ serverId, typedName, password: typed, ...wanted }, work) {
      const profile = servers.get(serverId);
      requireWriting(profile, typedName);
      requireEncrypted({ profile });
      const password = typed ?? randomBytes(18).toString('base64url');
      hideFromLog(password);
      work.plan([...reachSteps, ...writeSteps]);
      const end = await reach(serverId, work, async (reached) => {
        requireServed(reached.tree.version, 'testUser');
        return createTestUser(reached, wanted, password, history, work);
      });
      passwords.set(keyOf(serverId, end.dn), password);
      return end;
    },

    async 'users.loginTest'({ serverId, dn, password: typed }, work) {
      const password = typed ?? passwords.get(keyOf(serverId, dn));
      if (password === undefined) throw new AppError('secret.missing');
      hideFromLog(password);
      requireEncrypted({ profile: servers.get(serverId) });
      work.plan([...reachSteps, ...loginSteps]);
      return reach(serverId, work, async (reached) => {
        const result = await tryTestLogin(reached, dn, password, work);
        if (result.loggedIn) passwords.set(keyOf(serverId, dn), password);
        return result;
      });
    },

    async 'users.removeTest'({ serverId, typedName, ...removal }, work) {
      requireWriting(servers.get(serverId), typedName);
      work.plan([...reachSteps, ...writeSteps]);
      const end = await reach(serverId, work, (reached) => removeTestUser(reached, removal, history, work));
      if (end.kind === 'saved') passwords.delete(keyOf(serverId, removal.dn));
      return end;
    },

    'users.leftovers': ({ serverId }, work) =>
      look(serverId, work, 'Test users', async (reached) => {
        await settle.open(reached, 'testUser');
        return findTestUsers(reached);
      }),
  };
}
