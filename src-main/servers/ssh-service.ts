import type { SshRoutes } from '../ssh/ssh-routes';
import type { Handlers } from '../work/work';
import type { KeyFiles } from './key-files';
import type { SshQuestions } from './ssh-questions';

interface Needs {
  routes: SshRoutes;
  questions: SshQuestions;
  keyFiles: KeyFiles;
}
type SshCalls = Pick<Handlers, Extract<keyof Handlers, `ssh.${string}`>>;

/** The calls around SSH routes: what the user's configuration knows, key files, host keys, and questions of a server. */
export function sshService({ routes, questions, keyFiles }: Needs): SshCalls {
  return {
    'ssh.hosts': () => routes.configHosts(),
    async 'ssh.chooseKey'() {
      const keyFile = await keyFiles.choose();
      return keyFile === undefined ? undefined : { keyFile };
    },
    'ssh.trust': (hostKey) => routes.acceptHostKey(hostKey),
    async 'ssh.answer'({ questionId, reply }) {
      questions.answer(questionId, reply.kind === 'answered' ? reply.answers : undefined);
    },
  };
}
