import type { Failure, FailureCode } from '../model/failure';
import { appFailureTexts } from './app-failures';
import { connectionFailureTexts } from './connection-failures';
import { directoryFailureTexts } from './directory-failures';
import { mailFailureTexts } from './mail-failures';
import { profileFailureTexts } from './profile-failures';
import type { Sentences } from './sentences';
import { sshFailureTexts } from './ssh-failures';

/** The sentences of every failure. `{names}` are filled from the failure's facts, `{thisPort}` from its place; a code without sentences does not compile. */
const texts: Record<FailureCode, Sentences> = {
  ...appFailureTexts,
  ...connectionFailureTexts,
  ...directoryFailureTexts,
  ...sshFailureTexts,
  ...mailFailureTexts,
  ...profileFailureTexts,
};

/** A failure in one line: what happened, and the other side's own words; never a bare code. */
export const failureInShort = (failure: Failure): string =>
  [sentencesOf(failure).what, failure.detail].filter(Boolean).join(' ');

/** The port of the place where it failed, within a sentence and at its beginning. */
function portWords(at = ''): Record<string, string> {
  const port = /^(?:\[[^\]\s]*\]|[^:\s]+):(\d{1,5})(?=\s|$)/.exec(at)?.[1];
  return port
    ? { thisPort: `port ${port}`, ThisPort: `Port ${port}` }
    : { thisPort: 'this port', ThisPort: 'This port' };
}

/** The sentences of a failure, filled in with its facts and the port of its place. */
export function sentencesOf({ code, facts, at }: Failure): Sentences {
  const own = portWords(at);
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(own[name] ?? facts?.[name] ?? name));
  const { what, why, todo } = texts[code];
  // A reason that is a fact alone: failures that an earlier version kept may be without it.
  const only = /^\{(\w+)\}$/.exec(why ?? '')?.[1];
  const isKnown = why !== undefined && (only === undefined || facts?.[only] !== undefined);
  return { what: fill(what), ...(isKnown ? { why: fill(why) } : {}), ...(todo ? { todo: fill(todo) } : {}) };
}
