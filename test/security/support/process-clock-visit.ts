import { openHistory } from '../../../src-main/history/history-log';
import { sentencesOf } from '../../../src-shared/messages/failure-texts';
import type { Failure } from '../../../src-shared/model/failure';
import { runConnect } from '../../integration/ldap/run-connect';
import { asProgram } from '../../support/as-program';
import { inEnglish } from '../../support/english';
import { begun } from '../../support/files/records';

export interface ClockVisit {
  /** The time of this process. */
  now: string;
  connected: boolean;
  failure?: Failure;
  sentences?: { what: string; why?: string; todo?: string };
}

interface Task {
  port: number;
  bindDn: string;
  password: string;
  /** The file the history is kept in. */
  history: string;
}

await asProgram(async ({ port, bindDn, password, history: file }: Task): Promise<ClockVisit> => {
  const { connected, failure } = await runConnect({ host: 'localhost', port, mode: 'ldaps', bindDn }, { password });
  const history = await openHistory(file);
  await history.append(begun({ serverName: 'in the other time' }));
  return {
    now: new Date().toISOString(),
    connected: connected !== undefined,
    ...(failure ? { failure, sentences: inEnglish(sentencesOf(failure)) } : {}),
  };
});
