import { useState } from 'react';
import type { Failure } from '../../src-shared/model/failure';
import type { HostKeyFacts } from '../../src-shared/model/ssh';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import certificateCss from '../ui/certificate.module.css';
import factsCss from '../ui/facts.module.css';
import { FailureNotice } from '../ui/failure-notice';

interface HostKeyPanelProps {
  hostKey: HostKeyFacts;
  /** It differs from the one this computer knows: an alarm that no click ends. */
  changed: boolean;
  onTrusted(): void;
}

/** The host key an SSH server showed. An unknown one can be accepted; a changed one can only be compared. */
export function HostKeyPanel({ hostKey, changed, onTrusted }: HostKeyPanelProps) {
  const [failure, setFailure] = useState<Failure>();
  const { host, port, type, sha256, known, addedTo } = hostKey;

  async function trust() {
    const result = await invoke('ssh.trust', { host, port, type, sha256 });
    if (result.ok) onTrusted();
    else setFailure(result.failure);
  }

  return (
    <section className={certificateCss.certificate} aria-label="The host key this SSH server shows">
      <h3>The host key {host} shows</h3>
      <dl className={factsCss.facts}>
        <div className={factsCss.fact}>
          <dt>Host</dt>
          <dd>
            {host}, port {port}
          </dd>
        </div>
        <div className={factsCss.fact}>
          <dt>Type</dt>
          <dd>{type}</dd>
        </div>
        <div className={factsCss.fact}>
          <dt>SHA-256</dt>
          <dd className="mono">{sha256}</dd>
        </div>
        {known ? (
          <div className={factsCss.fact}>
            <dt>Known so far</dt>
            <dd className="mono">{known.sha256}</dd>
          </div>
        ) : null}
      </dl>
      {changed ? null : (
        <>
          <p className="note">
            Compare the SHA-256 on the server: <code>ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub</code> (or the
            file of another type).{' '}
            {addedTo === undefined
              ? 'Your SSH configuration names no known_hosts file: the key is accepted only until this app ends.'
              : `Accepting adds one line to ${addedTo}, which OpenSSH reads as well.`}
          </p>
          <div className="pair">
            <Button look="main" onClick={() => void trust()}>
              Accept this host key
            </Button>
          </div>
        </>
      )}
      {failure ? <FailureNotice failure={failure} /> : null}
    </section>
  );
}
