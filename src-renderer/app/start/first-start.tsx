import { Key, Search, Shield } from 'lucide-react';
import { useEffect, useState } from 'react';
import { appCommands, commandLabel } from '../../../src-shared/model/commands';
import { connectSteps, stepMessage } from '../../../src-shared/model/work';
import { type Message, message } from '../../../src-shared/texts/message';
import { DiscoveryEntries } from '../../discovery/entries';
import { useApp } from '../../state/app-store';
import { keychainLong } from '../../state/keychain-words';
import { startDemo } from '../../state/servers-store';
import { Button } from '../../ui/button';
import { keysHere } from '../../ui/keys';
import { useSay } from '../../ui/texts-store';
import { run } from '../commands/commands';
import { isDialogOpen } from '../commands/shortcuts';
import css from './first-start.module.css';

const stepMeaning: Record<(typeof connectSteps)[number], Message> = {
  Name: message('app.start.step.name'),
  Connect: message('app.start.step.connect'),
  TLS: message('app.start.step.tls'),
  Login: message('app.start.step.login'),
  'Who am I': message('app.start.step.whoAmI'),
  'Gluu tree': message('app.start.step.gluuTree'),
  Version: message('app.start.step.version'),
  Rights: message('app.start.step.rights'),
};

const demoServers = [
  ['meadow-312', message('app.start.demo.meadow')],
  ['mill-312', message('app.start.demo.mill')],
  ['harbour-315', message('app.start.demo.harbour')],
  ['orchard-314', message('app.start.demo.orchard')],
  ['tower-318', message('app.start.demo.tower')],
] as const;

/** The two doors of the first start. */
export function FirstStart() {
  const say = useSay();
  const keychain = useApp(({ app }) => app?.keychain.kind ?? 'unknown');
  const [starting, setStarting] = useState(false);
  const demo = () => {
    setStarting(true);
    void startDemo().finally(() => setStarting(false));
  };
  useShortcut('a', () => run('addServer'));
  useShortcut('d', demo);

  return (
    <div className={css.start}>
      <h1>{say('app.start.question')}</h1>
      <p className={css.lead}>{say('app.start.lead')}</p>
      <div className={css.doors}>
        <section className={css.door} aria-label={say(commandLabel('addServer'))}>
          <h2>{say(commandLabel('addServer'))}</h2>
          <p>{say('app.start.checks')}</p>
          <ol className={css.way}>
            {connectSteps.map((name) => (
              <li key={name}>
                <span data-label>{say(stepMessage(name))}</span>
                <span>{say(stepMeaning[name])}</span>
              </li>
            ))}
          </ol>
          <Button look="main" keys="A" onClick={() => run('addServer')} autoFocus>
            {say(commandLabel('addServer'))}
          </Button>
          <DiscoveryEntries />
          <p className="note">
            {say('app.start.moving')}{' '}
            <button type="button" className="link" onClick={() => run('importProfiles')}>
              {say(commandLabel('importProfiles'))}
            </button>
          </p>
        </section>
        <section className={css.door} aria-label={say('app.start.demo')}>
          <h2>{say('app.start.demo')}</h2>
          <p>{say('app.start.demo.what')}</p>
          <ul className={css.way} data-plain>
            {demoServers.map(([name, meaning]) => (
              <li key={name}>
                <span data-label translate="no">
                  {name}
                </span>
                <span>{say(meaning)}</span>
              </li>
            ))}
          </ul>
          <div className="pair">
            <Button keys="D" onClick={demo} off={starting ? say('app.starting') : undefined}>
              {say(commandLabel('startDemo'))}
            </Button>
            <span className="faint small">{say('app.start.demo.undo')}</span>
          </div>
        </section>
      </div>
      <ul className={css.promises}>
        <li>
          <Key size={14} aria-hidden="true" />
          {say(keychainLong(keychain))}
        </li>
        <li>
          <Shield size={14} aria-hidden="true" />
          {say('app.start.noTelemetry')}
        </li>
        <li>
          <Search size={14} aria-hidden="true" />
          {say('app.start.keyboard', { keys: keysHere(appCommands.palette.keys) })}
        </li>
      </ul>
    </div>
  );
}

/** A single letter, as long as nothing is being typed and no dialog is open. */
function useShortcut(letter: string, run: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (typing || event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) return;
      if (event.key.toLowerCase() === letter) {
        event.preventDefault();
        run();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
