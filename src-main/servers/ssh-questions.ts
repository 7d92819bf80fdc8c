import { randomUUID } from 'node:crypto';
import type { SshQuestion } from '../../src-shared/model/ssh';

/** Questions of SSH servers that wait for the user. Their answers pass through and are kept nowhere. */
export interface SshQuestions {
  /** Gives the answers, one per prompt; undefined if the user says no or `signal` aborts first. */
  ask(question: Omit<SshQuestion, 'questionId'>, signal: AbortSignal): Promise<string[] | undefined>;
  /** What the window said; nothing if the question is not open, or the number of answers does not fit. */
  answer(questionId: string, answers: string[] | undefined): void;
}

/** `show` puts a question before the user, `gone` takes it away. */
export function sshQuestions(show: (question: SshQuestion) => void, gone: (questionId: string) => void): SshQuestions {
  const open = new Map<string, { prompts: number; settle(answers: string[] | undefined): void }>();
  return {
    ask(question, signal) {
      if (signal.aborted) return Promise.resolve(undefined);
      const questionId = randomUUID();
      return new Promise((resolve) => {
        const settle = (answers: string[] | undefined) => {
          open.delete(questionId);
          signal.removeEventListener('abort', stop);
          gone(questionId);
          resolve(answers);
        };
        const stop = () => settle(undefined);
        open.set(questionId, { prompts: question.prompts.length, settle });
        signal.addEventListener('abort', stop, { once: true });
        show({ ...question, questionId });
      });
    },
    answer(questionId, answers) {
      const question = open.get(questionId);
      if (question && (!answers || answers.length === question.prompts)) question.settle(answers);
    },
  };
}
