import { type ReactNode, useState } from 'react';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import type { Failure } from '../../src-shared/model/failure';
import type { ServerSummary } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { invoke } from '../state/ipc';
import { loadServers } from '../state/servers-store';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import certificateCss from '../ui/certificate.module.css';
import { CertificateTable } from '../ui/certificate-table';
import { Details } from '../ui/details';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { useTexts } from '../ui/texts-store';

interface CertificatePanelProps {
  server: ServerSummary;
  certificate: CertificateFacts;
  /** It differs from the one that was trusted: an alarm, which takes more than a click. */
  changed: boolean;
  onTrusted(): void;
}

const PRINT = 'openssl x509 -noout -fingerprint -sha256 -in';
const compare = message('overview.certificate.compare', {
  openDj: `${PRINT} /etc/certs/opendj.crt`,
  openLdap: '/etc/certs/openldap.crt',
});
const code = (inside: ReactNode[]) => (
  <code key={inside.join('')} translate="no">
    {inside}
  </code>
);

/** The certificate a server showed, and the way to trust exactly this one for exactly this server. */
export function CertificatePanel({ server, certificate, changed, onTrusted }: CertificatePanelProps) {
  const { say, rich } = useTexts();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<Failure>();
  const missing =
    changed && typed !== server.name ? say('overview.certificate.typeFirst', { server: server.name }) : undefined;

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
    <section className={certificateCss.certificate} aria-label={say('overview.certificate')}>
      <h3>{say('overview.certificate.of', { host: server.host })}</h3>
      <CertificateTable host={server.host} certificate={certificate} />
      {certificate.distrust ? (
        <Details>
          <AsIs>{certificate.distrust}</AsIs>
        </Details>
      ) : null}
      {changed && server.pin ? (
        <>
          <p>
            {rich(
              message('overview.certificate.trustedSince', {
                day: { at: server.pin.acceptedAt, as: 'day' },
                sha256: server.pin.sha256,
              }),
              { code },
            )}
          </p>
          <FieldRow label={say('overview.certificate.typeName')}>
            {(ids) => <TextInput {...ids} value={typed} onChange={setTyped} />}
          </FieldRow>
        </>
      ) : (
        <p className="note">{rich(compare, { code })}</p>
      )}
      <div className="pair">
        <Button look="main" off={missing} onClick={() => void trust()}>
          {say('word.trustCertificate')}
        </Button>
      </div>
      {failure ? <FailureNotice failure={failure} /> : null}
    </section>
  );
}
