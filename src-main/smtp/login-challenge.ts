import type { LoginAnswer } from '../../src-shared/verdict/verdict-input';
import type { AskLogin } from './password-login';

/** Methods of JavaMail that are not spoken here. */
const challenged = ['DIGEST-MD5', 'NTLM'] as const;
export type ChallengedMethod = (typeof challenged)[number];
export const isChallenged = (method: string): method is ChallengedMethod =>
  challenged.some((known) => known === method);

const NTLM_SIGNATURE = 'NTLMSSP\0';
/** A type 1 message: signature, type, the flags JavaMail sets (Ntlm.java), and neither domain nor workstation. */
const NTLM_TYPE_1 = Buffer.concat([
  Buffer.from(NTLM_SIGNATURE),
  Buffer.from([1, 0, 0, 0, 0x03, 0xa2, 0, 0]),
  Buffer.alloc(16),
]).toString('base64');
/** Up to the end of the server's challenge (MS-NLMP section 2.2.1.2). */
const NTLM_TYPE_2_BYTES = 32;

const begin: Record<ChallengedMethod, string> = {
  'DIGEST-MD5': 'AUTH DIGEST-MD5',
  NTLM: `AUTH NTLM ${NTLM_TYPE_1}`,
};
/** Whether JavaMail can answer such a challenge at all (DigestMD5.java tokenizeChallenge, Ntlm.java generateType3Msg). */
const isUsable: Record<ChallengedMethod, (challenge: Buffer) => boolean> = {
  'DIGEST-MD5': (challenge) => /(?:^|,)\s*nonce=/.test(challenge.toString('latin1')),
  NTLM: (challenge) =>
    challenge.length >= NTLM_TYPE_2_BYTES && challenge.subarray(0, 8).toString('latin1') === NTLM_SIGNATURE,
};
const CANCEL = '*';

/**
 * Begins a login by a method that is not spoken here, and cancels it (RFC 4954 section 4): no secret is sent. Gives how
 * JavaMail's own attempt fails; undefined where the server asks for the answer to a challenge, since only user name and
 * password tell more.
 */
export async function peekAt(method: ChallengedMethod, ask: AskLogin): Promise<LoginAnswer | undefined> {
  const { code, text } = await ask(begin[method]);
  if (code === 530) return 'wantsTls';
  if (code === 235) return undefined;
  if (code !== 334) return 'failed';
  await ask(CANCEL);
  return isUsable[method](Buffer.from(text, 'base64')) ? undefined : 'failed';
}
