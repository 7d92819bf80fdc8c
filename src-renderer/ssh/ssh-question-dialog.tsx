import { useId, useState } from 'react';
import type { SshQuestion } from '../../src-shared/model/ssh';
import { type Message, message } from '../../src-shared/texts/message';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FieldRow, TextInput } from '../ui/field';
import { Quote } from '../ui/message';
import { useSay } from '../ui/texts-store';
import { answerQuestion, useSshQuestions } from './ssh-questions-store';

/** What is asked while an SSH server is logged in to. The answers are kept nowhere. */
export function SshQuestionDialog() {
  const question = useSshQuestions(({ questions }) => questions[0]);
  return question ? <OneQuestion key={question.questionId} question={question} /> : null;
}

/** The label of a field for an answer. */
const labels: Record<SshQuestion['asks'], (question: SshQuestion) => Message> = {
  questions: () => message('ssh.answer.questions'),
  password: ({ from }) => message('ssh.answer.password', { from }),
  passphrase: ({ keyFile = '' }) => message('ssh.answer.passphrase', { keyFile }),
};
const sends: Record<SshQuestion['asks'], (question: SshQuestion) => Message> = {
  questions: ({ from }) => message('ssh.send.questions', { from }),
  password: ({ from }) => message('ssh.send.password', { from }),
  passphrase: () => message('ssh.send.passphrase'),
};

function OneQuestion({ question }: { question: SshQuestion }) {
  const { questionId, asks, from, wayTo, again, name, instruction, prompts } = question;
  const id = useId();
  const [answers, setAnswers] = useState(() => prompts.map(() => ''));
  const say = useSay();
  const label = labels[asks](question);
  const answer = () => void answerQuestion(questionId, answers);
  const refuse = () => void answerQuestion(questionId);
  return (
    <Dialog
      title={say(wayTo === undefined ? `ssh.asks.${asks}` : `ssh.jumpAsks.${asks}`, { host: from })}
      uninvited
      onClose={refuse}
      actions={
        <>
          <Button onClick={refuse} keys="Esc">
            {say('ssh.doNotAnswer')}
          </Button>
          <Button look="main" onClick={answer}>
            {say(sends[asks](question))}
          </Button>
        </>
      }
    >
      {wayTo === undefined ? null : <p className="dim">{say('ssh.onTheWay', { wayTo })}</p>}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          answer();
        }}
      >
        {again ? <p className="note warn">{say('ssh.wrongPassphrase')}</p> : null}
        {name ? <Quote>{name}</Quote> : null}
        {instruction ? <Quote>{instruction}</Quote> : null}
        {prompts.map(({ text, echo }, index) => {
          const promptId = `${id}-prompt-${index}`;
          return (
            <div key={promptId}>
              {text ? <Quote id={promptId}>{text}</Quote> : null}
              <FieldRow
                label={say(prompts.length > 1 ? message('ssh.answer.numbered', { label, n: index + 1 }) : label)}
              >
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
        <p className="note">{say(`ssh.answerNote.${asks}`)}</p>
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
          {say('ssh.send')}
        </button>
      </form>
    </Dialog>
  );
}
