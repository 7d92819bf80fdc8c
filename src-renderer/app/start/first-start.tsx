import { Key, Search, Shield } from 'lucide-react';
import { useEffect, useState } from 'react';
import { appCommands, commandLabel } from '../../../src-shared/model/commands';
import { connectSteps, stepMessage } from '../../../src-shared/model/work';
import { DiscoveryEntries } from '../../discovery/entries';
import { useApp } from '../../state/app-store';
import { keychainWords } from '../../state/keychain-words';
import { startDemo } from '../../state/servers-store';
import { Button } from '../../ui/button';
import { keysHere } from '../../ui/keys';
import { useSay } from '../../ui/texts-store';
import { run } from '../commands/commands';
import { isDialogOpen } from '../commands/shortcuts';
import css from './first-start.module.css';

const stepMeaning: Record<(typeof connectSteps)[number], string> = {
  Name: 'who answers, every address',
  Connect: 'which address, which port',
  TLS: 'the certificate, shown before it is trusted',
  Login: 'the bind DN and its password',
  'Who am I': 'the account the server sees',
  'Gluu tree': 'appliance and organization, nothing to type',
  Version: 'detected from the schema',
  Rights: 'read-only, or read and write',
};

const demoServers = [
  ['meadow-312', 'healthy'],
  ['mill-312', 'production; the relay wants TLS 1.2'],
  ['harbour-315', 'authentication off: mail goes to localhost:25'],
  ['orchard-314', 'the stored password does not decrypt'],
  ['tower-318', 'two people, one mail address; no SMTP yet'],
] as const;

/** The two doors of the first start. */
export function FirstStart() {
  const say = useSay();
  const keychain = useApp(({ app }) => app?.keychain.kind ?? 'open');
  const [starting, setStarting] = useState(false);
  const demo = () => {
    setStarting(true);
    void startDemo().finally(() => setStarting(false));
  };
  useShortcut('a', () => run('addServer'));
  useShortcut('d', demo);

  return (
    <div className={css.start}>
      <h1>Can your users reset their password?</h1>
      <p className={css.lead}>
        Gluu Console checks the way from the setting in LDAP to the mail, and changes it safely.
      </p>
      <div className={css.doors}>
        <section className={css.door} aria-label={say(commandLabel('addServer'))}>
          <h2>{say(commandLabel('addServer'))}</h2>
          <p>Eight short checks, each with its reason. Nothing is written.</p>
          <ol className={css.way}>
            {connectSteps.map((name) => (
              <li key={name}>
                <span data-label>{say(stepMessage(name))}</span>
                <span>{stepMeaning[name]}</span>
              </li>
            ))}
          </ol>
          <Button look="main" keys="A" onClick={() => run('addServer')} autoFocus>
            {say(commandLabel('addServer'))}
          </Button>
          <DiscoveryEntries />
          <p className="note">
            Moving from another computer?{' '}
            <button type="button" className="link" onClick={() => run('importProfiles')}>
              {say(commandLabel('importProfiles'))}
            </button>
          </p>
        </section>
        <section className={css.door} aria-label="Explore with the demo fleet">
          <h2>Explore with the demo fleet</h2>
          <p>Five small Gluu Servers and a mail server run inside this app. Real sockets, built-in faults.</p>
          <ul className={css.way} data-plain>
            {demoServers.map(([name, meaning]) => (
              <li key={name}>
                <span data-label>{say(stepMessage(name))}</span>
                <span>{meaning}</span>
              </li>
            ))}
          </ul>
          <div className="pair">
            <Button keys="D" onClick={demo} off={starting ? 'Starting' : undefined}>
              {say(commandLabel('startDemo'))}
            </Button>
            <span className="faint small">restart it to undo everything</span>
          </div>
        </section>
      </div>
      <ul className={css.promises}>
        <li>
          <Key size={14} aria-hidden="true" />
          {keychainWords[keychain].long}
        </li>
        <li>
          <Shield size={14} aria-hidden="true" />
          No telemetry. The app talks only to servers you add.
        </li>
        <li>
          <Search size={14} aria-hidden="true" />
          Everything works from the keyboard. {keysHere(appCommands.palette.keys)} finds servers and actions.
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
