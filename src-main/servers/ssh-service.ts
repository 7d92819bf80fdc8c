import type { SshRoutes } from '../ssh/ssh-routes';
import type { CallsOf } from '../work/work';
import type { KeyFiles } from './key-files';
import type { SshQuestions } from './ssh-questions';

interface Needs {
  routes: SshRoutes;
  questions: SshQuestions;
  keyFiles: KeyFiles;
}

/** The calls around SSH routes: what the user's configuration knows, key files, host keys, and questions of a server. */
export function sshService({ routes, questions, keyFiles }: Needs): CallsOf<'ssh'> {
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
