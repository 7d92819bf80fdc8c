import type { diagnosisLogin as english } from '../en/diagnosis-login';

export const diagnosisLogin: Record<keyof typeof english, string> = {
  'diagnosis.S40.title': 'Authentification seulement après chiffrement',
  'diagnosis.S40.explanation':
    'Le serveur ne propose l’authentification qu’une fois la connexion chiffrée. Le nom d’utilisateur et le mot de passe n’ont pas été envoyés.',
  'diagnosis.S40.remedy': 'Choisissez « STARTTLS ». Sur le Gluu Server, activez « Nécessite le SSL ».',
  'diagnosis.S40.gluu':
    'Si « Nécessite le SSL » est désactivé, Gluu envoie sans authentification, et c’est le serveur de messagerie qui décide s’il l’accepte.',
  'diagnosis.S41.title': 'Authentification non proposée',
  'diagnosis.S41.explanation':
    'Le serveur ne propose pas d’authentification sur le port {port}. Le nom d’utilisateur et le mot de passe n’ont pas été testés.',
  'diagnosis.S41.remedy':
    'Le port 25 ne sert souvent qu’au relais : essayez 587 ou 465. Si aucune authentification n’est nécessaire, désactivez « Nécessite une authentification », mais pas avec Gluu avant la version 4.2.',
  'diagnosis.S41.gluu':
    'Gluu continue sans authentification et ne signale pas d’erreur ; c’est le serveur de messagerie qui décide s’il accepte l’e-mail.',
  'diagnosis.S42.title': 'Aucune méthode d’authentification commune',
  'diagnosis.S42.explanation':
    '{offer, select, refused {Le serveur annonce {mechanisms}, puis refuse comme inconnues les méthodes essayées.} refusedAll {Le serveur refuse comme inconnues toutes les méthodes d’authentification essayées.} none {Le serveur annonce une authentification sans méthode. Aucun mot de passe n’a été envoyé.} other {Le serveur propose {mechanisms}. Aucune de ces méthodes n’utilise un nom d’utilisateur et un mot de passe (LOGIN, PLAIN, DIGEST-MD5, NTLM). Aucun mot de passe n’a été envoyé.}}',
  'diagnosis.S42.remedy':
    'Demandez à l’administrateur du serveur de messagerie d’activer PLAIN ou LOGIN sur TLS. Si seul XOAUTH2 est proposé, intercalez un relais.',
  'diagnosis.S42.gluu':
    '{gluuLogin, select, noMethod {Gluu échoue : le serveur annonce AUTH sans méthode, et Gluu n’en a donc aucune pour s’authentifier.} noOauth {Gluu échoue : il ne prend en charge aucune de ces méthodes, et ne connaît pas OAuth pour l’e-mail.} unknown {Gluu échoue : il ne prend en charge aucune de ces méthodes.} other {Gluu échoue sans indiquer de raison.}}',
  'diagnosis.S43.title': 'Le mot de passe serait envoyé en clair',
  'diagnosis.S43.explanation':
    'La connexion n’est pas chiffrée : n’importe qui sur le trajet pourrait lire le mot de passe. Le test s’est arrêté avant de l’envoyer.',
  'diagnosis.S43.remedy':
    'Choisissez « STARTTLS » ou « TLS dès le début », ou autorisez l’envoi une seule fois pour ce test.',
  'diagnosis.S43.gluu':
    'Gluu l’envoie quand même : toujours si « Nécessite le SSL » est désactivé, et, s’il est activé, quand le serveur ne propose pas STARTTLS.',
  'diagnosis.S44.title': 'Nom d’utilisateur ou mot de passe refusé',
  'diagnosis.S44.explanation': 'Le serveur n’accepte pas ce nom d’utilisateur et ce mot de passe.',
  'diagnosis.S44.remedy':
    'Certains serveurs exigent l’adresse e-mail complète comme nom d’utilisateur. Vérifiez qu’il n’y a pas d’espaces au début ou à la fin, et que le mot de passe n’a pas changé.',
  'diagnosis.S44.gluu': 'Gluu échoue sans indiquer de raison.',
  'diagnosis.S45.title': 'Mot de passe d’application ou code d’autorisation requis',
  'diagnosis.S45.explanation':
    'Le fournisseur refuse ici le mot de passe du compte lui-même ; il exige un mot de passe d’application ou un code d’autorisation.',
  'diagnosis.S45.remedy':
    'Google, Yahoo, AOL : activez la validation en deux étapes, puis créez un mot de passe d’application dans les paramètres de sécurité du compte. QQ, NetEase : créez un code d’autorisation dans les paramètres de messagerie. Saisissez-le comme mot de passe.',
  'diagnosis.S45.gluu': 'Gluu fonctionne avec un mot de passe d’application si le serveur accepte sa version de TLS.',
  'diagnosis.S46.title': 'Microsoft 365 : l’authentification SMTP est désactivée',
  'diagnosis.S46.explanation': 'L’authentification SMTP est désactivée pour ce locataire ou cette boîte aux lettres.',
  'diagnosis.S46.remedy':
    'Vérifiez les paramètres de sécurité par défaut, le paramètre SmtpClientAuthenticationDisabled du locataire et « SMTP authentifié » de la boîte aux lettres. Après une modification, attendez 15 minutes.',
  'diagnosis.S46.gluu':
    'Gluu échoue tant qu’elle n’est pas activée ; ensuite, il faut encore que le serveur accepte TLS 1.0.',
  'diagnosis.S47.title': 'Authentification bloquée par une stratégie',
  'diagnosis.S47.explanation':
    'Le serveur refuse cette authentification par mot de passe : soit une stratégie l’interdit, soit le mot de passe est faux.',
  'diagnosis.S47.remedy':
    'Vérifiez encore une fois le mot de passe. Si seul OAuth (XOAUTH2) est autorisé, utilisez un connecteur de relais ou un autre service SMTP.',
  'diagnosis.S47.gluu': 'Aucune version de Gluu ne prend en charge OAuth pour l’e-mail.',
  'diagnosis.S48.title': 'Chiffrement exigé avant l’authentification',
  'diagnosis.S48.explanation': 'Le serveur exige le chiffrement avant l’authentification.',
  'diagnosis.S48.remedy': 'Choisissez « STARTTLS ». Sur le Gluu Server, activez « Nécessite le SSL ».',
  'diagnosis.S48.gluu':
    'Si « Nécessite le SSL » est désactivé, Gluu échoue après avoir envoyé le mot de passe en clair.',
  'diagnosis.S49.title': 'Authentification indisponible pour l’instant',
  'diagnosis.S49.explanation': 'Le service d’authentification est occupé, ou il y a eu trop de tentatives.',
  'diagnosis.S49.remedy': 'Attendez avant de réessayer : d’autres tentatives pourraient verrouiller le compte.',
  'diagnosis.S49.gluu': 'Gluu échoue et ne réessaie pas.',
  'diagnosis.S50.title': 'Connexion fermée pendant l’authentification',
  'diagnosis.S50.explanation': 'Le serveur a fermé la connexion pendant l’authentification.',
  'diagnosis.S50.remedy':
    'Vérifiez si cette adresse a été bannie après des échecs d’authentification (fail2ban), et si le compte n’autorise l’authentification que depuis certaines adresses.',
  'diagnosis.S50.gluu':
    'Gluu échoue de la même façon si le serveur de messagerie traite l’adresse du Gluu Server comme celle-ci.',
  'diagnosis.S51.title': 'Compte bloqué',
  'diagnosis.S51.explanation': 'Le compte est désactivé, ou n’est pas autorisé à envoyer des e-mails.',
  'diagnosis.S51.remedy': 'Vérifiez le compte dans la console du fournisseur.',
  'diagnosis.S51.gluu': 'Gluu échoue sans indiquer de raison.',
  'diagnosis.S52.title': 'Nom d’utilisateur ou mot de passe vide',
  'diagnosis.S52.explanation':
    '{field, select, password {« Nécessite une authentification » est activé, mais le mot de passe est vide, ce que le serveur n’accepte pas.} other {« Nécessite une authentification » est activé, mais le nom d’utilisateur est vide, ce que le serveur n’accepte pas.}}',
  'diagnosis.S52.remedy': 'Remplissez le champ, ou désactivez « Nécessite une authentification ».',
  'diagnosis.S52.gluu':
    'Gluu considère les paramètres SMTP comme incomplets, et donc la réinitialisation du mot de passe comme non activée.',
};
