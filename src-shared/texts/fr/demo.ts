import type { demo as english } from '../en/demo';

export const demo: Record<keyof typeof english, string> = {
  'demo.server.meadow': 'Sain : les utilisateurs peuvent réinitialiser leur mot de passe, et l’e-mail arrive.',
  'demo.server.mill':
    'Le serveur de messagerie n’accepte que TLS 1.2 et plus récent, mais Gluu 3.1.2 propose TLS 1.0 : il ne peut pas envoyer d’e-mails.',
  'demo.server.harbour':
    'L’authentification est désactivée dans les paramètres de messagerie : Gluu 3.1.5 ignore donc l’hôte et envoie à localhost:25.',
  'demo.server.orchard':
    'Le mot de passe SMTP enregistré a été chiffré avec un autre sel : ce serveur ne peut pas le déchiffrer.',
  'demo.server.tower':
    'Deux personnes partagent une adresse e-mail, la réinitialisation du mot de passe est désactivée, et la messagerie n’est pas encore configurée.',
  'demo.server.about': 'À propos de ce serveur de démonstration',
  'demo.mail.ports':
    'Serveur de messagerie de démonstration : Hôte SMTP {host}, Port SMTP {plain} (sans chiffrement), {startTls} (STARTTLS), {implicitTls} (TLS dès le début).',
  'demo.mail.account': 'Adresse mail expéditeur et nom d’utilisateur SMTP {user}, mot de passe SMTP {password}.',

  'demo.inbox.empty': 'Rien n’a encore été envoyé.',
  'demo.inbox.send': 'Envoyer un e-mail de test',
  'demo.inbox.head': '{from} à {to}',
  'demo.message.title': 'Message',
  'demo.message.choose': 'Choisissez un message pour le lire.',
  'demo.message.gone': 'Ce message n’est plus dans la boîte de réception.',
  'demo.message.noSubject': '(sans objet)',
  'demo.message.from': 'De',
  'demo.message.to': 'À',
  'demo.message.received': 'Réception',
  'demo.message.encrypted': 'chiffrée',
  'demo.message.unencrypted': 'en clair',
  'demo.message.login': 'Authentifié comme',
  'demo.message.noLogin': 'personne',
  'demo.message.headers': 'Tous les en-têtes',
};
