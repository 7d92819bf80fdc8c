import { readFileSync, writeFileSync } from 'node:fs';
import { openHistory } from '../../../src-main/history/history-log';
import { sentencesOf } from '../../../src-shared/messages/failure-texts';
import type { Sentences } from '../../../src-shared/messages/sentences';
import type { Failure } from '../../../src-shared/model/failure';
import { runConnect } from '../../integration/ldap/run-connect';
import { begun } from '../../support/files/records';

export interface ClockVisit {
  /** The time of this process. */
  now: string;
  connected: boolean;
  failure?: Failure;
  sentences?: Sentences;
}

interface Task {
  port: number;
  bindDn: string;
  password: string;
  /** The file the history is kept in. */
  history: string;
}

const input = JSON.parse(readFileSync(process.env.INPUT_FILE ?? '', 'utf8')) as Task;
const { port, bindDn, password } = input;
const { connected, failure } = await runConnect({ host: 'localhost', port, mode: 'ldaps', bindDn }, { password });
const history = await openHistory(input.history);
await history.append(begun({ serverName: 'in the other time' }));
const visit: ClockVisit = {
  now: new Date().toISOString(),
  connected: connected !== undefined,
  ...(failure ? { failure, sentences: sentencesOf(failure) } : {}),
};
writeFileSync(process.env.OUTPUT_FILE ?? '', JSON.stringify(visit));
