import { app } from './app';
import { base } from './base';
import { boxes } from './boxes';
import { certificates } from './certificates';
import { commands } from './commands';
import { demo } from './demo';
import { diagnosis } from './diagnosis';
import { discovery } from './discovery';
import { failures } from './failures';
import { fields } from './fields';
import { history } from './history';
import { lint } from './lint';
import { mailTest } from './mail-test';
import { mailbox } from './mailbox';
import { organization } from './organization';
import { overview } from './overview';
import { problems } from './problems';
import { readiness } from './readiness';
import { report } from './report';
import { reset } from './reset';
import { salt } from './salt';
import { servers } from './servers';
import { settings } from './settings';
import { ssh } from './ssh';
import { steps } from './steps';
import { transfer } from './transfer';
import { users } from './users';
import { verdict } from './verdict';
import { writes } from './writes';

/** Every message in English: the source of the ids and of their arguments. */
export const english = {
  ...app,
  ...base,
  ...boxes,
  ...certificates,
  ...commands,
  ...demo,
  ...diagnosis,
  ...discovery,
  ...failures,
  ...fields,
  ...history,
  ...lint,
  ...mailTest,
  ...mailbox,
  ...organization,
  ...overview,
  ...problems,
  ...readiness,
  ...report,
  ...reset,
  ...salt,
  ...servers,
  ...settings,
  ...ssh,
  ...steps,
  ...transfer,
  ...users,
  ...verdict,
  ...writes,
} as const;
