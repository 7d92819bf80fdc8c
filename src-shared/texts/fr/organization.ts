import type { organization as english } from '../en/organization';

export const organization: Record<keyof typeof english, string> = {
  'organization.undo': 'Récupérer',
  'organization.field.about': 'À propos du champ « {field} »',
  'organization.field.initial': 'À l’installation',
  'organization.field.reader': 'Lu par',
  'organization.field.key': '{attribute}, clé {key}',
  'organization.field.notInLdap': 'absent de LDAP',
  'organization.field.notStored': '(non enregistré)',
  'organization.error.number': 'Saisissez un nombre entier, par exemple 587.',
  'organization.error.password': 'Saisissez le nouveau mot de passe ou choisissez « Conserver ».',
  'organization.error.salt':
    'Gluu ne pourrait pas déchiffrer un mot de passe chiffré avec le sel conservé ici. Corrigez d’abord le sel.',
  'organization.secret.decrypts': 'Il se déchiffre avec le sel de ce serveur.',
  'organization.secret.decryptsNonAscii':
    'Il se déchiffre et contient des caractères non ASCII. La page de Gluu les affiche déformés et les enregistrerait ainsi ; la version 4.2.3 les envoie en ISO 8859-1. Un mot de passe en ASCII est plus sûr.',
  'organization.secret.decryptsGarbled':
    'Il se déchiffre, mais avec les caractères déformés que la page de Gluu a enregistrés à la place de caractères non ASCII. Toutes les versions sauf 4.2.3 envoient un mot de passe faux. Saisissez-le à nouveau.',
  'organization.secret.decryptsDamaged':
    'Il se déchiffre en un texte endommagé : ses octets ne sont pas de l’UTF-8. Gluu jusqu’à 4.2.2 les envoie tels quels ; les versions suivantes les remplacent par U+FFFD. Saisissez à nouveau le mot de passe.',
  'organization.secret.layered':
    'Son déchiffrement donne un texte qui se déchiffre à nouveau : chaque « Modifier » sur la page d’oxTrust de Gluu 3.1.0 ou 3.1.1 l’a chiffré une fois de plus. Saisissez à nouveau le mot de passe.',
  'organization.secret.usedAsStored':
    'Il ne se déchiffre pas, et cette version de Gluu s’authentifie alors avec le texte enregistré lui-même. Si ce n’est pas le mot de passe, saisissez-le à nouveau.',
  'organization.secret.doesNotDecrypt': 'Il a été chiffré avec un autre sel, ou il est endommagé.',
  'organization.secret.decryptsUnproved':
    'Il se déchiffre avec le sel conservé ici. On ignore si Gluu peut le déchiffrer.',
  'organization.secret.doesNotDecryptUnproved':
    'Il ne se déchiffre pas avec le sel conservé ici : l’un des deux n’est pas de ce serveur. Vérifiez le sel avant de remplacer le mot de passe.',
  'organization.secret.noSalt': 'Sans le sel, il ne peut être ni vérifié ni remplacé ; il reste tel quel.',
  'organization.secret.wrongSalt':
    'On ignore si Gluu peut le déchiffrer. Corrigez le sel ; ne remplacez pas le mot de passe.',
  'organization.secret.paste': 'Coller le sel',
  'organization.secret.correct': 'Corriger le sel',
  'organization.secret.check': 'Vérifier le sel',
  'organization.broken.label': 'Le contenu enregistré est illisible',
  'organization.broken.title': 'Le contenu enregistré dans {attribute} est illisible.',
  'organization.broken.gluu':
    'Gluu ne peut pas le lire non plus : toute son entrée de configuration échoue au chargement. « Modifier » est désactivé pour ces champs.',
  'organization.broken.todo': 'Réparez l’attribut avec un éditeur LDAP, puis rechargez.',
  'organization.broken.raw': 'Tel qu’enregistré',
  'organization.unsaved':
    '{n, plural, one {# modification non enregistrée} many {# de modifications non enregistrées} other {# modifications non enregistrées}}',
  'organization.discarded':
    '{n, plural, one {# modification abandonnée} many {# de modifications abandonnées} other {# modifications abandonnées}}',
  'organization.errors':
    '{n, plural, one {# champ est en erreur.} many {# de champs sont en erreur.} other {# champs sont en erreur.}}',
  'organization.planning': 'Calcul des modifications',
  'organization.changed.label': 'Modifié par quelqu’un d’autre',
  'organization.changed.sinceSaved': 'Modifié sur le serveur depuis votre enregistrement.',
  'organization.changed.sinceRead': 'Modifié sur le serveur depuis votre lecture.',
  'organization.changed.by': '{fields}, par <code>{by}</code>',
  'organization.task.reading': 'Lecture',
  'organization.task.read': 'Les paramètres ont été lus.',
  'organization.task.notRead': 'Les paramètres n’ont pas pu être lus.',
  'organization.task.updating': 'Modification',
  'organization.task.saved': 'Enregistré et vérifié.',
  'organization.task.notSaved': 'Non enregistré.',
  'organization.task.conflict': 'Non enregistré : modifié par quelqu’un d’autre.',
  'organization.task.unknown': 'On ignore encore si c’est enregistré. Vérification en cours.',
  'organization.task.nothing': 'Rien n’a été écrit.',
  'organization.column.setting': 'Paramètre',
  'organization.review.title':
    '{n, plural, one {Revoir # modification} many {Revoir # de modifications} other {Revoir # modifications}}',
  'organization.review.writing': 'Écriture sur {server}',
  'organization.review.refused': 'Rien n’a été écrit',
  'organization.review.again': 'Revoir à nouveau',
  'organization.review.typeName': 'Saisissez {server} ci-dessus.',
  'organization.review.only': 'Seules ces valeurs changent. Tout le reste demeure identique, octet pour octet.',
  'organization.review.now': 'Sur le serveur',
  'organization.review.afterUpdate': 'Après modification',
  'organization.review.afterRollback': 'Après retour arrière',
  'organization.review.guard.assertion':
    'Écriture protégée : une requête modify par entrée, qui ne réussit que si les valeurs enregistrées sont encore celles que vous avez chargées. La console les relit ensuite.',
  'organization.review.guard.weaker':
    'Protection plus faible : ce serveur ne propose pas d’assertion control ; la console retire donc exactement les anciennes valeurs et ajoute les nouvelles. Elle les relit ensuite.',
  'organization.review.verifying': 'Vérification de l’enregistrement (30 s au plus).',
  'organization.review.noCancel': 'L’écriture ne peut pas être annulée.',
  'organization.conflict.title': 'Modifié par quelqu’un d’autre depuis votre chargement',
  'organization.conflict.text': 'Rien n’a été écrit. Choisissez les valeurs à garder.',
  'organization.conflict.mine': 'La mienne',
  'organization.conflict.theirs': 'L’autre, maintenant sur le serveur',
  'organization.conflict.loaded': 'Au chargement',
  'organization.conflict.pick.mine': '{field} : la mienne',
  'organization.conflict.pick.theirs': '{field} : l’autre',
  'organization.conflict.later': 'Décider plus tard',
  'organization.conflict.continue': 'Continuer avec ces choix',
  'organization.conflict.open':
    '{n, plural, one {Reste # choix à faire.} many {Reste # de choix à faire.} other {Reste # choix à faire.}}',
  'organization.ending.label': 'Résultat de la modification',
  'organization.ending.saved': 'Enregistré et vérifié.',
  'organization.ending.lost': 'Enregistré, mais disparu depuis.',
  'organization.ending.weaker':
    'Ce serveur ne propose pas d’assertion control : seule la protection plus faible contre d’autres écritures s’appliquait.',
  'organization.ending.notSaved': 'Non enregistré.',
  'organization.ending.partly': 'Écrit avant l’échec : {fields}.',
  'organization.ending.unknown': 'On ignore encore si c’est enregistré. Vérification en cours.',
  'organization.ending.unknownWhy':
    'La connexion a été coupée pendant que le serveur écrivait, ou le serveur n’a pas pu être lu ensuite. La console continue de le lire jusqu’à le savoir ; rien n’est écrit deux fois.',
  'organization.ending.verify': 'Vérifier maintenant',
  'organization.holding.waiting':
    'Gluu peut écraser cette modification dans la minute ; elle sera alors vérifiée à nouveau.',
  'organization.holding.held': 'Toujours là après l’actualisation de Gluu.',
  'organization.holding.lost':
    'Après l’actualisation de Gluu, le serveur a d’autres valeurs. Vérifiez-les et refaites la modification.',
  'organization.holding.unknown':
    'Après l’actualisation de Gluu, le serveur n’a pas pu être lu. Rechargez pour voir si la modification est toujours là.',
  'organization.notWritable.readOnly': 'Ce serveur est en lecture seule dans cette console.',
  'organization.notWritable.reader': 'Ce compte peut lire la configuration, mais pas l’écrire.',
  'organization.fixed': 'Ce compte peut lire l’entrée « {entry} », mais pas l’écrire.',
  'organization.note.mayWrite': 'peut modifier la configuration',
  'organization.note.asLoaded': 'inchangé depuis le chargement',
  'organization.note.kept': 'modifié par quelqu’un d’autre et conservé : {fields}',
  'organization.note.written.assertion':
    '{n, plural, one {# requête modify, protégée par le serveur} many {# de requêtes modify, protégées par le serveur} other {# requêtes modify, protégées par le serveur}}',
  'organization.note.written.weaker':
    '{n, plural, one {# requête modify, protection plus faible} many {# de requêtes modify, protection plus faible} other {# requêtes modify, protection plus faible}}',
  'organization.note.equal': 'tel qu’écrit',
  'organization.note.verifyOpen': 'injoignable ; se poursuit en arrière-plan',
  'organization.conflict.whole': 'l’attribut entier a été modifié ou est illisible',
  'plan.notFromHere': 'Ceci ne peut pas être modifié d’ici.',
  'plan.severalValues':
    '{n, plural, one {{attribute} contient # valeur au lieu d’une seule. Retirez les valeurs en trop avec un éditeur LDAP, puis rechargez.} many {{attribute} contient # de valeurs au lieu d’une seule. Retirez les valeurs en trop avec un éditeur LDAP, puis rechargez.} other {{attribute} contient # valeurs au lieu d’une seule. Retirez les valeurs en trop avec un éditeur LDAP, puis rechargez.}}',
  'plan.notEncrypted': 'Le nouveau mot de passe n’a pas été chiffré.',
  'plan.notWritten': '« {field} » n’a pas été écrit.',
  'plan.encrypted.proved':
    'Chiffré avec le sel de ce serveur. Après l’écriture, il est relu et déchiffré pour vérification.',
  'plan.encrypted.unproved': 'Chiffré avec le sel conservé ici.',
  'plan.saltUnproved':
    'Rien ne prouve que le sel conservé ici est celui de ce serveur. Si ce n’est pas le cas, Gluu ne pourra pas déchiffrer ce qui est écrit : {fields}. {why} Comparez-le à celui de /etc/gluu/conf/salt sur ce serveur.',
  'plan.previous.unknown':
    '{field} : on ignore si Gluu peut déchiffrer la valeur précédente, car le sel de ce serveur n’est pas connu ici.',
  'plan.previous.otherSalt':
    '{field} : la valeur précédente ne se déchiffre pas avec le sel de ce serveur ; elle a été chiffrée avec un autre.',
  'plan.previous.oneIsWrong':
    '{field} : la valeur précédente ne se déchiffre pas avec le sel conservé ici ; l’un des deux n’est pas de ce serveur.',
  'plan.removed': '{attribute} est entièrement retiré : il n’existait pas avant.',
  'plan.copied': 'Aussi dans sa copie dans oxSmtpConfiguration, comme le fait oxTrust.',
  'plan.neverNull': 'Sans ce texte, le serveur n’envoie aucun e-mail ; il est donc mis à un texte vide.',
  'organization.saved.confirmed': 'Confirmé par une relecture du serveur.',
  'organization.saved.notShown': 'Impossible de le relire pour l’afficher ici.',
  'organization.saved.doesNotDecrypt': '{field} : la valeur enregistrée ne se déchiffre pas avec le sel de ce serveur.',
  'organization.saved.doesNotDecryptUnproved':
    '{field} : la valeur enregistrée ne se déchiffre pas avec le sel conservé ici, dont rien ne prouve qu’il est celui de ce serveur.',
  'organization.saved.decryptsUnproved':
    '{field} : on ignore si Gluu peut déchiffrer la valeur enregistrée, car rien ne prouve que le sel conservé ici est celui de ce serveur.',
};
