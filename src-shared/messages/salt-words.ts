import {
  type SaltProof,
  type SaltState,
  type SaltWitness,
  saltWitnesses,
  type Unproved,
  type WitnessSilence,
} from '../model/salt';
import { wordsOf } from '../texts/bridge';
import { sentencesOf } from './failure-texts';

export type Contradicted = Extract<SaltProof, { kind: 'contradicted' }>;

const CONFIGURATION = 'oxTrust’s own configuration';
const silences: Record<WitnessSilence, string> = {
  absent: 'is not there',
  empty: 'is empty',
  notEncrypted: 'is not encrypted',
};

const listed = (witnesses: readonly SaltWitness[]): string => witnesses.join(' and ');
const verb = (witnesses: readonly SaltWitness[], one: string, several: string): string =>
  witnesses.length === 1 ? one : several;

/** What to do about a salt that cannot be proved here. */
export const COMPARE_SALT = 'Compare it with /etc/gluu/conf/salt on this server.';

/** Why a salt cannot be proved here, as a sentence. */
export function whyUnproved(why: Unproved): string {
  switch (why.kind) {
    case 'unreached':
      return `The server was not read. ${wordsOf(sentencesOf(why.failure).what)}`;
    case 'noEntry':
      return `This account does not see the entry of ${CONFIGURATION}.`;
    case 'noAttribute':
      return `This account sees no oxTrustConfApplication in the entry of ${CONFIGURATION}.`;
    case 'several':
      return `oxTrustConfApplication holds ${why.count} values where one is meant.`;
    case 'broken':
      return `The JSON in oxTrustConfApplication cannot be read. ${why.why}`;
    case 'damaged':
      return `In ${CONFIGURATION}, ${listed(why.opened)} decrypts with it, but what ${listed(why.by)} decrypts to is damaged.`;
    case 'silent':
      return `In ${CONFIGURATION}, ${saltWitnesses.map((name) => `${name} ${silences[why.witnesses[name]]}`).join(' and ')}.`;
  }
}

/** Why a salt is refused, as a sentence. */
export function whyContradicted({ by, opened }: Contradicted): string {
  const against = `${listed(by)} of ${CONFIGURATION} ${verb(by, 'does', 'do')} not decrypt with it`;
  return opened.length === 0 ? `${against}.` : `${against}, although ${listed(opened)} does.`;
}

/** What a contradicted salt is, as the end of a sentence; how that comes, most likely; and what to do about it. */
export function contradictedWords(proof: Contradicted): { verdict: string; cause: string; remedy: string } {
  return proof.opened.length === 0
    ? {
        verdict: 'it is not this server’s',
        cause: 'It belongs to another server or installation, or was mistyped.',
        remedy: 'Paste the salt of this server, from its own /etc/gluu/conf/salt.',
      }
    : {
        verdict: 'only a part of this server’s own configuration decrypts with it',
        cause: 'The rest was restored from another installation, or is plain text that was put there by hand.',
        remedy: `Look at /etc/gluu/conf/salt on this server. If the salt is right, enter ${listed(proof.by)} again in oxTrust, JSON Configuration.`,
      };
}

/** A contradicted salt in full, as it stands beside the field it is entered in. */
export function contradictedSentence(proof: Contradicted): string {
  const { verdict, cause, remedy } = contradictedWords(proof);
  return `The salt is refused, since ${verdict}. ${whyContradicted(proof)} ${cause} ${remedy}`;
}

/** What is known of a server's salt, in words. */
export function saltWords(state: SaltState): string {
  switch (state.kind) {
    case 'none':
      return 'This server’s salt is not known here.';
    case 'proved':
      return `The salt kept here is proved to be this server’s: ${listed(state.by)} of ${CONFIGURATION} ${verb(state.by, 'decrypts', 'decrypt')} with it.`;
    case 'contradicted': {
      const { verdict, cause, remedy } = contradictedWords(state);
      return `The salt kept here is refused, since ${verdict}. ${whyContradicted(state)} ${cause} ${remedy}`;
    }
    case 'unproved':
      return `The salt kept here cannot be proved to be this server’s. ${whyUnproved(state.why)} ${COMPARE_SALT}`;
  }
}
