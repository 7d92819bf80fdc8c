/** One stage of a long call as the window shows it. */
export interface Step {
  name: string;
  state: 'waiting' | 'running' | 'done' | 'warned' | 'failed' | 'skipped';
  /** What was found, or why it stopped; already safe to show. */
  text?: string;
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

/** The stages of reaching a server, in their order. */
export const connectSteps = ['Name', 'Connect', 'TLS', 'Login', 'Who am I', 'Gluu tree', 'Version', 'Rights'] as const;
export type ConnectStep = (typeof connectSteps)[number];

/** Those of them that every piece of work goes through. */
export const reachSteps = connectSteps.filter((name) => name !== 'Rights');

/** The stages of a test mail, in their order. */
export const mailSteps = ['Name', 'Connect', 'Greeting', 'TLS', 'Login', 'Sender', 'Recipient', 'Data'] as const;
export type MailStep = (typeof mailSteps)[number];

/** The stages of Update, after the server is reached. */
export const updateSteps = ['Compare', 'Write', 'Read back'] as const;
