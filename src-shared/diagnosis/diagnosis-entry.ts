import type { ProbeStep } from '../model/probe';

/** One row of the table of SMTP findings. Texts hold `{placeholders}`, filled by what was seen. */
export interface DiagnosisEntry {
  /** Where in a conversation it is found; `After`: once the server took the message. */
  stage: ProbeStep | 'After';
  /** `failure`: mail does not go out like this, or it was not tried further. */
  severity: 'failure' | 'warning' | 'success';
  title: string;
  /** What has to be seen for this row: codes, never texts. */
  detection: string;
  explanation: string;
  remedy: string;
  /** What the Gluu Server itself does in this case; empty where it does nothing particular. */
  gluu: string;
  source: string;
}

export const RFC5321 = 'RFC 5321 section 4.2';
export const RFC3463 = 'RFC 3463 and the IANA registry of enhanced status codes';
export const JAVAMAIL = 'JavaMail 1.4.7 SocketFetcher.java, oxCore version_3.1.2 MailService.java';
export const NODE = 'Node.js documentation, "Errors" (the code)';
