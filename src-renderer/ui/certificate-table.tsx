import { dayText } from '../../src-shared/base/moment';
import { shownName, shownNames, whyNotTrusted } from '../../src-shared/messages/certificate-words';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import css from './facts.module.css';

interface CertificateTableProps {
  certificate: CertificateFacts;
  /** The host that was dialled. */
  host?: string;
}

/** What a certificate says of itself, row by row, and why this computer does not trust it. */
export function CertificateTable({ certificate, host = 'this host' }: CertificateTableProps) {
  const { subject, issuer, names, validFrom, validTo, sha256, selfSigned, distrust } = certificate;
  const expired = new Date(validTo) < new Date();
  return (
    <dl className={css.facts}>
      <dt>Subject</dt>
      <dd>{shownName(subject) || '(none)'}</dd>
      <dt>Names</dt>
      <dd>{names.length > 0 ? shownNames(certificate) : '(none)'}</dd>
      <dt>Issuer</dt>
      <dd>{selfSigned ? 'itself (self-signed)' : shownName(issuer)}</dd>
      <dt>Valid</dt>
      <dd>
        {dayText(validFrom)} to {dayText(validTo)}
        {expired ? <b className="bad"> (expired)</b> : null}
      </dd>
      <dt>SHA-256</dt>
      <dd className="mono">{sha256}</dd>
      <dt>Not trusted</dt>
      <dd>{distrust === undefined ? 'this computer trusts it' : whyNotTrusted(certificate, host).join(' ')}</dd>
    </dl>
  );
}
