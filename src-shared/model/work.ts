import type { Words } from '../texts/message';

/** One stage of a long call as the window shows it. */
export interface Step {
  name: string;
  state: 'waiting' | 'running' | 'done' | 'warned' | 'failed' | 'skipped';
  /** What was found, or why it stopped; already safe to show. */
  text?: Words;
  /** Milliseconds it took, once it ended. */
  ms?: number;
}

/** Sent to the window each time a step of a running call changes; always the whole list. */
export interface Progress {
  callId: string;
  steps: Step[];
  /** False once something is being written. */
  cancellable: boolean;
}

/** The stages of an SSH route, before all others. */
export const sshSteps = ['SSH', 'SSH login'] as const;

/** The stages of reaching a server, in their order. */
export const connectSteps = ['Name', 'Connect', 'TLS', 'Login', 'Who am I', 'Gluu tree', 'Version', 'Rights'] as const;

/** Those of them that every piece of work goes through. */
export const reachSteps = connectSteps.filter((name) => name !== 'Rights');

/** From where a mail server is looked at: this workstation, or the far end of the server's SSH route. */
export const vantages = ['here', 'server'] as const;
export type Vantage = (typeof vantages)[number];
export const vantageLabels: Record<Vantage, string> = {
  here: 'From this workstation',
  server: 'From the Gluu Server',
};
const JOINT = ' · ';

/** A step's name where the same step is done in several pieces of work at once. */
export const stepWithin = (piece: string, name: string): string => `${piece}${JOINT}${name}`;

/** A step's name where the same step is done from two vantages at once. */
export const stepFrom = (vantage: Vantage, name: string): string => stepWithin(vantageLabels[vantage], name);

/** A step's name as it stands in a sentence: `Connect, from the Gluu Server`. */
export function stepInWords(name: string): string {
  const by = vantages.find((one) => name.startsWith(stepFrom(one, '')));
  if (!by) return name;
  const label = vantageLabels[by];
  return `${name.slice(stepFrom(by, '').length)}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** The steps of one vantage, by their own names; what was done from one vantage only was done from here. */
export function stepsOf(vantage: Vantage, steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => {
    const by = vantages.find((one) => step.name.startsWith(stepFrom(one, '')));
    if ((by ?? 'here') !== vantage) return [];
    return [by ? { ...step, name: step.name.slice(stepFrom(by, '').length) } : step];
  });
}

/** The stages of Update, after the server is reached. */
export const updateSteps = ['Compare', 'Write', 'Read back'] as const;
