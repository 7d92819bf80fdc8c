import type { diagnosisTls as english } from '../en/diagnosis-tls';

export const diagnosisTls: Record<keyof typeof english, string> = {
  'diagnosis.S20.title': 'STARTTLS non proposé',
  'diagnosis.S20.explanation':
    'Le serveur ne propose pas de chiffrement sur le port {port}. Continuer reviendrait à tout envoyer en clair : aucun e-mail n’a donc été envoyé.',
  'diagnosis.S20.remedy':
    'Utilisez un port avec TLS, ou un autre serveur de messagerie. Pour un relais de votre propre réseau qui n’exige ni chiffrement ni authentification, choisissez « Aucun » et testez sans authentification.',
  'diagnosis.S20.gluu': 'Gluu continue sans avertissement et envoie tout en clair, y compris le mot de passe.',
  'diagnosis.S21.title': 'STARTTLS proposé, puis refusé',
  'diagnosis.S21.explanation':
    'Le serveur propose STARTTLS, puis le refuse. Souvent, son certificat ou sa configuration TLS est en cause.',
  'diagnosis.S21.remedy':
    'Demandez à l’administrateur du serveur de messagerie d’y remédier. En attendant, essayez un port avec TLS dès le début.',
  'diagnosis.S21.gluu': 'Gluu échoue ; il ne continue pas sans chiffrement.',
  'diagnosis.S22.title': 'STARTTLS supprimé sur le trajet',
  'diagnosis.S22.explanation':
    'Entre ce poste de travail et le serveur de messagerie, quelque chose supprime l’offre de chiffrement.',
  'diagnosis.S22.remedy':
    'Il s’agit probablement d’un pare-feu qui inspecte SMTP ou d’un antivirus. Prévoyez-y une exception pour le serveur de messagerie, et testez depuis le Gluu Server.',
  'diagnosis.S22.gluu':
    'Si rien ne supprime l’offre entre le Gluu Server et le serveur de messagerie, Gluu n’est pas concerné. Sinon, il continue sans chiffrement.',
  'diagnosis.S23.title': 'Certificat expiré',
  'diagnosis.S23.explanation':
    'Le certificat de {host} a expiré le {until} (il y a {days, plural, one {# jour} many {# de jours} other {# jours}}).',
  'diagnosis.S23.remedy':
    'Demandez à l’administrateur du serveur de messagerie de le renouveler. S’il n’a expiré que depuis quelques heures, vérifiez l’horloge de ce poste de travail.',
  'diagnosis.S23.gluu':
    'Gluu le refuse ; jusqu’à la version 4.2, il reste alors bloqué sur un port avec TLS dès le début.',
  'diagnosis.S24.title': 'Certificat pas encore valable',
  'diagnosis.S24.explanation':
    'Le certificat de {host} n’est pas valable avant le {since} ; l’horloge de ce poste de travail indique {now}.',
  'diagnosis.S24.remedy': 'Vérifiez l’horloge. Si elle est juste, le certificat a été installé trop tôt.',
  'diagnosis.S24.gluu': 'Gluu le refuse aussi s’il n’est pas encore valable d’après l’horloge du Gluu Server.',
  'diagnosis.S25.title': 'Certificat autosigné',
  'diagnosis.S25.explanation':
    'Le certificat est signé par le serveur lui-même ou par sa propre autorité ; aucune autorité à laquelle cet ordinateur fait confiance ne s’en porte garante.',
  'diagnosis.S25.remedy':
    'Demandez à l’administrateur du serveur de messagerie si son SHA-256 est bien {sha256}. Si oui, faites confiance à ce certificat. Sur le Gluu Server, importez le certificat dans le magasin de certificats de Java (keytool -importcert dans cacerts), puis redémarrez oxTrust.',
  'diagnosis.S25.gluu':
    'Jusqu’à la version 4.2, Gluu le refuse sur un port STARTTLS, que « Trust Server » soit activé ou non, et reste bloqué sur un port avec TLS dès le début.',
  'diagnosis.S26.title': 'Autorité inconnue ou chaîne incomplète',
  'diagnosis.S26.explanation':
    'Le certificat a été émis par « {issuer} », que cet ordinateur ne connaît pas, ou le serveur omet un certificat intermédiaire.',
  'diagnosis.S26.remedy':
    'S’il manque un certificat intermédiaire, demandez à l’administrateur du serveur de messagerie de l’ajouter. S’il s’agit d’une autorité interne, faites confiance au certificat. Sur le Gluu Server, importez le certificat dans le magasin de certificats de Java (keytool -importcert dans cacerts), puis redémarrez oxTrust.',
  'diagnosis.S26.gluu':
    'Jusqu’à la version 4.2, Gluu le refuse sur un port STARTTLS, que « Trust Server » soit activé ou non, et reste bloqué sur un port avec TLS dès le début.',
  'diagnosis.S27.title': 'Certificat pour un autre nom',
  'diagnosis.S27.explanation': 'Vous vous connectez à {host}, mais le certificat est destiné à {names}.',
  'diagnosis.S27.remedy':
    'Utilisez l’un des noms du certificat comme « Hôte SMTP ». Les certificats contiennent rarement des adresses IP.',
  'diagnosis.S27.gluu':
    'Gluu l’accepte sans avertissement : son code d’envoi ne compare pas les noms. N’importe qui sur le trajet, avec un certificat de confiance quelconque, pourrait donc écouter.',
  'diagnosis.S28.title': 'TLS obsolète uniquement',
  'diagnosis.S28.explanation': 'Le serveur ne prend en charge que {protocol}, qui n’est plus sûr.',
  'diagnosis.S28.remedy': 'Demandez à l’administrateur du serveur de messagerie d’activer TLS 1.2 ou ultérieur.',
  'diagnosis.S28.gluu': 'Jusqu’à la version 4.2, Gluu fonctionne avec TLS 1.0, sauf si son Java l’a désactivé.',
  'diagnosis.S29.title': 'Le serveur refuse TLS 1.0',
  'diagnosis.S29.explanation': 'Jusqu’à la version 4.2, Gluu ne propose que TLS 1.0, et ce serveur le refuse.',
  'diagnosis.S29.remedy':
    'Installez sur le Gluu Server un relais qui accepte les e-mails sur localhost et les transmet avec un TLS à jour, utilisez un serveur de messagerie qui accepte TLS 1.0, ou mettez Gluu à niveau.',
  'diagnosis.S29.gluu':
    'Jusqu’à la version 4.2, Gluu échoue avec STARTTLS, et reste bloqué sur un port avec TLS dès le début.',
  'diagnosis.S30.title': 'Aucun chiffrement commun',
  'diagnosis.S30.explanation':
    'Les deux côtés n’ont aucune version de TLS ou aucun algorithme de chiffrement en commun, ou la clé du serveur est trop faible ({code}).',
  'diagnosis.S30.remedy': 'Demandez à l’administrateur du serveur de messagerie de modifier sa configuration TLS.',
  'diagnosis.S30.gluu':
    'Pour Gluu, cela dépend de son Java : les anciennes versions prennent en charge d’autres algorithmes.',
  'diagnosis.S31.title': 'Certificat client exigé',
  'diagnosis.S31.explanation': 'Le serveur exige un certificat client.',
  'diagnosis.S31.remedy':
    'Utilisez un port ou un connecteur du serveur de messagerie qui accepte un mot de passe à la place.',
  'diagnosis.S31.gluu': 'Gluu échoue : ses paramètres de messagerie ne permettent pas d’indiquer un certificat client.',
  'diagnosis.S32.title': 'Le certificat expire bientôt',
  'diagnosis.S32.explanation':
    'Le certificat de {host} expire {days, plural, =0 {dans moins d’un jour} one {dans # jour} many {dans # de jours} other {dans # jours}}, le {until}.',
  'diagnosis.S32.remedy': 'Demandez à l’administrateur du serveur de messagerie de le renouveler à temps.',
  'diagnosis.S32.gluu': 'Gluu le refuse à partir de ce jour.',
  'diagnosis.S33.title': 'Octets en clair après STARTTLS',
  'diagnosis.S33.explanation':
    'Des octets en clair ont suivi la réponse à STARTTLS. Quelqu’un sur le trajet ajoute peut-être du texte aux réponses du serveur de messagerie.',
  'diagnosis.S33.remedy':
    'Rien n’a été envoyé. Testez depuis un autre réseau, et prévenez l’administrateur du serveur de messagerie.',
  'diagnosis.S33.gluu': 'Gluu ne s’en aperçoit pas.',
  'diagnosis.S34.title': 'La négociation TLS a été interrompue',
  'diagnosis.S34.explanation':
    '{ended, select, late {Le serveur a commencé TLS, puis n’a pas envoyé de réponse complète en {seconds, number} s.} closed {Le serveur a commencé TLS, puis a fermé la connexion.} error {Le serveur a commencé TLS, puis la connexion a été perdue ({code}).} other {Le serveur a commencé TLS, puis n’a pas poursuivi.}}',
  'diagnosis.S34.remedy':
    'Relancez le test. Si cela se reproduit, consultez le journal du serveur de messagerie, et cherchez un pare-feu sur le trajet.',
  'diagnosis.S34.gluu':
    'Gluu échoue si la connexion est fermée ; jusqu’à la version 4.2, il reste bloqué si aucune réponse n’arrive.',
  'diagnosis.S35.title': 'Le certificat a changé',
  'diagnosis.S35.explanation':
    'Ce n’est pas le certificat auquel vous avez fait confiance pour {host}. Son SHA-256 est maintenant {sha256}.',
  'diagnosis.S35.remedy':
    'Avant de faire confiance au nouveau, demandez à l’administrateur du serveur de messagerie s’il a été renouvelé.',
  'diagnosis.S35.gluu': 'Gluu ne se fie qu’au magasin de certificats de son Java.',
  'diagnosis.S36.title': 'Le certificat ne permet pas de signer',
  'diagnosis.S36.explanation':
    'Le champ « key usage » du certificat ne contient pas digitalSignature, dont TLS a besoin. Les outils qui ne le vérifient pas se connectent quand même.',
  'diagnosis.S36.remedy':
    'Demandez à l’administrateur du serveur de messagerie un certificat dont le champ « key usage » contient digitalSignature, ou qui n’a pas ce champ.',
  'diagnosis.S36.gluu':
    'On ne sait pas ce que fait Gluu : son Java vérifie le champ « key usage » selon ses propres règles.',
  'diagnosis.S37.title': 'Le certificat enfreint une règle',
  'diagnosis.S37.explanation': 'Cet ordinateur ne fait pas confiance au certificat. {rule} Rien n’a été envoyé.',
  'diagnosis.S37.remedy':
    'Demandez à l’administrateur du serveur de messagerie un certificat destiné aux serveurs, valable pour ce nom, et émis par une autorité habilitée à le faire.',
  'diagnosis.S37.gluu': 'On ne sait pas ce que fait Gluu : son Java juge selon ses propres règles.',
  'diagnosis.noKnownReason': 'La bibliothèque TLS ne donne aucune raison que cette console connaisse.',
  'diagnosis.twoRules': '{one} {other}',
};
