import type { users as english } from '../en/users';

export const users: Record<keyof typeof english, string> = {
  'users.title': 'Utilisateurs',
  'users.tab.people': 'Personnes',
  'users.tab.pick': 'Qui reçoit l’e-mail',
  'users.tab.duplicates': 'Adresses partagées',
  'users.tab.test': 'Utilisateurs de test',

  'users.people.search': 'Rechercher des personnes',
  'users.people.placeholder': 'uid, mail, nom ou inum',
  'users.people.start': 'Rechercher',
  'users.people.anywhere': 'Chercher aussi au milieu des mots (lent sur les grands serveurs)',
  'users.people.searching': 'Recherche…',
  'users.people.found': '{n, plural, one {# personne.} many {# de personnes.} other {# personnes.}}',
  'users.people.foundFor':
    '{n, plural, one {# personne pour « {text} ».} many {# de personnes pour « {text} ».} other {# personnes pour « {text} ».}}',
  'users.people.exactFor':
    '{n, plural, one {# correspondance exacte pour « {text} ».} many {# de correspondances exactes pour « {text} ».} other {# correspondances exactes pour « {text} ».}}',
  'users.people.lookingFurther': 'Recherche d’autres personnes…',
  'users.people.onlyExact': 'Aucune autre recherche n’a été faite.',
  'users.people.moreExist': 'Il y en a d’autres.',
  'users.people.list': 'Personnes trouvées',
  'users.people.mails':
    '{n, plural, =0 {{uid}, {mails}} one {{uid}, {mails} et # autre} many {{uid}, {mails} et # autres} other {{uid}, {mails} et # autres}}',
  'users.people.noMail': '{uid}, sans e-mail',
  'users.people.noStatus': 'sans statut',
  'users.people.showMore': 'Afficher plus',

  'users.person': 'Personne',
  'users.person.choose': 'Choisissez une personne pour voir ses adresses.',
  'users.person.reading': 'Lecture…',
  'users.person.name': 'Nom',
  'users.person.mail': 'E-mail',
  'users.person.noMail': 'aucun : cette personne ne peut pas recevoir d’e-mail de réinitialisation',
  'users.person.moreMails': 'et {n, number} de plus',
  'users.person.status': 'Statut',
  'users.person.none': 'vide',
  'users.person.question': 'Question',
  'users.person.question.set': 'définie : la page de réinitialisation demande la réponse',
  'users.person.question.questionOnly': 'sans réponse enregistrée : la page de réinitialisation ne la pose pas',
  'users.person.groups': 'Groupes',
  'users.person.someGroups':
    '{n, plural, =0 {{groups}} one {{groups} et # autre} many {{groups} et # autres} other {{groups} et # autres}}',
  'users.person.created': 'Création',
  'users.person.changed': 'Modification',

  'users.pick.address': 'Adresse e-mail',
  'users.pick.note': 'Saisissez-la comme un utilisateur le ferait sur la page de réinitialisation.',
  'users.pick.find': 'Rechercher',
  'users.pick.nobody': 'Personne n’a cette adresse e-mail.',
  'users.pick.unknown.tells': 'Gluu envoie à cette adresse un e-mail disant qu’elle n’est pas dans sa base de données.',
  'users.pick.unknown.silent': 'Gluu n’envoie rien, mais sa page affirme quand même qu’un e-mail a été envoyé.',
  'users.pick.unknown.either':
    'Jusqu’à 3.1.3, Gluu envoie un e-mail disant que l’adresse n’est pas dans sa base de données. À partir de 3.1.3.1, il n’envoie rien, mais sa page affirme quand même qu’un e-mail a été envoyé.',
  'users.pick.only': 'Gluu choisit {who}, la seule personne à avoir cette adresse.',
  'users.pick.first':
    '{n, number} personnes ont cette adresse. Gluu les trie par nom affiché et choisit la première : {who}.',
  'users.pick.others':
    '{n, plural, one {# autre personne ne peut pas réinitialiser son mot de passe avec cette adresse.} many {# autres personnes ne peuvent pas réinitialiser leur mot de passe avec cette adresse.} other {# autres personnes ne peuvent pas réinitialiser leur mot de passe avec cette adresse.}}',
  'users.pick.sameName':
    '{more, plural, =0 {{n, number} personnes ayant cette adresse ont en commun le nom affiché qui vient en premier : {names}.} one {{n, number} personnes ayant cette adresse ont en commun le nom affiché qui vient en premier : {names} et # autre.} many {{n, number} personnes ayant cette adresse ont en commun le nom affiché qui vient en premier : {names} et # autres.} other {{n, number} personnes ayant cette adresse ont en commun le nom affiché qui vient en premier : {names} et # autres.}}',
  'users.pick.noName':
    '{more, plural, =0 {{n, number} personnes ayant cette adresse n’ont pas de nom affiché et viennent donc en premier : {names}.} one {{n, number} personnes ayant cette adresse n’ont pas de nom affiché et viennent donc en premier : {names} et # autre.} many {{n, number} personnes ayant cette adresse n’ont pas de nom affiché et viennent donc en premier : {names} et # autres.} other {{n, number} personnes ayant cette adresse n’ont pas de nom affiché et viennent donc en premier : {names} et # autres.}}',
  'users.pick.tiedSure':
    'À noms égaux, Gluu choisit la personne que sa table de hachage renvoie en premier : {who}, {inum}.',
  'users.pick.tiedOpen': 'Gluu en choisit une. LDAP ne révèle pas laquelle.',
  'users.pick.inactive': 'Le statut de {who} est « {status} ». Gluu n’en tient pas compte et envoie l’e-mail.',
  'users.pick.noStatus': '{who} n’a pas de statut. Gluu n’en tient pas compte et envoie l’e-mail.',
  'users.pick.severalInactive':
    '{n, number} d’entre elles ne sont pas actives. Gluu ne tient pas compte du statut et envoie l’e-mail.',
  'users.pick.more':
    'Plus de personnes ont cette adresse qu’il n’en figure ici : une autre peut donc venir en premier.',

  'users.hits.name': 'Nom',
  'users.hits.status': 'Statut',
  'users.hits.mail': 'E-mail de réinitialisation',
  'users.hits.gets': 'reçoit l’e-mail',
  'users.hits.mayGet': 'peut recevoir l’e-mail',
  'users.hits.never': 'ne reçoit pas l’e-mail',

  'users.duplicates.readAll': 'Lire toutes les personnes',
  'users.duplicates.saveCsv': 'Enregistrer en CSV',
  'users.duplicates.read': '{n, plural, one {# personne lue.} many {# de personnes lues.} other {# personnes lues.}}',
  'users.duplicates.allHaveMail': 'Tout le monde a une adresse e-mail.',
  'users.duplicates.withoutMail':
    '{n, plural, one {# d’entre elles n’a pas d’adresse e-mail et ne peut pas réinitialiser son mot de passe.} many {# d’entre elles n’ont pas d’adresse e-mail et ne peuvent pas réinitialiser leur mot de passe.} other {# d’entre elles n’ont pas d’adresse e-mail et ne peuvent pas réinitialiser leur mot de passe.}}',
  'users.duplicates.none': 'Aucune adresse n’est commune à plusieurs personnes.',
  'users.duplicates.shared':
    '{n, plural, one {# adresse est commune à plusieurs personnes.} many {# d’adresses sont communes à plusieurs personnes.} other {# adresses sont communes à plusieurs personnes.}}',
  'users.duplicates.without': 'Personnes sans adresse e-mail',
  'users.duplicates.withoutCount':
    '{n, plural, one {Sans adresse e-mail : # personne} many {Sans adresse e-mail : # de personnes} other {Sans adresse e-mail : # personnes}}',
  'users.duplicates.noName': '{uid}, sans nom affiché',
  'users.duplicates.firstListed': 'Liste limitée aux {n, number} premières.',
  'users.duplicates.address':
    '{n, plural, one {{mail} : # personne} many {{mail} : # de personnes} other {{mail} : # personnes}}',
  'users.duplicates.more':
    '{n, plural, one {# autre adresse n’est pas affichée.} many {# autres adresses ne sont pas affichées.} other {# autres adresses ne sont pas affichées.}}',
  'users.duplicates.limit': '{n, plural, one {# personne} many {# de personnes} other {# personnes}}',

  'users.test.givenName': 'Prénom',
  'users.test.sn': 'Nom de famille',
  'users.test.mail': 'Adresse e-mail',
  'users.test.mail.note': 'Là où doit arriver l’e-mail de réinitialisation.',
  'users.test.password': 'Mot de passe',
  'users.test.password.note':
    'Laissez vide pour en générer un. Il sert à vérifier l’authentification et n’est jamais affiché.',
  'users.test.create': 'Créer l’utilisateur de test',
  'users.test.creating': 'Création…',
  'users.test.typeFirst': 'Saisissez {server} ci-dessus.',
  'users.test.ended': 'Résultat',
  'users.test.created': 'L’utilisateur de test a été créé et relu.',
  'users.test.removed': 'L’utilisateur de test et ses demandes de réinitialisation ont été supprimés.',
  'users.test.unknown':
    'On ignore encore si c’est écrit. Ce sera vérifié à la prochaine lecture des utilisateurs de test.',
  'users.test.on': 'Utilisateurs de test sur {server}',
  'users.test.none': 'Aucun utilisateur de test créé par cette console.',
  'users.test.more': 'Il y en a d’autres. Liste limitée aux {n, number} premiers.',
  'users.test.checkLogin': 'Vérifier l’authentification',
  'users.test.loggedIn': 'Authentifié en tant que {who}.',
  'users.test.removeNow': 'Supprimer {uid} maintenant',
  'users.problem.notTestUser': 'Cette personne n’est pas un utilisateur de test créé par cette console.',

  'users.task.search': 'Recherche de personnes',
  'users.task.search.failed': 'La recherche de personnes a échoué.',
  'users.task.person': 'Lecture de l’entrée d’une personne',
  'users.task.person.done': 'L’entrée de la personne a été lue.',
  'users.task.person.failed': 'L’entrée de la personne n’a pas pu être lue.',
  'users.task.pick': 'Recherche du destinataire de l’e-mail',
  'users.task.pick.done':
    '{n, plural, one {# personne a cette adresse.} many {# de personnes ont cette adresse.} other {# personnes ont cette adresse.}}',
  'users.task.pick.failed': 'La recherche de l’adresse a échoué.',
  'users.task.duplicates': 'Recherche d’adresses partagées',
  'users.task.duplicates.failed': 'Les personnes n’ont pas pu être lues.',
  'users.task.leftovers': 'Recherche d’utilisateurs de test',
  'users.task.leftovers.done': 'Les utilisateurs de test ont été lus.',
  'users.task.leftovers.failed': 'Les utilisateurs de test n’ont pas pu être lus.',
  'users.task.create': 'Création d’un utilisateur de test',
  'users.task.create.done': 'Un utilisateur de test a été créé.',
  'users.task.create.failed': 'Aucun utilisateur de test n’a été créé.',
  'users.task.login': 'Authentification de l’utilisateur de test',
  'users.task.login.done': 'L’authentification a été essayée.',
  'users.task.login.failed': 'L’authentification n’a pas pu être essayée.',
  'users.task.remove': 'Suppression d’un utilisateur de test',
  'users.task.remove.done': 'Un utilisateur de test a été supprimé.',
  'users.task.remove.failed': 'L’utilisateur de test n’a pas été supprimé.',

  'users.note.read': '{n, plural, one {# personne lue} many {# de personnes lues} other {# personnes lues}}',
};
