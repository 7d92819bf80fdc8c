import { type Message, message } from '../texts/message';

export const environments = ['production', 'staging', 'test', 'other'] as const;
export type Environment = (typeof environments)[number];
export const environmentLabels: Record<Environment, Message> = {
  production: message('environment.production'),
  staging: message('environment.staging'),
  test: message('environment.test'),
  other: message('environment.other'),
};

/** Whether it serves people: then it is written to only while that is allowed, and with its name typed. */
export const isProduction = ({ environment }: { environment: Environment }): boolean => environment === 'production';
