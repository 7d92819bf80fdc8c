import type { certificates as english } from '../en/certificates';

export const certificates: Record<keyof typeof english, string> = {
  'certificate.names':
    '{more, plural, =0 {{names}} one {{names} und # weiterer} other {{names} und {more, number} weitere}}',
  'certificate.cause.selfSigned': 'Es ist selbstsigniert: Nur der Server selbst bürgt dafür.',
  'certificate.cause.unknownRoot': 'Es stammt von einer Zertifizierungsstelle, die dieser Rechner nicht kennt.',
  'certificate.cause.unknownAuthority':
    'Es stammt von einer Zertifizierungsstelle, die dieser Rechner nicht kennt, oder der Server lässt ein Zwischenzertifikat weg.',
  'certificate.cause.issuerNotAllowed': 'Es wurde mit einem Zertifikat ausgestellt, das keine anderen ausstellen darf.',
  'certificate.cause.purpose': 'Es wurde nicht für Server ausgestellt (Key Usage oder Extended Key Usage).',
  'certificate.cause.authorityUntrusted':
    'Die ausstellende Zertifizierungsstelle gilt für Server nicht als vertrauenswürdig.',
  'certificate.cause.authorityRejected': 'Die ausstellende Zertifizierungsstelle ist als abgelehnt markiert.',
  'certificate.cause.revoked': 'Es wurde widerrufen.',
  'certificate.cause.signature': 'Seine Signatur ist ungültig.',
  'certificate.cause.chainLength': 'Seine Kette ist zu lang.',
  'certificate.cause.pathLength':
    'Eine Zertifizierungsstelle in seiner Kette darf keine anderen zertifizieren (Path Length).',
  'certificate.cause.rule':
    'Es verletzt eine Regel: Seine Zertifizierungsstelle darf für diesen Namen nichts ausstellen, es hat eine unbekannte kritische Erweiterung, oder seine Signatur ist schwach.',
  'certificate.cause.notTrusted': 'Dieser Rechner vertraut ihm nicht.',
  'certificate.cause.code': 'Dieser Rechner vertraut ihm nicht ({code}).',
  'certificate.cause.ended': 'Es ist am {ended} abgelaufen; nach der Uhr dieses Rechners ist heute der {today}.',
  'certificate.cause.begins': 'Es ist erst ab {begins} gültig; nach der Uhr dieses Rechners ist heute der {today}.',
  'certificate.cause.otherEnded': 'Ein anderes Zertifikat in seiner Kette ist abgelaufen.',
  'certificate.cause.otherBegins': 'Ein anderes Zertifikat in seiner Kette ist noch nicht gültig.',
  'certificate.cause.forOthers': 'Es gilt für {names}, nicht für {host}.',
  'certificate.cause.forOthersHere': 'Es gilt für {names}, nicht für diesen Host.',
  'certificate.cause.forNobody': 'Es nennt keinen Host, gilt also nicht für {host}.',
  'certificate.cause.forNobodyHere': 'Es nennt keinen Host, gilt also nicht für diesen Host.',
  'certificate.cause.otherHost': 'Es gilt für einen anderen Host.',
  'certificate.subject': 'Inhaber',
  'certificate.subject.names': 'Namen',
  'certificate.none': '(keine Angabe)',
  'certificate.issuer': 'Aussteller',
  'certificate.issuer.itself': 'es selbst (selbstsigniert)',
  'certificate.valid': 'Gültig',
  'certificate.valid.span': '{begins} bis {ends}',
  'certificate.valid.expired': '{begins} bis {ends} <b>(abgelaufen)</b>',
  'certificate.trust': 'Vertrauen',
  'certificate.trusted': 'Dieser Rechner vertraut ihm.',
};
