import type { failuresConnection as english } from '../en/failures-connection';

export const failuresConnection: Record<keyof typeof english, string> = {
  'failure.net.nameUnknown.what': 'Ce nom d’hôte n’existe pas, vu de ce poste de travail.',
  'failure.net.nameUnknown.why': 'Le nom est mal orthographié, ou seul le réseau du serveur le connaît.',
  'failure.net.nameUnknown.todo': 'Vérifiez le nom. S’il est interne, connectez-vous d’abord à ce réseau.',
  'failure.net.nameTrouble.what': 'Le serveur de noms n’a pas répondu. Cela ne dit rien de l’hôte lui-même.',
  'failure.net.nameTrouble.todo': 'Vérifiez le réseau de cet ordinateur, puis réessayez.',
  'failure.net.refused.what':
    'Connexion refusée : rien n’écoute sur {port, select, none {ce port} other {le port {port}}}.',
  'failure.net.refused.why':
    'Le port est faux, le service est arrêté, ou il n’écoute qu’en local (loopback), comme le LDAP de Gluu le fait en général.',
  'failure.net.refused.todo':
    'Vérifiez le port. Si le service n’écoute qu’en local, éditez le serveur : choisissez le chemin SSH et l’hôte localhost.',
  'failure.net.timeout.what': 'Pas de réponse à temps.',
  'failure.net.timeout.why': 'En général, un pare-feu bloque les paquets, ou le service sur ce port ne répond plus.',
  'failure.net.timeout.todo': 'Vérifiez le pare-feu entre ce poste de travail et l’hôte, puis réessayez.',
  'failure.net.noRoute.what': 'Il n’y a pas de route de ce poste de travail vers cette adresse.',
  'failure.net.noRoute.todo':
    'Vérifiez le réseau et le VPN, ou utilisez une adresse de l’autre famille (IPv4 ou IPv6).',
  'failure.net.dropped.what': 'L’autre côté a fermé la connexion.',
  'failure.net.dropped.why':
    'Une limite d’inactivité, un redémarrage, trop de connexions, ou un service qui attend autre chose sur {port, select, none {ce port} other {le port {port}}}.',
  'failure.net.dropped.todo':
    'Réessayez. Si cela se reproduit aussitôt à chaque fois, vérifiez le port et le chiffrement.',
  'failure.tls.untrusted.what': 'Cet ordinateur ne fait pas confiance au certificat du serveur.',
  'failure.tls.untrusted.why': '{causes}',
  'failure.tls.untrusted.todo':
    'Comparez son SHA-256 à celui relevé sur le serveur, puis faites confiance à ce certificat précis.',
  'failure.tls.keyUsage.what':
    'Le certificat du serveur n’autorise pas sa clé à signer, ce dont TLS a besoin. Rien n’a été envoyé.',
  'failure.tls.keyUsage.why':
    'Son champ « key usage » omet digitalSignature, comme c’est l’usage pour le certificat d’une autorité. Les outils qui ne le vérifient pas se connectent quand même.',
  'failure.tls.keyUsage.todo':
    'Procurez-vous pour le serveur un certificat dont le champ « key usage » contient digitalSignature, ou qui n’a pas ce champ.',
  'failure.tls.changed.what': 'Ce n’est pas le certificat auquel vous avez fait confiance pour ce serveur.',
  'failure.tls.changed.why': 'Il a été renouvelé, ou quelqu’un intercepte la connexion. Rien n’a été envoyé.',
  'failure.tls.changed.todo':
    'Demandez à l’administrateur du serveur s’il a été renouvelé avant de faire confiance au nouveau.',
  'failure.tls.old.what': 'Le serveur ne propose que des versions de TLS antérieures à 1.2.',
  'failure.tls.old.todo': 'Activez TLS 1.2 sur le serveur.',
  'failure.tls.failed.what': 'La connexion chiffrée n’a pas pu être établie.',
  'failure.tls.failed.why':
    'Les deux côtés n’ont aucune version de TLS ni aucun algorithme de chiffrement en commun, ou la clé ou le certificat du serveur n’est pas utilisable.',
  'failure.tls.failed.todo':
    'Vérifiez la configuration TLS du serveur. Le nom que la bibliothèque TLS donne à la cause figure ci-dessous.',
  'failure.tls.expected.what': '{port, select, none {Ce port} other {Le port {port}}} attend TLS dès le premier octet.',
  'failure.tls.expected.todo': 'Choisissez LDAPS pour un annuaire, ou TLS dès le début pour l’e-mail.',
  'failure.tls.unexpected.what': '{port, select, none {Ce port} other {Le port {port}}} ne commence pas par TLS.',
  'failure.tls.unexpected.why': 'Il commence en clair et propose peut-être STARTTLS.',
  'failure.tls.unexpected.todo': 'Choisissez STARTTLS, ou un port avec TLS dès le début.',
  'failure.reason.noAnswerFor':
    '{seconds, plural, one {Pas de réponse en # seconde.} many {Pas de réponse en # de secondes.} other {Pas de réponse en # secondes.}}',
};
