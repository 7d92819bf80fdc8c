import { type AnyAuthMethod, type BaseAgent, utils } from 'ssh2';

export type {
  ClientChannel,
  FileEntryWithStats,
  KexAlgorithm,
  KeyboardInteractiveAuthMethod,
  ParsedKey,
  Prompt,
  ServerHostKeyAlgorithm,
  SFTPWrapper,
  SignCallback,
  SigningRequestOptions,
} from 'ssh2';
export { BaseAgent, Client, createAgent } from 'ssh2';
/** One try at a login. */
export type LoginAttempt = AnyAuthMethod;
/** Gives the next try after the methods the server would still take; undefined ends it. */
export type NextAttempt = (methods: string[] | undefined, partial: boolean) => Promise<LoginAttempt | undefined>;
export type Agent = BaseAgent;
/** Parses a key file, with its passphrase if it is encrypted; gives an Error for anything else. */
export const parseKey = utils.parseKey;
