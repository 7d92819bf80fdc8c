import { counted } from '../../src-shared/base/counted';
import { shownName } from '../../src-shared/messages/certificate-words';
import { mailPinAt, mailPlace, type ServerSummary } from '../../src-shared/model/server';
import type { MailTestOutcome } from '../../src-shared/model/smtp-test';
import { invoke } from '../state/ipc';
import { loadServers } from '../state/servers-store';
import { Button } from '../ui/button';
import certificateCss from '../ui/certificate.module.css';
import { CertificateTable } from '../ui/certificate-table';
import { Details } from '../ui/details';
import factsCss from '../ui/facts.module.css';
import type { Tested } from './mail-test-store';

interface CertificateProps {
  server: ServerSummary;
  outcome: MailTestOutcome;
  tested: Tested;
}

const endsInWords = (days: number): string =>
  days < 0 ? `${counted(-days, 'day')} ago` : days === 0 ? 'today' : `in ${counted(days, 'day')}`;

/** The certificates a mail server showed, and the way to take exactly this one for tests from here. */
export function MailCertificate({ server, outcome, tested }: CertificateProps) {
  const { tls } = outcome.seen;
  const [own, ...issuers] = tls?.chain ?? [];
  if (!tls || !own) return <p className="note">This test saw no certificate.</p>;
  const { host, port } = tested.settings;
  const { vantage } = outcome;
  const pinned = mailPinAt(server, mailPlace(server, host, port, vantage))?.sha256 === own.sha256;
  async function trust(sha256: string) {
    const result = await invoke('smtp.trust', { serverId: server.id, host, port, vantage, sha256 });
    if (result.ok) await loadServers();
  }
  return (
    <section className={certificateCss.certificate} aria-label="The certificate the mail server shows">
      <h3>The certificate {host} shows</h3>
      <CertificateTable
        host={host}
        certificate={{
          ...own,
          ...(tls.distrust ? { distrust: tls.distrust } : {}),
          ...(tls.nameMatches ? {} : { otherHost: true }),
        }}
      />
      <dl className={factsCss.facts}>
        <dt>Key</dt>
        <dd>
          {own.keyType} {own.keyBits ? `${own.keyBits} bits` : ''}
        </dd>
        <dt>Ends</dt>
        <dd>{endsInWords(tls.daysLeft)}</dd>
        <dt>Name</dt>
        <dd>{tls.nameMatches ? `is for ${host}` : `is not for ${host}`}</dd>
        <dt>Negotiated</dt>
        <dd>
          {tls.protocol}, {tls.cipher}
        </dd>
        {issuers.length > 0 ? (
          <>
            <dt>Sent with it</dt>
            <dd>{issuers.map(({ subject }) => shownName(subject)).join(' ← ')}</dd>
          </>
        ) : null}
      </dl>
      {tls.distrust ? <Details>{tls.distrust}</Details> : null}
      {pinned && !tls.trusted ? (
        <p className="note">{tls.pin === 'same' ? 'You trusted this certificate.' : 'Trusted. Run the test again.'}</p>
      ) : null}
      {tls.trusted || pinned ? null : (
        <>
          <div className="pair">
            <Button onClick={() => void trust(own.sha256)}>Trust this certificate for tests</Button>
          </div>
          <p className="note">
            This is for tests from this workstation only. It changes nothing on the Gluu Server, which may refuse such a
            certificate.
          </p>
        </>
      )}
    </section>
  );
}
