import { useState } from 'react';
import { dayText } from '../../src-shared/base/moment';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import type { Failure } from '../../src-shared/model/failure';
import type { ServerSummary } from '../../src-shared/model/server';
import { invoke } from '../state/ipc';
import { loadServers } from '../state/servers-store';
import { Button } from '../ui/button';
import certificateCss from '../ui/certificate.module.css';
import { CertificateTable } from '../ui/certificate-table';
import { Details } from '../ui/details';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';

interface CertificatePanelProps {
  server: ServerSummary;
  certificate: CertificateFacts;
  /** It differs from the one that was trusted: an alarm, which takes more than a click. */
  changed: boolean;
  onTrusted(): void;
}

/** The certificate a server showed, and the way to trust exactly this one for exactly this server. */
export function CertificatePanel({ server, certificate, changed, onTrusted }: CertificatePanelProps) {
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const missing = changed && typed !== server.name ? `Type ${server.name} first.` : undefined;

  async function trust() {
    const result = await invoke('server.trust', {
      serverId: server.id,
      sha256: certificate.sha256,
      ...(changed ? { typedName: typed } : {}),
    });
    if (!result.ok) {
      setFailure(result.failure);
      return;
    }
    await loadServers();
    onTrusted();
  }

  return (
    <section className={certificateCss.certificate} aria-label="The certificate this server shows">
      <h3>The certificate {server.host} shows</h3>
      <CertificateTable host={server.host} certificate={certificate} />
      {certificate.distrust ? <Details>{certificate.distrust}</Details> : null}
      {changed && server.pin ? (
        <>
          <p>
            Trusted since {dayText(server.pin.acceptedAt)}: <code>{server.pin.sha256}</code>
          </p>
          <FieldRow label="Type the server’s name to trust the new one">
            {(ids) => <TextInput {...ids} value={typed} onChange={setTyped} />}
          </FieldRow>
        </>
      ) : (
        <p className="note">
          Gluu’s LDAP makes its own certificate at installation, so this is normal at the first visit. Compare the
          SHA-256 on the server: <code>openssl x509 -noout -fingerprint -sha256 -in /etc/certs/opendj.crt</code>{' '}
          (OpenLDAP: <code>/etc/certs/openldap.crt</code>).
        </p>
      )}
      <div className="pair">
        <Button look="main" off={missing} onClick={() => void trust()}>
          Trust this certificate
        </Button>
      </div>
      {failure ? <FailureNotice failure={failure} /> : null}
    </section>
  );
}
