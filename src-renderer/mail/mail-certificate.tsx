import { shownName } from '../../src-shared/messages/certificate-words';
import { mailPinAt, mailPlace, type ServerSummary } from '../../src-shared/model/server';
import type { MailTestOutcome } from '../../src-shared/model/smtp-test';
import { message, type Message as Sentence } from '../../src-shared/texts/message';
import { invoke } from '../state/ipc';
import { loadServers } from '../state/servers-store';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import certificateCss from '../ui/certificate.module.css';
import { CertificateTable } from '../ui/certificate-table';
import { Details } from '../ui/details';
import factsCss from '../ui/facts.module.css';
import { useSay } from '../ui/texts-store';
import type { Tested } from './mail-test-store';

interface CertificateProps {
  server: ServerSummary;
  outcome: MailTestOutcome;
  tested: Tested;
}

function expiry(days: number): Sentence {
  if (days === 0) return message('mail.certificate.today');
  return days < 0 ? message('mail.certificate.ago', { days: -days }) : message('mail.certificate.inDays', { days });
}

/** The certificates a mail server showed, and the way to take exactly this one for tests from here. */
export function MailCertificate({ server, outcome, tested }: CertificateProps) {
  const say = useSay();
  const { tls } = outcome.seen;
  const [own, ...issuers] = tls?.chain ?? [];
  if (!tls || !own) return <p className="note">{say('mail.certificate.unseen')}</p>;
  const { host, port } = tested.settings;
  const { vantage } = outcome;
  const pinned = mailPinAt(server, mailPlace(server, host, port, vantage))?.sha256 === own.sha256;
  async function trust(sha256: string) {
    const result = await invoke('smtp.trust', { serverId: server.id, host, port, vantage, sha256 });
    if (result.ok) await loadServers();
  }
  return (
    <section className={certificateCss.certificate} aria-label={say('mail.certificate.shown')}>
      <h3>{say('mail.certificate.shownBy', { host })}</h3>
      <CertificateTable
        host={host}
        certificate={{
          ...own,
          ...(tls.distrust ? { distrust: tls.distrust } : {}),
          ...(tls.nameMatches ? {} : { otherHost: true }),
        }}
      />
      <dl className={factsCss.facts}>
        <dt>{say('mail.certificate.key')}</dt>
        <dd>
          {own.keyBits ? (
            say('mail.certificate.keyBits', { type: own.keyType, bits: own.keyBits })
          ) : (
            <AsIs>{own.keyType}</AsIs>
          )}
        </dd>
        <dt>{say('mail.certificate.expires')}</dt>
        <dd>{say(expiry(tls.daysLeft))}</dd>
        <dt>{say('mail.certificate.name')}</dt>
        <dd>{say(tls.nameMatches ? 'mail.certificate.fits' : 'mail.certificate.fitsNot', { host })}</dd>
        <dt>{say('mail.certificate.negotiated')}</dt>
        <dd translate="no">
          {tls.protocol}, {tls.cipher}
        </dd>
        {issuers.length > 0 ? (
          <>
            <dt>{say('mail.certificate.sentWithIt')}</dt>
            <dd translate="no">{issuers.map(({ subject }) => shownName(subject)).join(' ← ')}</dd>
          </>
        ) : null}
      </dl>
      {tls.distrust ? (
        <Details>
          <AsIs>{tls.distrust}</AsIs>
        </Details>
      ) : null}
      {pinned && !tls.trusted ? (
        <p className="note">{say(tls.pin === 'same' ? 'mail.certificate.trusted' : 'mail.certificate.trustedNow')}</p>
      ) : null}
      {tls.trusted || pinned ? null : (
        <>
          <div className="pair">
            <Button onClick={() => void trust(own.sha256)}>{say('mail.certificate.trust')}</Button>
          </div>
          <p className="note">{say('mail.certificate.testsOnly')}</p>
        </>
      )}
    </section>
  );
}
