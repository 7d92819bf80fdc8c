import { converse } from './conversation';
import type { VersionFamily } from './gluu-versions';
import { readSession } from './java-mail';
import { type MailCodeId, mailCodes, propertiesOf } from './mail-code';
import { decidedBefore, testsSaved } from './preconditions';
import { secretEncoding } from './secret-encoding';
import { type End, end, knownFrom } from './unknowns';
import type { JvmFacts, MailOccasion, MailServerFacts, VerdictSettings } from './verdict-input';

/** One piece of mail code, run on these settings against what is known. */
export interface CodeInput {
  code: MailCodeId;
  path: MailOccasion;
  settings: VerdictSettings;
  seen: MailServerFacts;
  jvm: JvmFacts;
  family?: VersionFamily | undefined;
}

/** Every way the run of this code can end, given what is known. */
export function endsOf({ code: id, path, settings, seen, jvm, family }: CodeInput): readonly End[] {
  const code = mailCodes[id];
  const situation = { code, path, settings, family };
  const decided = decidedBefore(situation);
  if (decided) return end(decided);
  const session = readSession(propertiesOf(code, settings));
  const known = knownFrom(testsSaved(situation) ? withoutLogin(seen) : seen, jvm);
  return converse({ code, session, secretsBy: (method) => secretEncoding(situation, method) }, known);
}

/** What is left of what was seen where Gluu logs in with another password than the one that was tried. */
function withoutLogin({ credentials: _credentials, tried: _tried, ...seen }: MailServerFacts): MailServerFacts {
  return seen;
}
