import { shownName, shownNames, whyNotTrusted } from '../../src-shared/messages/certificate-words';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import { message } from '../../src-shared/texts/message';
import css from './facts.module.css';
import { useTexts } from './texts-store';

interface CertificateTableProps {
  certificate: CertificateFacts;
  /** The host that was dialled. */
  host?: string;
}

/** What a certificate says of itself, row by row, and why this computer does not trust it. */
export function CertificateTable({ certificate, host }: CertificateTableProps) {
  const { say } = useTexts();
  const { subject, issuer, names, sha256, selfSigned, distrust } = certificate;
  const none = say('certificate.none');
  const shown = names.length > 0 ? shownNames(certificate) : undefined;
  return (
    <dl className={css.facts}>
      <dt>{say('certificate.subject')}</dt>
      <dd>{shownName(subject) || none}</dd>
      <dt>{say('certificate.subject.names')}</dt>
      <dd>{shown ? say(shown) : none}</dd>
      <dt>{say('certificate.issuer')}</dt>
      <dd>{selfSigned ? say('certificate.issuer.itself') : shownName(issuer)}</dd>
      <dt>{say('certificate.valid')}</dt>
      <dd>
        <Validity certificate={certificate} />
      </dd>
      <dt>SHA-256</dt>
      <dd className="mono">{sha256}</dd>
      <dt>{say('certificate.trust')}</dt>
      <dd>{distrust === undefined ? say('certificate.trusted') : say(whyNotTrusted(certificate, host))}</dd>
    </dl>
  );
}

function Validity({ certificate: { validFrom, validTo } }: { certificate: CertificateFacts }) {
  const { rich } = useTexts();
  const span = { begins: { at: validFrom, as: 'day' }, ends: { at: validTo, as: 'day' } } as const;
  const expired = new Date(validTo) < new Date();
  return rich<React.ReactNode>(message(expired ? 'certificate.valid.expired' : 'certificate.valid.span', span), {
    b: (inside) => (
      <b key="expired" className="bad">
        {inside}
      </b>
    ),
  });
}
