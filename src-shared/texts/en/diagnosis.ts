import { diagnosisConnection } from './diagnosis-connection';
import { diagnosisDelivery } from './diagnosis-delivery';
import { diagnosisEnvelope } from './diagnosis-envelope';
import { diagnosisLogin } from './diagnosis-login';
import { diagnosisTls } from './diagnosis-tls';

/** What is said of each finding on a mail server. */
export const diagnosis = {
  ...diagnosisConnection,
  ...diagnosisDelivery,
  ...diagnosisEnvelope,
  ...diagnosisLogin,
  ...diagnosisTls,
} as const;
