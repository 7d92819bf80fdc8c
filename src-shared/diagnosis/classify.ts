import type { Ending, MailServerSeen, StageSeen } from '../model/probe';
import type { Message } from '../texts/message';
import { type DiagnosisEntry, type DiagnosisId, diagnoses } from './diagnosis-table';
import { type Facts, factsOf, sentence } from './finding-facts';
import { idOfAddress, idOfStage } from './id-of-stage';
import { replyText } from './smtp-reply';

/** One row of the table, filled with what was seen. */
export interface Finding {
  id: DiagnosisId;
  stage: DiagnosisEntry['stage'];
  severity: DiagnosisEntry['severity'];
  title: Message;
  explanation: Message;
  remedy: Message;
  /** What the Gluu Server itself does in this case. */
  gluu?: Message;
  source: string;
  /** Name, port and address. */
  at: string;
  /** The server's own words. */
  words?: string;
  /** The library's code of an error, where no words came. */
  code?: string;
}

/** What is known beside the probe itself. */
export interface Besides {
  /** The same probe from the Gluu Server's network. */
  serverSide?: MailServerSeen;
  /** Names of the verdict's rules by which the Gluu Server's own mail code will fail. */
  verdictRules?: readonly string[];
  /** What the user says became of an accepted message, or of Gluu's mail. */
  followUp?: 'bounced' | 'spam' | 'missing' | 'gluuFails';
  /** Recipients of one message, with whether each was accepted. */
  recipients?: readonly { address: string; accepted: boolean }[];
}

const SOON_DAYS = 30;

function finding(id: DiagnosisId, seen: MailServerSeen, facts: Facts, words?: string): Finding {
  const { stage, severity, gluu, source } = diagnoses[id];
  const { host, port } = seen.asked;
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    id,
    stage,
    severity,
    title: sentence(`diagnosis.${id}.title`, facts),
    explanation: sentence(`diagnosis.${id}.explanation`, facts),
    remedy: sentence(`diagnosis.${id}.remedy`, facts),
    ...(gluu === false ? {} : { gluu: sentence(`diagnosis.${id as Exclude<DiagnosisId, 'S80' | 'S83'>}.gluu`, facts) }),
    source,
    at: seen.address && seen.address !== host ? `${place} (${seen.address})` : place,
    ...(words ? { words } : {}),
  };
}

function wordsOf(ending: Ending): string | undefined {
  if (ending.kind === 'refused') return replyText(ending.reply);
  if (ending.kind === 'broken') return ending.said;
  return undefined;
}

function ofStage(seen: MailServerSeen, stage: StageSeen, besides: Besides): Finding | undefined {
  const { ending } = stage;
  const isOutOfStep = ending?.kind === 'broken' && ending.how === 'outOfStep';
  if (stage.step === 'Goodbye' && !isOutOfStep) return undefined; // everything was said before
  if (!ending) {
    const accepted = stage.step === 'Data' && stage.reply;
    return accepted ? finding('S80', seen, factsOf(seen, { stage }), replyText(accepted)) : undefined;
  }
  const id = idOfStage(seen, stage, ending);
  const elsewhere = besides.serverSide?.offers.clear?.startTls;
  const known = id === 'S20' && elsewhere ? 'S22' : id;
  const found = finding(known, seen, factsOf(seen, { stage, ending }), wordsOf(ending));
  const code = ending.kind === 'error' ? ending.code : found.stage === 'Certificate' ? seen.tls?.distrust : undefined;
  return { ...found, stage: stage.step, ...(code ? { code } : {}) };
}

function certificateWarnings(seen: MailServerSeen, found: readonly Finding[]): Finding[] {
  const { tls } = seen;
  if (!tls) return [];
  const ids: DiagnosisId[] = [];
  if (tls.daysLeft < 0) ids.push('S23');
  else if (tls.daysLeft < SOON_DAYS) ids.push('S32');
  const [own] = tls.chain;
  if (own && Date.parse(own.validFrom) > Date.parse(seen.began)) ids.push('S24');
  if (!tls.nameMatches) ids.push('S27');
  if (own?.notForServers && !tls.trusted && tls.pin !== 'same') ids.push('S37');
  const { '1.0': old, '1.2': middle, '1.3': recent } = seen.tlsVersions ?? {};
  if (old === false && (middle || recent)) ids.push('S29');
  return ids
    .filter((id) => !found.some((other) => other.id === id))
    .map((id) => ({ ...finding(id, seen, factsOf(seen, {})), severity: 'warning' as const }));
}

function addressWarnings(seen: MailServerSeen): Finding[] {
  if (!seen.address) return [];
  return seen.addresses.flatMap((address) =>
    address.ending
      ? [
          {
            ...finding(idOfAddress(address.ending), seen, factsOf(seen, { address, ending: address.ending })),
            severity: 'warning' as const,
          },
        ]
      : [],
  );
}

function ofServerSide(seen: MailServerSeen, { serverSide }: Besides): Finding[] {
  const here = seen.addresses.map(({ address }) => address);
  const there = serverSide?.addresses.map(({ address }) => address) ?? [];
  if (here.length === 0 || there.length === 0 || here.some((address) => there.includes(address))) return [];
  const addresses = (list: readonly string[]) => ({ list, as: 'plain' as const });
  return [finding('S03', seen, { ...factsOf(seen, {}), here: addresses(here), there: addresses(there) })];
}

const followUps = { bounced: 'S81', spam: 'S82', missing: 'S83', gluuFails: 'S86' } as const;

function ofBesides(seen: MailServerSeen, besides: Besides, failed: boolean): Finding[] {
  const { followUp, verdictRules = [], recipients = [] } = besides;
  const found: Finding[] = [];
  const answered = (how: boolean) => ({
    list: recipients.filter(({ accepted }) => accepted === how).map(({ address }) => address),
    as: 'plain' as const,
  });
  const [accepted, refused] = [answered(true), answered(false)];
  if (accepted.list.length > 0 && refused.list.length > 0)
    found.push(finding('S84', seen, { ...factsOf(seen, {}), accepted, refused }));
  if (!failed && verdictRules.length > 0)
    found.push(finding('S85', seen, { ...factsOf(seen, {}), rules: { list: verdictRules, as: 'plain' } }));
  const isExplained = followUp === 'gluuFails' && (failed || verdictRules.length > 0);
  if (followUp && !isExplained) found.push(finding(followUps[followUp], seen, factsOf(seen, {})));
  return found;
}

/**
 * Everything that a probe shows, the worst first: what ended it, in the order of its stages, then warnings. Decides on
 * stages, Node's error codes and SMTP codes; a server's words count only in provider-patterns.ts.
 */
export function findingsOf(seen: MailServerSeen, besides: Besides = {}): Finding[] {
  const ofStages = seen.stages.flatMap((stage) => ofStage(seen, stage, besides) ?? []);
  const failed = ofStages.some(({ severity }) => severity === 'failure');
  const found = [...ofStages, ...ofBesides(seen, besides, failed)];
  const all = [...found, ...ofServerSide(seen, besides), ...certificateWarnings(seen, found), ...addressWarnings(seen)];
  const rank: Record<Finding['severity'], number> = { failure: 0, success: 1, warning: 2 };
  return all.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/** The one finding that says how it ended; undefined if the probe got where it was to go without a failure. */
export const classify = (seen: MailServerSeen, besides: Besides = {}): Finding | undefined =>
  findingsOf(seen, besides).find(({ severity }) => severity !== 'warning');

/** The finding that says why mail does not go out like this; undefined if nothing stood in the way. */
export const failureIn = (seen: MailServerSeen): Finding | undefined =>
  findingsOf(seen).find(({ severity }) => severity === 'failure');
