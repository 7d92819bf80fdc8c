import { type Message, message, verbatim } from '../texts/message';

/** One stage of a long call as the window shows it. */
export interface Step {
  name: string;
  state: 'waiting' | 'running' | 'done' | 'warned' | 'failed' | 'skipped';
  /** What was found, or why it stopped; already safe to show. */
  text?: Message;
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

/** From where, as a heading. */
export const vantageLabel = (vantage: Vantage): Message => message(`vantage.${vantage}`);

/** What a vantage is called as a piece of work: a code, which files hold as well. */
export const vantagePieces: Record<Vantage, string> = {
  here: 'From this workstation',
  server: 'From the Gluu Server',
};
/** A login tried as a test user, as a piece of work. */
export const testUserPiece = 'Test user';
const JOINT = ' · ';

/** A step's name where the same step is done in several pieces of work at once. */
export const stepWithin = (piece: string, name: string): string => `${piece}${JOINT}${name}`;

/** A step's name where the same step is done from two vantages at once. */
export const stepFrom = (vantage: Vantage, name: string): string => stepWithin(vantagePieces[vantage], name);

/** A step with the piece of work it belongs to. */
const pieceMessages: Record<string, (step: Message) => Message> = {
  [vantagePieces.here]: (step) => message('step.from.here', { step }),
  [vantagePieces.server]: (step) => message('step.from.server', { step }),
  [testUserPiece]: (step) => message('step.asTestUser', { step }),
};

/** What a user reads for a step. Its name is a code, which files hold as well; one that is not known is shown as it is. */
export function stepMessage(name: string): Message {
  const joint = name.indexOf(JOINT);
  if (joint > 0) {
    const [piece, step] = [name.slice(0, joint), stepMessage(name.slice(joint + JOINT.length))];
    return (pieceMessages[piece] ?? ((inside) => message('step.within', { piece, step: inside })))(step);
  }
  if (isKnown(name)) return message(`step.${stepIds[name]}`);
  for (const [word, made] of numbered) if (name.startsWith(word)) return made(name.slice(word.length));
  return verbatim(name);
}

const isKnown = (name: string): name is keyof typeof stepIds => Object.hasOwn(stepIds, name);

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

/** The steps by their names in the code, and those of their messages. */
const stepIds = {
  SSH: 'ssh',
  'SSH login': 'sshLogin',
  Name: 'name',
  Connect: 'connect',
  TLS: 'tls',
  Login: 'login',
  'Who am I': 'whoAmI',
  'Gluu tree': 'gluuTree',
  Version: 'version',
  Rights: 'rights',
  Greeting: 'greeting',
  EHLO: 'ehlo',
  Certificate: 'certificate',
  Sender: 'sender',
  Recipient: 'recipient',
  Data: 'data',
  Goodbye: 'goodbye',
  Salt: 'salt',
  Compare: 'compare',
  Write: 'write',
  'Read back': 'readBack',
  Verify: 'verify',
  'Read the server': 'readServer',
  Settings: 'settings',
  Link: 'link',
  People: 'people',
  Installation: 'installation',
  Files: 'files',
  Password: 'password',
  Search: 'search',
  Person: 'person',
  'Read people': 'readPeople',
  'Test users': 'testUsers',
  Message: 'message',
  Requests: 'requests',
  Folders: 'folders',
  Waiting: 'waiting',
} as const;

/** Steps that are there once for each host or port. */
const numbered: readonly [word: string, made: (rest: string) => Message][] = [
  ['SSH jump ', (place) => message('step.sshJump', { place })],
  ['Port ', (port) => message('step.port', { port })],
];
