import type { reset as english } from '../en/reset';

export const reset: Record<keyof typeof english, string> = {
  'duration.hours': '{n, plural, one {# heure} many {# d’heures} other {# heures}}',
  'duration.minutes': '{n, plural, one {# minute} many {# de minutes} other {# minutes}}',
  'duration.seconds': '{n, plural, one {# seconde} many {# de secondes} other {# secondes}}',

  'reset.tabs': 'Réinitialisation du mot de passe',
  'reset.tab.test': 'Tester la réinitialisation',
  'reset.tab.pending': 'Demandes en attente',
  'reset.tab.runs': 'Tests précédents',
  'reset.typeName': 'Saisissez {server} ci-dessus.',

  'reset.preflight': 'Avant de commencer',
  'reset.person.title': 'Qui reçoit l’e-mail ?',
  'reset.person.label': 'Personne',
  'reset.person.placeholder': 'nom, uid ou adresse e-mail',
  'reset.person.missing': 'Saisissez un nom, un uid ou une adresse e-mail.',
  'reset.person.note':
    'Une adresse e-mail est recherchée telle qu’un utilisateur la saisit dans la page de réinitialisation.',
  'reset.person.find': 'Rechercher',
  'reset.person.nobody': 'Aucune personne trouvée.',
  'reset.person.found': 'Personnes trouvées',
  'reset.person.noAddress': '{uid}, pas d’adresse e-mail',
  'reset.person.more': 'D’autres personnes correspondent. Complétez le nom.',
  'reset.person.instead': 'Tester plutôt avec {uid}',

  'reset.preview.title': 'L’e-mail',
  'reset.preview.ofRehearsal': '<b>Essai à blanc.</b> Envoyé par Gluu Console, pas par Gluu. Le lien n’ouvre rien.',
  'reset.preview.ofRequest':
    '<b>Demande réelle.</b> L’e-mail envoyé contient un lien qui fonctionne, que cette console n’affiche jamais. Le lien de cet aperçu n’ouvre rien.',
  'reset.preview.from': 'De',
  'reset.preview.through': 'Via',
  'reset.preview.subject': 'Objet',
  'reset.preview.part': 'Partie de l’e-mail',
  'reset.preview.html': 'Partie HTML',
  'reset.preview.plain': 'Partie texte',
  'reset.preview.frame': 'Partie HTML de l’e-mail',
  'reset.preview.link': 'Dans un véritable e-mail, le lien serait {link} et resterait valable {duration}.',

  'reset.rehearsal.title': 'Essai à blanc',
  'reset.rehearsal.note':
    'Envoie cet e-mail depuis ce poste de travail via {relay}, avec la mention TEST et un lien qui n’ouvre rien. Rien n’est écrit.',
  'reset.rehearsal.to': 'À',
  'reset.rehearsal.noAddress': 'Saisissez l’adresse du destinataire.',
  'reset.rehearsal.unencrypted':
    '{where, select, demo {Le mot de passe de {user} est envoyé en clair.} other {Le mot de passe de {user} est envoyé en clair ; votre système vous demande confirmation avant la première fois.}}',
  'reset.rehearsal.send': 'Envoyer l’essai',

  'reset.request.title': 'Demande réelle',
  'reset.request.note':
    'Écrit une entrée de demande comme le fait Gluu, et envoie l’e-mail avec un lien valable {duration}. Vous pouvez retirer la demande.',
  'reset.request.supersedes':
    '{n, plural, one {# demande antérieure de cette personne cesse de fonctionner.} many {# de demandes antérieures de cette personne cessent de fonctionner.} other {# demandes antérieures de cette personne cessent de fonctionner.}}',
  'reset.request.start': 'Lancer la demande réelle',
  'reset.request.running': 'Écriture et envoi',
  'reset.request.withdraw': 'Retirer la demande',
  'reset.request.confirm': 'Demander une réinitialisation pour {person}',
  'reset.request.effect':
    'Écrit une entrée sous ou=resetPasswordRequests, et envoie l’e-mail à {to}. Quiconque lit l’e-mail peut définir le mot de passe.',
  'reset.request.on': 'Demander sur {server}',

  'reset.run.title': 'Ce test',
  'reset.run.rehearsal': 'Déroulement de l’essai à blanc',
  'reset.run.request': 'Déroulement de la demande réelle',
  'reset.run.timeline.rehearsal': 'Chronologie de l’essai à blanc {token}',
  'reset.run.timeline.request': 'Chronologie de la demande réelle {token}',
  'reset.arrival.title': 'Est-il arrivé ?',
  'reset.arrival.look': 'Cherchez {token} dans {address}, indésirables compris. Accepté ne veut pas dire distribué.',
  'reset.arrival.inbox': 'Arrivé',
  'reset.arrival.spam': 'Dans les indésirables',
  'reset.arrival.notYet': 'Pas encore arrivé',
  'reset.arrival.demoInbox': 'Ouvrir la boîte de réception (démo)',
  'reset.arrival.lookIn': 'Chercher dans {user}',
  'reset.arrival.changeMailbox': 'Changer de boîte mail',
  'reset.arrival.setUpMailbox': 'Configurer une boîte mail (IMAP)',
  'reset.arrival.looking': 'Recherche dans la boîte mail',
  'reset.arrival.found': 'Trouvé dans {folder} au bout de {duration}.',
  'reset.arrival.notFound': 'Toujours absent au bout de {duration}.',
  'reset.arrival.headers': 'Ce que disent les en-têtes',
  'reset.arrival.servers':
    '{n, plural, one {L’e-mail est passé par # serveur.} many {L’e-mail est passé par # de serveurs.} other {L’e-mail est passé par # serveurs.}}',

  'reset.pending.removeExpired':
    '{n, plural, one {Supprimer # expirée} many {Supprimer # expirées} other {Supprimer # expirées}}',
  'reset.pending.removed':
    '{n, plural, one {# demande a été supprimée.} many {# de demandes ont été supprimées.} other {# demandes ont été supprimées.}}',
  'reset.pending.alreadyGone':
    '{n, plural, one {# avait déjà disparu.} many {# avaient déjà disparu.} other {# avaient déjà disparu.}}',
  'reset.pending.kept':
    '{n, plural, one {# avait changé entre-temps et n’a pas été supprimée.} many {# avaient changé entre-temps et n’ont pas été supprimées.} other {# avaient changé entre-temps et n’ont pas été supprimées.}}',
  'reset.pending.left':
    '{n, plural, one {Il reste # demande expirée. Supprimez-la aussi.} many {Il reste # de demandes expirées. Supprimez-les aussi.} other {Il reste # demandes expirées. Supprimez-les aussi.}}',
  'reset.pending.lifetime': 'Dans cette version, les liens de réinitialisation restent valables {duration}.',
  'reset.pending.none': 'Il n’y a aucune demande en attente.',
  'reset.pending.column.person': 'Personne',
  'reset.pending.column.requested': 'Demandé le',
  'reset.pending.column.ends': 'Expire',
  'reset.pending.column.link': 'Lien',
  'reset.pending.column.action': 'Action',
  'reset.pending.notKnown': 'inconnu',
  'reset.pending.state.live': 'valable',
  'reset.pending.state.superseded': 'remplacé par un plus récent',
  'reset.pending.state.expired': 'expiré',
  'reset.pending.state.undated': 'date illisible',
  'reset.pending.createdHere': '{state}, créé ici',

  'reset.runs.reading': 'Lecture des tests précédents',
  'reset.runs.none': 'La réinitialisation du mot de passe de {server} n’a pas encore été testée.',
  'reset.runs.about': '{person}, à {to}, via {relay}, {token}',
  'reset.runs.withdraw': 'Retirer',

  'reset.task.preview': 'Composition de l’e-mail de réinitialisation',
  'reset.task.rehearse': 'Envoi de l’essai à blanc',
  'reset.task.request': 'Demande de réinitialisation',
  'reset.task.withdraw': 'Retrait de la demande',
  'reset.task.wait': 'Attente de l’e-mail',
  'reset.task.pending': 'Lecture des demandes en attente',
  'reset.task.purge': 'Suppression des demandes',
  'reset.task.search': 'Recherche de personnes',
  'reset.end.preview': 'L’e-mail a été composé.',
  'reset.end.noPreview': 'Aucun e-mail n’a été composé.',
  'reset.end.accepted': 'L’essai à blanc a été accepté.',
  'reset.end.maybeSent': 'L’essai à blanc a peut-être été envoyé.',
  'reset.end.notSent': 'L’essai à blanc n’a pas été envoyé.',
  'reset.end.written': 'La demande a été écrite.',
  'reset.end.notWritten': 'Aucune demande n’a été écrite.',
  'reset.end.writeUnknown': 'On ne sait pas si la demande a été écrite.',
  'reset.end.withdrawn': 'La demande a été retirée.',
  'reset.end.gone': 'La demande avait déjà disparu.',
  'reset.end.notWithdrawn': 'La demande n’a pas été retirée.',
  'reset.end.unknown': 'On ne sait pas si la demande a été retirée.',
  'reset.end.arrived': 'L’e-mail est arrivé.',
  'reset.end.noMail': 'Pas encore d’e-mail.',
  'reset.end.pending':
    '{n, plural, one {# demande trouvée.} many {# de demandes trouvées.} other {# demandes trouvées.}}',
  'reset.end.noPending': 'Les demandes n’ont pas pu être lues.',
  'reset.end.purged':
    '{n, plural, one {# demande supprimée.} many {# de demandes supprimées.} other {# demandes supprimées.}}',
  'reset.end.notPurged': 'Rien n’a été supprimé.',
  'reset.end.found':
    '{n, plural, one {# personne trouvée.} many {# de personnes trouvées.} other {# personnes trouvées.}}',
  'reset.end.notSearched': 'La recherche de personnes a échoué.',

  'reset.doubt.deadLinks':
    'Gluu 3.0.0 et 3.0.1 ne peuvent pas enregistrer de demande : leur propre page envoie des liens qui ne fonctionnent pas. LDAP ne révèle pas si ce serveur exécute l’une de ces versions ou la 3.0.2.',
  'reset.doubt.linkForm':
    'Jusqu’à la version 3.1.7, le lien se termine par /resetPassword/…, et à partir de 3.1.7.sp1 par /resetPassword.htm?guid=…. LDAP ne révèle pas lequel des deux ce serveur envoie.',
  'reset.doubt.versions':
    'LDAP ne dit pas quelle version est ce serveur ({own}). L’e-mail, son lien et la durée de celui-ci diffèrent d’une version à l’autre ; voici ceux de Gluu {shown}.',
  'reset.doubt.salt':
    'Le mot de passe SMTP enregistré est déchiffré avec le sel conservé ici, dont rien ne prouve qu’il est celui de ce serveur : cette console peut réussir à s’authentifier là où Gluu échoue. {why}',

  'reset.link.baseMissing': '{key} n’est pas défini : Gluu envoie des liens sans hôte.',
  'reset.link.baseNotWeb': '{key} n’est pas une adresse web : les liens ne mènent nulle part.',
  'reset.lifetime.missing': 'passwordResetRequestExpirationTime n’est pas défini : chaque lien expire dès sa création.',
  'reset.lifetime.none': 'passwordResetRequestExpirationTime vaut {seconds} : chaque lien expire dès sa création.',
  'reset.lifetime.tooLong':
    'passwordResetRequestExpirationTime vaut {seconds} s : au bout de 2 heures, le formulaire s’ouvre encore, mais Gluu refuse le nouveau mot de passe.',

  'reset.quirk.subjectBlank':
    'Dans l’objet, la place du nom de l’organisation reste vide. Gluu 3.1.2 à 4.5.3 l’omettent.',
  'reset.quirk.plainOnly': 'L’e-mail est en texte seul et montre le code HTML du bouton.',
  'reset.quirk.plainLetter': 'L’e-mail est en texte brut ; le lien figure sur une ligne à part.',
  'reset.quirk.buttonCode': 'Le texte seul contient le code HTML du bouton.',
  'reset.quirk.noLineBreaks':
    'Le texte HTML n’a pas de sauts de ligne : les logiciels de messagerie l’affichent en un seul paragraphe.',
  'reset.quirk.plainIsHtml': 'La partie texte est elle aussi du code HTML.',
  'reset.quirk.wording':
    'Les phrases de cet e-mail sont celles de cette console ; l’objet, les valeurs, le lien, les parties et le balisage sont ceux que cette version envoie.',
  'reset.quirk.zeroMinutes': 'L’e-mail indique « 0 minute(s) ».',
  'reset.quirk.helloNull': 'La personne n’a pas de prénom : l’e-mail dit « Hello null ».',
  'reset.quirk.helloNobody': 'La personne n’a pas de prénom : l’e-mail dit « Hello », sans nom.',
  'reset.quirk.organizationNull': 'L’organisation n’a pas de nom : l’objet indique « null ».',
  'reset.quirk.organizationNobody': 'L’organisation n’a pas de nom : sa place dans l’objet reste vide.',
  'reset.quirk.markup': 'Le prénom contient du HTML. Gluu l’insère tel quel dans l’e-mail, sans l’échapper.',
  'reset.quirk.exclamation':
    'Le lien peut contenir un point d’exclamation, et certains logiciels de messagerie le coupent à cet endroit.',
  'reset.quirk.linkStays':
    'Gluu ne supprime pas la demande : le lien fonctionne pendant 2 heures entières, même après la définition d’un nouveau mot de passe.',
  'reset.quirk.linkUsedUp': 'Une mauvaise réponse à la question secrète rend le lien inutilisable.',
  'reset.quirk.anyCase':
    'Gluu ne tient pas compte des majuscules et des minuscules lorsqu’il compare le nouveau mot de passe à sa confirmation et la réponse secrète à celle qui est enregistrée.',

  'reset.problem.noSettings': 'Aucun paramètre SMTP n’est enregistré.',
  'reset.problem.noHost': '« Hôte SMTP » n’est pas défini.',
  'reset.problem.host': '« Hôte SMTP » : {why}',
  'reset.problem.noPort': '« Port SMTP » n’est pas défini.',
  'reset.problem.noFrom': '« Adresse mail expéditeur » n’est pas défini.',
  'reset.problem.from': '« Adresse mail expéditeur » : {why}',
  'reset.problem.noUser': 'Le nom d’utilisateur SMTP n’est pas défini.',
  'reset.problem.noPassword': 'Aucun mot de passe SMTP n’est enregistré.',
  'reset.problem.noAddress': 'La personne n’a pas d’adresse e-mail.',
  'reset.problem.ownAddressOnly':
    'Un lien qui fonctionne ne peut être envoyé qu’aux adresses de la personne elle-même.',

  'reset.step.requests':
    '{more, select, yes {{n, plural, one {# demande, et d’autres encore} many {# de demandes, et d’autres encore} other {# demandes, et d’autres encore}}} other {{n, plural, one {# demande} many {# de demandes} other {# demandes}}}}',
  'reset.step.there': 'la demande est présente',
  'reset.step.notThere': 'la demande n’est pas présente',
  'reset.step.notReached': 'serveur injoignable',
  'reset.step.added': 'demande ajoutée',
  'reset.step.branchAdded': 'branche et demande ajoutées',
  'reset.step.equal': 'identique',
  'reset.step.toRemove':
    '{n, plural, one {# demande à supprimer} many {# de demandes à supprimer} other {# demandes à supprimer}}',
  'reset.step.someRemoved': '{done, number} sur {all, number} supprimées',
  'reset.step.removed': 'demande supprimée',
  'reset.step.branchRemoved': 'demande et branche vide supprimées',
  'reset.step.gone': 'suppression vérifiée',
  'reset.step.noMail': 'aucun e-mail envoyé',

  'reset.answer.form': 'Le formulaire de saisie d’un nouveau mot de passe s’ouvre.',
  'reset.answer.none': 'Le lien n’a pas été ouvert : {why}',
  'reset.answer.notResetPage': 'Non ouvert : le lien n’est pas l’adresse d’une page de réinitialisation.',
  'reset.answer.http':
    'Non ouvert : le lien commence par http://, et quiconque sur le trajet pourrait le lire et l’utiliser.',
  'reset.answer.untrusted': 'Non ouvert : cet ordinateur ne fait pas confiance au certificat. {why}',
  'reset.answer.notWeb': 'Le serveur à cette adresse n’est pas un serveur web.',
  'reset.answer.status': 'La page répond avec le statut {status}.',
  'reset.answer.noField': 'Une page s’ouvre, mais elle n’a pas de champ pour un nouveau mot de passe.',
  'reset.answer.endless': 'La page redirige sans fin et n’arrive jamais au formulaire.',
  'reset.answer.nowhere': 'La page redirige, mais pas vers une adresse valide.',
  'reset.answer.elsewhere': 'La page redirige vers {to}, et non vers le formulaire.',
  'reset.answer.dead': 'Le lien ne fonctionne pas : Gluu propose d’en demander un nouveau.',
  'reset.answer.login': 'La page redirige vers la page de connexion au lieu du formulaire (oxTrust, ticket 607).',

  'reset.event.begun.rehearsal': 'Essai à blanc lancé.',
  'reset.event.begun.request': 'Demande réelle lancée.',
  'reset.event.written': 'La demande a été écrite et relue. Elle expire le {at}.',
  'reset.event.notWritten': 'Non écrite. Aucun e-mail n’a été envoyé.',
  'reset.event.notKept': 'La demande n’est pas restée sur le serveur. Aucun e-mail n’a été envoyé.',
  'reset.event.noHistory': 'Rien n’a été écrit, car l’historique n’est pas accessible en écriture.',
  'reset.event.writeUnknown': 'On ne sait pas si la demande est sur le serveur. Aucun e-mail n’a été envoyé.',
  'reset.event.foundAgain':
    'La demande est sur le serveur : une nouvelle lecture l’y a trouvée. Aucun e-mail n’a été envoyé.',
  'reset.event.neverThere': 'La demande n’est pas sur le serveur, et aucun e-mail n’a été envoyé.',
  'reset.event.cleaned':
    'La demande n’est pas sur le serveur. Gluu l’aurait supprimée entre-temps : on ne sait donc pas si elle a été écrite.',
  'reset.event.accepted': 'Accepté par {server} : {reply}',
  'reset.event.refused': 'Non envoyé : {why}',
  'reset.event.refused.atStage': 'Non envoyé. {stage} : {why}',
  'reset.event.unknown': 'Le serveur de messagerie a peut-être accepté l’e-mail : {why}',
  'reset.event.unknown.atStage': 'Le serveur de messagerie a peut-être accepté l’e-mail. {stage} : {why}',
  'reset.event.cutShort': 'L’application s’est arrêtée pendant l’envoi de l’e-mail : il est peut-être parti.',
  'reset.event.arrived.inbox': 'L’e-mail est dans la boîte de réception.',
  'reset.event.arrived.spam': 'L’e-mail est dans le dossier des indésirables.',
  'reset.event.arrived.notYet': 'L’e-mail n’est pas encore arrivé.',
  'reset.event.withdrawn': 'Retirée : la demande a été supprimée, et son lien ne fonctionne plus.',
  'reset.event.notWithdrawn': 'La demande est toujours sur le serveur : elle n’a pas été retirée.',
  'reset.event.removalUnknown': 'On ne sait pas si la demande a été supprimée.',
  'reset.event.noLonger': 'La demande n’est plus sur le serveur.',
  'reset.event.purged': 'Supprimée avec les demandes en attente.',
  'reset.event.gone.expired': 'La demande a expiré et a disparu.',
  'reset.event.gone.used': 'La demande a disparu avant d’expirer : le lien a été utilisé, ou quelqu’un l’a supprimée.',
  'reset.event.gone.withdrawn':
    'La demande a disparu : quelqu’un l’a supprimée. Cette version de Gluu n’en supprime aucune.',

  'reset.request.foundAgain':
    'On ignorait d’abord comment l’écriture s’était terminée. À la nouvelle lecture du serveur, la demande était là.',
  'reset.request.clock.ahead':
    'L’horloge de cet ordinateur avance de {duration} sur celle du serveur : le lien reste valable d’autant plus longtemps.',
  'reset.request.clock.behind':
    'L’horloge de cet ordinateur retarde de {duration} sur celle du serveur : le lien expire d’autant plus tôt.',
};
