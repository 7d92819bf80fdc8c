import { useId, useState } from 'react';
import type { SshQuestion } from '../../src-shared/model/ssh';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FieldRow, TextInput } from '../ui/field';
import { Quote } from '../ui/message';
import { answerQuestion, useSshQuestions } from './ssh-questions-store';

/** What is asked while an SSH server is logged in to. The answers are kept nowhere. */
export function SshQuestionDialog() {
  const question = useSshQuestions(({ questions }) => questions[0]);
  return question ? <OneQuestion key={question.questionId} question={question} /> : null;
}

interface Words {
  title: string;
  /** Of the field for an answer. */
  label: string;
  note: string;
  send: string;
}

/** By who asks. What a server says stands in boxes only: it could name another host. */
const words: Record<SshQuestion['asks'], (question: SshQuestion, host: string) => Words> = {
  questions: ({ from }, host) => ({
    title: `${host} asks`,
    label: 'Answer',
    note: 'The words in a box are that server’s own. What you type goes to it alone and is not kept.',
    send: `Send to ${from}`,
  }),
  password: ({ from }, host) => ({
    title: `${host} wants a password`,
    label: `Password of ${from}`,
    note: 'It goes to that server alone and is not kept.',
    send: `Send to ${from}`,
  }),
  passphrase: ({ keyFile }, host) => ({
    title: `${host} takes a key that is locked`,
    label: `Passphrase of ${keyFile}`,
    note: 'It opens the key file on this computer. It goes to no server and is not kept.',
    send: 'Open the key',
  }),
};

function OneQuestion({ question }: { question: SshQuestion }) {
  const { questionId, asks, from, wayTo, again, name, instruction, prompts } = question;
  const id = useId();
  const [answers, setAnswers] = useState(() => prompts.map(() => ''));
  const { title, label, note, send } = words[asks](question, wayTo === undefined ? from : `Jump host ${from}`);
  const answer = () => void answerQuestion(questionId, answers);
  const refuse = () => void answerQuestion(questionId);
  return (
    <Dialog
      title={title}
      uninvited
      onClose={refuse}
      actions={
        <>
          <Button onClick={refuse} keys="Esc">
            Do not answer
          </Button>
          <Button look="main" onClick={answer}>
            {send}
          </Button>
        </>
      }
    >
      {wayTo === undefined ? null : (
        <p className="dim">It is on the way to {wayTo}, whose own password or passphrase does not belong here.</p>
      )}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          answer();
        }}
      >
        {again ? <p className="note warn">That passphrase does not open the file.</p> : null}
        {name ? <Quote>{name}</Quote> : null}
        {instruction ? <Quote>{instruction}</Quote> : null}
        {prompts.map(({ text, echo }, index) => {
          const promptId = `${id}-prompt-${index}`;
          return (
            <div key={promptId}>
              {text ? <Quote id={promptId}>{text}</Quote> : null}
              <FieldRow label={prompts.length > 1 ? `${label} ${index + 1}` : label}>
                {(ids) => (
                  <TextInput
                    {...ids}
                    describedBy={text ? promptId : ids.describedBy}
                    type={echo ? 'text' : 'password'}
                    value={answers[index] ?? ''}
                    onChange={(value) => setAnswers(answers.map((old, at) => (at === index ? value : old)))}
                  />
                )}
              </FieldRow>
            </div>
          );
        })}
        <p className="note">{note}</p>
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
          Send
        </button>
      </form>
    </Dialog>
  );
}
