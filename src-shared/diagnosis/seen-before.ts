import type { MailServerSeen, StageSeen } from '../model/probe';

/** The stages after the connection stands, in their order; each rests on its own values and on the stages before it. */
export const laterStages = ['Login', 'Sender', 'Recipient', 'Data'] as const satisfies readonly StageSeen['step'][];
export type LaterStage = (typeof laterStages)[number];

/** What a probe showed before one of its later stages: what still holds where that stage was asked with other values. */
export function seenBefore(seen: MailServerSeen, stage: LaterStage): MailServerSeen {
  const dropped: readonly StageSeen['step'][] = [...laterStages.slice(laterStages.indexOf(stage)), 'Goodbye'];
  const { login, loggedIn, textSent, ...rest } = seen;
  const stages = seen.stages.filter(({ step }) => !dropped.includes(step));
  if (stage === 'Login') return { ...rest, stages, loggedIn: false };
  return { ...rest, stages, loggedIn, ...(login ? { login } : {}) };
}
