import { type ReactNode, useState } from 'react';
import type { Failure } from '../../src-shared/model/failure';
import type { HostKeyFacts } from '../../src-shared/model/ssh';
import { message } from '../../src-shared/texts/message';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import certificateCss from '../ui/certificate.module.css';
import factsCss from '../ui/facts.module.css';
import { FailureNotice } from '../ui/failure-notice';
import { useTexts } from '../ui/texts-store';

const asCode = (inside: ReactNode[]) => (
  <code key="code" translate="no">
    {inside}
  </code>
);

/** Of the type that most servers show. */
const COMPARE = 'ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub';

interface HostKeyPanelProps {
  hostKey: HostKeyFacts;
  /** It differs from the one this computer knows: an alarm that no click ends. */
  changed: boolean;
  onTrusted(): void;
}

/** The host key an SSH server showed. An unknown one can be accepted; a changed one can only be compared. */
export function HostKeyPanel({ hostKey, changed, onTrusted }: HostKeyPanelProps) {
  const [failure, setFailure] = useState<Failure>();
  const { say, rich } = useTexts();
  const { host, port, type, sha256, known, addedTo, remarks = [] } = hostKey;

  async function trust() {
    const result = await invoke('ssh.trust', { host, port, type, sha256 });
    if (result.ok) onTrusted();
    else setFailure(result.failure);
  }

  return (
    <section className={certificateCss.certificate} aria-label={say('ssh.hostKey.label')}>
      <h3>{say('ssh.hostKey.title', { host })}</h3>
      <dl className={factsCss.facts}>
        <div className={factsCss.fact}>
          <dt>{say('ssh.hostKey.host')}</dt>
          <dd>{say('ssh.hostKey.place', { host, port })}</dd>
        </div>
        <div className={factsCss.fact}>
          <dt>{say('ssh.hostKey.type')}</dt>
          <dd translate="no">{type}</dd>
        </div>
        <div className={factsCss.fact}>
          <dt translate="no">SHA-256</dt>
          <dd className="mono" translate="no">
            {sha256}
          </dd>
        </div>
        {known ? (
          <div className={factsCss.fact}>
            <dt>{say('ssh.hostKey.known')}</dt>
            <dd className="mono" translate="no">
              {known.sha256}
            </dd>
          </div>
        ) : null}
      </dl>
      {remarks.map((remark) => (
        <p key={remark.id} className="note warn">
          {say(remark)}
        </p>
      ))}
      {changed ? null : (
        <>
          <p className="note">
            {rich<ReactNode>(message('ssh.hostKey.compare', { command: COMPARE }), { code: asCode })}{' '}
            {addedTo === undefined ? say('ssh.hostKey.addsNothing') : say('ssh.hostKey.adds', { file: addedTo })}
          </p>
          <div className="pair">
            <Button look="main" onClick={() => void trust()}>
              {say('ssh.hostKey.accept')}
            </Button>
          </div>
        </>
      )}
      {failure ? <FailureNotice failure={failure} /> : null}
    </section>
  );
}
