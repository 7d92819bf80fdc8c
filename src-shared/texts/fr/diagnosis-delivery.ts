import type { diagnosisDelivery as english } from '../en/diagnosis-delivery';

export const diagnosisDelivery: Record<keyof typeof english, string> = {
  'diagnosis.S80.title': 'Accepté',
  'diagnosis.S80.explanation': '{host} a accepté le message. Cela ne veut pas dire qu’il a été distribué.',
  'diagnosis.S80.remedy': 'Regardez dans la boîte aux lettres de {to}, y compris le dossier des indésirables.',
  'diagnosis.S81.title': 'Accepté, puis retourné',
  'diagnosis.S81.explanation':
    'Le relais a accepté l’e-mail, mais un serveur suivant l’a refusé. La raison figure dans l’avis de non-distribution envoyé à {from}.',
  'diagnosis.S81.remedy': 'Ouvrez cet avis : son code d’état et son texte donnent la raison.',
  'diagnosis.S81.gluu': 'Gluu ne lit jamais les avis de non-distribution : ils arrivent à son adresse From.',
  'diagnosis.S82.title': 'Distribué comme spam',
  'diagnosis.S82.explanation': 'L’e-mail a été distribué, mais le côté destinataire le traite comme un spam.',
  'diagnosis.S82.remedy': 'Vérifiez SPF, DKIM et DMARC de {fromDomain}.',
  'diagnosis.S82.gluu': 'L’e-mail de Gluu sera probablement traité de la même façon.',
  'diagnosis.S83.title': 'Accepté, mais jamais arrivé',
  'diagnosis.S83.explanation':
    'L’e-mail est en quarantaine ou en file d’attente, ou a été supprimé sans avertissement.',
  'diagnosis.S83.remedy':
    '{answered, select, accepted {Demandez à l’administrateur du serveur de messagerie de chercher « {words} » dans le journal. Vérifiez que la boîte aux lettres {from} existe.} other {Demandez à l’administrateur du serveur de messagerie de chercher le message dans le journal. Vérifiez que la boîte aux lettres {from} existe.}}',
  'diagnosis.S84.title': 'Certains destinataires refusés',
  'diagnosis.S84.explanation':
    'Le serveur accepte certains destinataires et en refuse d’autres. Acceptés : {accepted}. Refusés : {refused}.',
  'diagnosis.S84.remedy': 'Consultez la réponse pour chaque destinataire.',
  'diagnosis.S84.gluu': 'Gluu envoie chaque e-mail à un seul destinataire.',
  'diagnosis.S85.title': 'Fonctionne d’ici, mais pas pour Gluu',
  'diagnosis.S85.explanation':
    'SMTP fonctionne depuis ce poste de travail, mais le Gluu Server n’y parviendra pas ({rules}).',
  'diagnosis.S85.remedy': 'Suivez les recommandations de la prévision pour Gluu.',
  'diagnosis.S85.gluu': 'La prévision montre ce que fait Gluu.',
  'diagnosis.S86.title': 'Rien d’anormal ici, mais Gluu échoue',
  'diagnosis.S86.explanation':
    'Toutes les vérifications faites d’ici réussissent ; seul le journal du Gluu Server donne la raison.',
  'diagnosis.S86.remedy':
    'Cherchez « Failed to send message » dans oxtrust.log. Le niveau de journal ERROR suffit : jusqu’à 3.1.x, DEBUG écrit le mot de passe SMTP dans ce fichier.',
  'diagnosis.S86.gluu': 'Gluu consigne l’exception Java.',
};
