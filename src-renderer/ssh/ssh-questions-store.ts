import { create } from 'zustand';
import type { SshQuestion } from '../../src-shared/model/ssh';
import { invoke } from '../state/ipc';

/** Questions of SSH servers that wait for the user, the oldest first. */
export const useSshQuestions = create<{ questions: SshQuestion[] }>(() => ({ questions: [] }));

export const addQuestion = (question: SshQuestion): void =>
  useSshQuestions.setState(({ questions }) => ({ questions: [...questions, question] }));

export const dropQuestion = (gone: string): void =>
  useSshQuestions.setState(({ questions }) => ({
    questions: questions.filter(({ questionId }) => questionId !== gone),
  }));

/** Answers a question, or says no without `answers`. */
export async function answerQuestion(questionId: string, answers?: string[]): Promise<void> {
  const reply = answers ? ({ kind: 'answered', answers } as const) : ({ kind: 'refused' } as const);
  await invoke('ssh.answer', { questionId, reply });
}
