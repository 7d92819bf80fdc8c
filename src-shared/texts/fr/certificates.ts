import type { certificates as english } from '../en/certificates';

export const certificates: Record<keyof typeof english, string> = {
  'certificate.names':
    '{more, plural, =0 {{names}} one {{names} et # autre} many {{names} et {more, number} autres} other {{names} et {more, number} autres}}',
  'certificate.cause.selfSigned': 'Il est autosigné : seul le serveur lui-même s’en porte garant.',
  'certificate.cause.unknownRoot': 'Il vient d’une autorité que cet ordinateur ne connaît pas.',
  'certificate.cause.unknownAuthority':
    'Il vient d’une autorité que cet ordinateur ne connaît pas, ou le serveur omet un certificat intermédiaire.',
  'certificate.cause.issuerNotAllowed':
    'Il a été émis avec un certificat qui n’est pas autorisé à en émettre d’autres.',
  'certificate.cause.purpose': 'Il n’a pas été émis pour des serveurs (key usage ou extended key usage).',
  'certificate.cause.authorityUntrusted': 'L’autorité qui l’a émis n’est pas digne de confiance pour des serveurs.',
  'certificate.cause.authorityRejected': 'L’autorité qui l’a émis est marquée comme rejetée.',
  'certificate.cause.revoked': 'Il a été révoqué.',
  'certificate.cause.signature': 'Sa signature n’est pas valide.',
  'certificate.cause.chainLength': 'Sa chaîne est trop longue.',
  'certificate.cause.pathLength':
    'Une autorité de sa chaîne n’a pas le droit de certifier d’autres autorités (path length).',
  'certificate.cause.rule':
    'Il enfreint une règle : son autorité n’a pas le droit d’émettre pour ce nom, il a une extension critique inconnue, ou sa signature est faible.',
  'certificate.cause.notTrusted': 'Cet ordinateur ne lui fait pas confiance.',
  'certificate.cause.code': 'Cet ordinateur ne lui fait pas confiance ({code}).',
  'certificate.cause.ended': 'Il a expiré le {ended} ; d’après l’horloge de cet ordinateur, nous sommes le {today}.',
  'certificate.cause.begins':
    'Il est valable à partir du {begins} ; d’après l’horloge de cet ordinateur, nous sommes le {today}.',
  'certificate.cause.otherEnded': 'Un autre certificat de sa chaîne a expiré.',
  'certificate.cause.otherBegins': 'Un autre certificat de sa chaîne n’est pas encore valable.',
  'certificate.cause.forOthers': 'Il est destiné à {names}, pas à {host}.',
  'certificate.cause.forOthersHere': 'Il est destiné à {names}, pas à cet hôte.',
  'certificate.cause.forNobody': 'Il ne nomme aucun hôte : il n’est donc pas destiné à {host}.',
  'certificate.cause.forNobodyHere': 'Il ne nomme aucun hôte : il n’est donc pas destiné à cet hôte.',
  'certificate.cause.otherHost': 'Il est destiné à un autre hôte.',
  'certificate.subject': 'Sujet',
  'certificate.subject.names': 'Noms',
  'certificate.none': '(aucun)',
  'certificate.issuer': 'Émetteur',
  'certificate.issuer.itself': 'lui-même (autosigné)',
  'certificate.valid': 'Validité',
  'certificate.valid.span': 'du {begins} au {ends}',
  'certificate.valid.expired': 'du {begins} au {ends} <b>(expiré)</b>',
  'certificate.trust': 'Confiance',
  'certificate.trusted': 'Cet ordinateur lui fait confiance.',
};
