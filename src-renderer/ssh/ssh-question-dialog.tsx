import { useState } from 'react';
import type { SshQuestion } from '../../src-shared/model/ssh';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FieldRow, TextInput } from '../ui/field';
import { answerQuestion, useSshQuestions } from './ssh-questions-store';

/** What an SSH server asks while it logs the user in. The answers go to that server and are kept nowhere. */
export function SshQuestionDialog() {
  const question = useSshQuestions(({ questions }) => questions[0]);
  return question ? <OneQuestion key={question.questionId} question={question} /> : null;
}

function OneQuestion({ question }: { question: SshQuestion }) {
  const { questionId, from, name, instruction, prompts } = question;
  const [answers, setAnswers] = useState(() => prompts.map(() => ''));
  const send = () => void answerQuestion(questionId, answers);
  const refuse = () => void answerQuestion(questionId);
  return (
    <Dialog
      title={`${from} asks`}
      onClose={refuse}
      actions={
        <>
          <Button onClick={refuse} keys="Esc">
            Do not answer
          </Button>
          <Button look="main" onClick={send}>
            Send to {from}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {name ? <p>{name}</p> : null}
        {instruction ? <p className="words">{instruction}</p> : null}
        {prompts.map((prompt, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: prompts have no name of their own and do not move
          <FieldRow key={index} label={prompt.text || 'Answer'}>
            {(ids) => (
              <TextInput
                {...ids}
                type={prompt.echo ? 'text' : 'password'}
                value={answers[index] ?? ''}
                onChange={(value) => setAnswers(answers.map((old, at) => (at === index ? value : old)))}
              />
            )}
          </FieldRow>
        ))}
        <p className="note">
          The words above are the server’s own. What you type goes to this server only and is not kept.
        </p>
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
          Send
        </button>
      </form>
    </Dialog>
  );
}
