import type { english } from '../en/english';
import { app } from './app';
import { base } from './base';
import { boxes } from './boxes';
import { certificates } from './certificates';
import { commands } from './commands';
import { demo } from './demo';
import { diagnosisConnection } from './diagnosis-connection';
import { diagnosisDelivery } from './diagnosis-delivery';
import { diagnosisEnvelope } from './diagnosis-envelope';
import { diagnosisLogin } from './diagnosis-login';
import { diagnosisTls } from './diagnosis-tls';
import { discovery } from './discovery';
import { failuresApp } from './failures-app';
import { failuresConnection } from './failures-connection';
import { failuresDirectory } from './failures-directory';
import { failuresMail } from './failures-mail';
import { failuresProfiles } from './failures-profiles';
import { failuresSsh } from './failures-ssh';
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

/** Every message in German. */
export const german: Record<keyof typeof english, string> = {
  ...app,
  ...base,
  ...boxes,
  ...certificates,
  ...commands,
  ...demo,
  ...diagnosisConnection,
  ...diagnosisDelivery,
  ...diagnosisEnvelope,
  ...diagnosisLogin,
  ...diagnosisTls,
  ...discovery,
  ...failuresApp,
  ...failuresConnection,
  ...failuresDirectory,
  ...failuresMail,
  ...failuresProfiles,
  ...failuresSsh,
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
};
