import type { diagnosisEnvelope as english } from '../en/diagnosis-envelope';

export const diagnosisEnvelope: Record<keyof typeof english, string> = {
  'diagnosis.S59.title': 'Destinataire non autorisé pour ce compte',
  'diagnosis.S59.explanation':
    'Le compte est dans un bac à sable : il ne peut envoyer qu’à des destinataires vérifiés, et {to} n’en fait pas partie.',
  'diagnosis.S59.remedy':
    'Pour un test, faites vérifier {to} par le fournisseur. Pour la réinitialisation du mot de passe, faites sortir le compte du bac à sable.',
  'diagnosis.S59.gluu':
    'L’e-mail de Gluu n’atteint que les destinataires vérifiés, mais Gluu annonce à tous les utilisateurs qu’il a été envoyé.',
  'diagnosis.S60.title': 'Pas d’e-mail sans chiffrement',
  'diagnosis.S60.explanation': 'Le serveur n’accepte aucun e-mail sans chiffrement.',
  'diagnosis.S60.remedy':
    'Choisissez « STARTTLS ». Si la réponse est 451, attendre ne sert à rien, bien que ce soit un code temporaire.',
  'diagnosis.S60.gluu': 'Si « Nécessite le SSL » est désactivé, Gluu échoue ; activez-le.',
  'diagnosis.S61.title': 'Pas d’e-mail sans authentification',
  'diagnosis.S61.explanation': 'Le serveur n’accepte d’ici aucun e-mail sans authentification.',
  'diagnosis.S61.remedy':
    'Activez « Nécessite une authentification ». Si c’est déjà le cas, vérifiez qu’une authentification a bien été proposée.',
  'diagnosis.S61.gluu':
    'Si « Nécessite une authentification » est désactivé, Gluu, avant la version 4.2, n’atteint même pas ce serveur : il se connecte à localhost, port 25.',
  'diagnosis.S62.title': 'Expéditeur non autorisé',
  'diagnosis.S62.explanation':
    '{byUser, select, loggedIn {Le serveur refuse {from} comme expéditeur pour le compte {userName}.} other {Le serveur refuse {from} comme expéditeur.}}',
  'diagnosis.S62.remedy':
    'Utilisez comme From l’adresse du compte lui-même, obtenez le droit d’envoyer au nom de {from}, ou faites vérifier cette adresse par le fournisseur.',
  'diagnosis.S62.gluu': 'Gluu utilise le même From pour le test et pour la réinitialisation du mot de passe.',
  'diagnosis.S63.title': 'Domaine de l’expéditeur refusé',
  'diagnosis.S63.explanation':
    'Le serveur refuse le domaine de l’expéditeur, {fromDomain}, car aucun e-mail ne peut y être retourné.',
  'diagnosis.S63.remedy': 'Utilisez une adresse From dont le domaine a un enregistrement MX ou A dans le DNS.',
  'diagnosis.S63.gluu': 'Gluu utilise le même From pour le test et pour la réinitialisation du mot de passe.',
  'diagnosis.S64.title': 'Relais refusé',
  'diagnosis.S64.explanation':
    'Le serveur ne distribue le courrier que pour ses propres domaines, sauf si vous vous authentifiez ou venez d’une adresse autorisée.',
  'diagnosis.S64.remedy':
    'Authentifiez-vous, ou faites autoriser l’adresse du Gluu Server. Ce résultat vaut pour {local, select, notSeen {ce poste de travail} other {{local}}}, pas pour le Gluu Server.',
  'diagnosis.S64.gluu': 'Pour Gluu, c’est l’adresse du Gluu Server qui compte : testez depuis le Gluu Server.',
  'diagnosis.S65.title': 'Destinataire inconnu',
  'diagnosis.S65.explanation': 'Le serveur de messagerie ne connaît pas le destinataire {to}.',
  'diagnosis.S65.remedy':
    'Vérifiez l’adresse. Pour la réinitialisation du mot de passe, vérifiez la valeur mail de l’utilisateur.',
  'diagnosis.S65.gluu': 'Gluu annonce tout de même à l’utilisateur que l’e-mail a été envoyé.',
  'diagnosis.S66.title': 'Boîte mail pleine',
  'diagnosis.S66.explanation': 'La boîte aux lettres de {to} est pleine.',
  'diagnosis.S66.remedy': 'Testez avec un autre destinataire.',
  'diagnosis.S66.gluu': 'Gluu échoue et ne réessaie pas.',
  'diagnosis.S67.title': 'Différé à dessein (liste grise)',
  'diagnosis.S67.explanation':
    'Le serveur diffère à dessein la première tentative ; un serveur de messagerie réessaierait quelques minutes plus tard. Les paramètres SMTP sont corrects.',
  'diagnosis.S67.remedy':
    'Relancez le test dans quelques minutes. Pour la réinitialisation du mot de passe, intercalez un relais doté d’une file d’attente.',
  'diagnosis.S67.gluu': 'Gluu ne réessaie pas : le premier e-mail d’un utilisateur est donc perdu.',
  'diagnosis.S68.title': 'Limite atteinte',
  'diagnosis.S68.explanation':
    'Il y a eu trop de messages ou de connexions, le quota du compte est épuisé, ou le serveur manque de ressources.',
  'diagnosis.S68.remedy':
    'Vérifiez les limites du compte ou de l’abonnement ; la réponse du serveur indique laquelle est atteinte. Relancez le test plus tard.',
  'diagnosis.S68.gluu': 'Gluu échoue et ne réessaie pas.',
  'diagnosis.S69.title': 'Message trop volumineux',
  'diagnosis.S69.explanation':
    '{size, select, noLimit {Le serveur refuse le message ({bytes, plural, one {# octet} many {# d’octets} other {# octets}}), trop volumineux selon lui ; il n’annonce pas de limite.} above {Le message ({bytes, plural, one {# octet} many {# d’octets} other {# octets}}) dépasse la limite du serveur ({limit, plural, one {# octet} many {# d’octets} other {# octets}}).} other {Le serveur refuse le message ({bytes, plural, one {# octet} many {# d’octets} other {# octets}}), trop volumineux selon lui, alors qu’il annonce une limite de {limit, plural, one {# octet} many {# d’octets} other {# octets}}.}}',
  'diagnosis.S69.remedy': 'Demandez une limite plus élevée.',
  'diagnosis.S69.gluu': 'Pour Gluu, c’est peu probable : ses propres e-mails sont petits.',
  'diagnosis.S70.title': 'Adresse internationale non prise en charge',
  'diagnosis.S70.explanation':
    '{international} nécessite le courrier international (SMTPUTF8), que ce serveur ne propose pas.',
  'diagnosis.S70.remedy': 'Utilisez un alias ASCII. Seule la partie avant @ importe : le domaine est converti.',
  'diagnosis.S70.gluu': 'Gluu l’envoie telle quelle ; le résultat dépend du serveur.',
  'diagnosis.S71.title': 'Adresse mal formée',
  'diagnosis.S71.explanation': 'Le serveur ne peut pas lire l’adresse {address}.',
  'diagnosis.S71.remedy': 'Supprimez les espaces, les crochets et les adresses en trop.',
  'diagnosis.S71.gluu': 'Gluu échoue sans indiquer de raison.',
  'diagnosis.S72.title': 'Message refusé',
  'diagnosis.S72.explanation':
    'Le serveur a accepté l’expéditeur et le destinataire, puis refusé le message comme spam ou en vertu d’une règle.',
  'diagnosis.S72.remedy':
    'Vérifiez si les liens de l’e-mail correspondent au domaine From, et vérifiez la réputation de l’adresse IP d’envoi.',
  'diagnosis.S72.gluu':
    'L’e-mail de Gluu peut être jugé autrement : jusqu’à 3.1.x, la partie texte de l’e-mail de réinitialisation contient du HTML.',
  'diagnosis.S58.title': 'Pas de DNS inverse pour l’adresse d’envoi',
  'diagnosis.S58.explanation':
    'Le serveur exige un DNS inverse : il faut à {local, select, notSeen {ce poste de travail} other {{local}}} un nom d’hôte qui se résout vers cette même adresse.',
  'diagnosis.S58.remedy':
    'Faites créer un enregistrement PTR pour cette adresse, ou utilisez le port de soumission 587 avec authentification.',
  'diagnosis.S58.gluu': 'Pour Gluu, c’est l’adresse du Gluu Server qui compte : testez depuis le Gluu Server.',
  'diagnosis.S73.title': 'Échec de SPF, DKIM ou DMARC',
  'diagnosis.S73.explanation':
    'Selon le côté destinataire, {fromDomain} n’a pas autorisé ce serveur à envoyer en son nom.',
  'diagnosis.S73.remedy':
    'Ajoutez le relais à l’enregistrement SPF du domaine, signez avec DKIM, et utilisez une adresse From du même domaine.',
  'diagnosis.S73.gluu': 'Gluu utilise le même From : la même chose vaut donc pour lui.',
  'diagnosis.S74.title': 'Réponse inattendue',
  'diagnosis.S74.explanation': 'À l’étape « {stage} », la réponse du serveur n’est pas conforme à SMTP.',
  'diagnosis.S74.remedy': 'Consultez la transcription, et cherchez un proxy sur le trajet.',
  'diagnosis.S74.gluu': 'Gluu échoue sans indiquer de raison.',
  'diagnosis.S75.title': 'Connexion perdue pendant l’envoi',
  'diagnosis.S75.explanation': 'La connexion a été perdue pendant l’envoi ; on ne sait pas si l’e-mail a été accepté.',
  'diagnosis.S75.remedy':
    'Regardez dans la boîte aux lettres avant de relancer le test. Vérifiez les antivirus et la MTU sur le trajet.',
  'diagnosis.S75.gluu': 'Gluu échoue ou reste bloqué ; il ne réessaie pas.',
  'diagnosis.S76.title': 'Adresse IP sur une liste de blocage',
  'diagnosis.S76.explanation':
    '{local, select, notSeen {L’adresse de ce poste de travail} other {L’adresse {local}}} figure sur une liste de blocage.',
  'diagnosis.S76.remedy':
    'Pour l’adresse d’un bureau ou d’un domicile, c’est normal : testez depuis le Gluu Server. Pour l’adresse d’un serveur, faites-la retirer de la liste.',
  'diagnosis.S76.gluu': 'Pour Gluu, c’est l’adresse du Gluu Server qui compte.',
  'diagnosis.S77.title': 'Refusé pour l’instant',
  'diagnosis.S77.explanation': 'À l’étape « {stage} », le serveur refuse pour l’instant.',
  'diagnosis.S77.remedy': 'Relancez le test plus tard ; la réponse du serveur en dit plus.',
  'diagnosis.S77.gluu': 'Gluu échoue et ne réessaie pas.',
  'diagnosis.S78.title': 'Refusé',
  'diagnosis.S78.explanation': 'À l’étape « {stage} », le serveur refuse définitivement.',
  'diagnosis.S78.remedy': 'La réponse du serveur dit pourquoi.',
  'diagnosis.S78.gluu': 'Gluu échoue sans indiquer de raison.',
  'diagnosis.S79.title': 'Problème inconnu',
  'diagnosis.S79.explanation':
    'À l’étape « {stage} », il s’est produit quelque chose que cette console ne sait pas expliquer ({code}).',
  'diagnosis.S79.remedy': 'La transcription montre ce que les deux côtés ont envoyé.',
  'diagnosis.S79.gluu': 'On ne sait pas ce que fait Gluu.',
};
