import type { readiness as english } from '../en/readiness';

export const readiness: Record<keyof typeof english, string> = {
  'readiness.title': 'Réinitialisation du mot de passe',
  'readiness.checking': 'Vérification de la réinitialisation…',
  'readiness.work': 'Vérification de la réinitialisation',
  'readiness.can.yes': 'Les utilisateurs peuvent réinitialiser leur mot de passe.',
  'readiness.can.yesBut':
    '{n, plural, one {Les utilisateurs peuvent réinitialiser leur mot de passe. # point demande votre attention.} many {Les utilisateurs peuvent réinitialiser leur mot de passe. # de points demandent votre attention.} other {Les utilisateurs peuvent réinitialiser leur mot de passe. # points demandent votre attention.}}',
  'readiness.can.no':
    '{n, plural, one {Les utilisateurs ne peuvent pas réinitialiser leur mot de passe.} many {Les utilisateurs ne peuvent pas réinitialiser leur mot de passe. # d’obstacles s’y opposent.} other {Les utilisateurs ne peuvent pas réinitialiser leur mot de passe. # obstacles s’y opposent.}}',
  'readiness.can.notKnown':
    '{n, plural, one {On ne sait pas si les utilisateurs peuvent réinitialiser leur mot de passe.} many {On ne sait pas si les utilisateurs peuvent réinitialiser leur mot de passe. # de questions restent ouvertes.} other {On ne sait pas si les utilisateurs peuvent réinitialiser leur mot de passe. # questions restent ouvertes.}}',
  'readiness.can.untested':
    '{n, plural, =0 {Tout est configuré. L’e-mail lui-même n’a pas encore été testé.} one {L’e-mail lui-même n’a pas encore été testé. # autre point demande votre attention.} many {L’e-mail lui-même n’a pas encore été testé. # d’autres points demandent votre attention.} other {L’e-mail lui-même n’a pas encore été testé. # autres points demandent votre attention.}}',
  'readiness.reasons': 'Raisons',
  'readiness.more': 'et {n, number} de plus',
  'readiness.notChecked': 'La réinitialisation n’a pas pu être vérifiée.',

  'readiness.links': 'Vérifications de la réinitialisation',
  'readiness.link.resetEnabled': 'Réinitialisation en libre-service',
  'readiness.link.smtpComplete': 'Paramètres SMTP',
  'readiness.link.smtpPassword': 'Mot de passe SMTP',
  'readiness.link.fromAddress': 'Adresse mail expéditeur',
  'readiness.link.resetMail': 'Envoi par Gluu',
  'readiness.link.recaptcha': 'reCAPTCHA',
  'readiness.link.requestBranch': 'Demandes de réinitialisation',
  'readiness.link.expiry': 'Validité du lien',
  'readiness.link.linkHost': 'Lien dans l’e-mail',
  'readiness.link.linkCertificate': 'Certificat du lien',
  'readiness.link.reminderPage': 'Page de réinitialisation',
  'readiness.link.peopleWithoutMail': 'Personnes sans adresse e-mail',
  'readiness.link.sharedMail': 'Adresses e-mail partagées',
  'readiness.state.green': 'OK :',
  'readiness.state.amber': 'OK, avec un avertissement :',
  'readiness.state.red': 'Problème :',
  'readiness.state.notKnown': 'Inconnu :',

  'readiness.do.checkAgain': 'Vérifier à nouveau',
  'readiness.do.testNow': 'Tester maintenant',
  'readiness.do.testMail': 'Tester la messagerie',
  'readiness.do.enable': 'Activer',
  'readiness.do.openSmtp': 'Ouvrir les paramètres SMTP',
  'readiness.do.openField': 'Ouvrir le champ',
  'readiness.do.enterPassword': 'Saisir le mot de passe',
  'readiness.do.enterAddress': 'Saisir l’adresse',
  'readiness.do.enterSalt': 'Saisir le sel',
  'readiness.do.correctSalt': 'Corriger le sel',
  'readiness.do.lookAtSalt': 'Examiner le sel',
  'readiness.do.showCertificate': 'Afficher le certificat',
  'readiness.do.showPeople':
    '{n, plural, one {Afficher # personne} many {Afficher # de personnes} other {Afficher # personnes}}',
  'readiness.do.showAddresses':
    '{n, plural, one {Afficher # adresse} many {Afficher # d’adresses} other {Afficher # adresses}}',

  'readiness.inOxtrust.field': 'Dans oxTrust : « Configuration organisation », « {label} ».',
  'readiness.inOxtrust.json': 'Dans oxTrust : « Configuration », « Configuration JSON », « Configuration OxTrust ».',
  'readiness.inOxtrust.linkBase':
    'Dans oxTrust : « Configuration », « Configuration JSON », « Configuration OxTrust », {key}.',
  'readiness.inOxtrust.expiry':
    'Réglez passwordResetRequestExpirationTime sur 600, la valeur d’une nouvelle installation.',

  'readiness.version.beyond':
    'Cette console sait comment fonctionne la réinitialisation du mot de passe dans Gluu {known}. Ce serveur exécute Gluu {version}.',
  'readiness.because.versionBeyond':
    'Cette console ne sait pas comment fonctionne la réinitialisation du mot de passe dans Gluu {version}.',
  'readiness.version.each': 'Gluu {version} : {reason}',
  'readiness.because.versionOpen': 'On ne sait pas laquelle de ces versions ce serveur exécute : Gluu {version}.',

  'readiness.enabled.on': 'Activée.',
  'readiness.enabled.off': 'Désactivée.',
  'readiness.enabled.notSet': 'Non définie, ce qui équivaut à désactivée.',
  'readiness.enabled.unrecognized':
    'Gluu ne reconnaît pas la valeur enregistrée. Il considère la réinitialisation comme désactivée et supprime la valeur.',
  'readiness.enabled.notTrue': 'La valeur enregistrée n’est ni TRUE ni FALSE. Gluu la traite comme désactivée.',
  'readiness.enabled.contradicting':
    '{n, number} valeurs enregistrées se contredisent. Gluu utilise la première qu’il reçoit.',
  'readiness.because.off': 'La réinitialisation du mot de passe en libre-service n’est pas activée.',
  'readiness.because.contradicting': 'Les valeurs de passwordResetAllowed se contredisent.',

  'readiness.smtp.complete':
    '{login, select, yes {Complets : {address}, avec authentification.} other {Complets : {address}, sans authentification.}}',
  'readiness.smtp.broken': 'oxSmtpConfiguration est illisible : Gluu ne peut donc pas lire cette entrée du tout.',
  'readiness.smtp.missing':
    'Gluu signale la réinitialisation du mot de passe comme non activée tant que ces champs ne sont pas définis : {fields}.',
  'readiness.smtp.hostEmpty':
    '« Hôte SMTP » contient un texte vide. Gluu considère l’hôte comme défini, mais l’e-mail n’a nulle part où aller.',
  'readiness.because.smtpAbsent': 'Aucun paramètre SMTP n’est enregistré.',
  'readiness.because.smtpBroken': 'Gluu ne peut pas lire les paramètres SMTP.',
  'readiness.because.smtpMissing': 'Paramètres SMTP manquants : {fields}.',
  'readiness.because.hostEmpty': '« Hôte SMTP » est vide.',

  'readiness.password.notNeeded': 'Inutile : « Nécessite une authentification » est désactivé.',
  'readiness.password.undecidedAbsent': 'On ne sait pas s’il en faut un : aucun paramètre SMTP n’est enregistré.',
  'readiness.password.undecidedBroken': 'On ne sait pas s’il en faut un : les paramètres SMTP sont illisibles.',
  'readiness.password.decrypts': 'Se déchiffre avec le sel de ce serveur.',
  'readiness.password.none': 'Aucun mot de passe n’est enregistré.',
  'readiness.password.doesNotDecrypt':
    'Le sel de ce serveur ne permet pas de déchiffrer le mot de passe enregistré : Gluu n’en envoie donc aucun, et l’authentification échoue.',
  'readiness.password.decryptsGarbled':
    'Se déchiffre, mais la page d’oxTrust a déformé ses caractères non ASCII en l’enregistrant. Seul Gluu 4.2.3 lit encore le bon mot de passe.',
  'readiness.password.decryptsDamaged':
    'Le déchiffrement donne un texte endommagé : ses octets ne sont pas de l’UTF-8, et la plupart des serveurs de messagerie le refuseront.',
  'readiness.password.layered':
    'Son déchiffrement donne un texte qui se déchiffre à nouveau : chaque « Modifier » sur la page d’oxTrust de Gluu 3.1.0 ou 3.1.1 l’a chiffré une fois de plus. Gluu s’authentifie avec le texte chiffré intérieur, et l’authentification échoue.',
  'readiness.password.usedAsStored':
    'Le sel de ce serveur ne permet pas de déchiffrer le mot de passe enregistré. Cette version de Gluu s’authentifie alors avec le texte enregistré lui-même, ce qui n’est juste que s’il a été enregistré en clair.',
  'readiness.password.decryptsNonAscii':
    'Se déchiffre, et contient des caractères non ASCII. La page d’oxTrust les affiche déformés : « Modifier » les y enregistrerait déformés, et l’authentification échouerait.',
  'readiness.password.noSalt':
    'Enregistré. Impossible de vérifier s’il se déchiffre : le sel de ce serveur n’est pas connu ici.',
  'readiness.password.wrongSalt': 'Enregistré. On ne sait pas si Gluu peut le déchiffrer.',
  'readiness.password.doesNotDecryptUnproved':
    'Ne se déchiffre pas avec le sel conservé ici : l’un des deux n’appartient pas à ce serveur.',
  'readiness.password.decryptsUnproved': 'Se déchiffre avec le sel conservé ici.',
  'readiness.password.mask':
    'C’est une suite d’étoiles ou de points, comme les pages en affichent à la place d’un mot de passe.',
  'readiness.because.passwordUndecided': 'On ne sait pas s’il faut un mot de passe SMTP.',
  'readiness.because.password.none': 'Aucun mot de passe SMTP n’est enregistré.',
  'readiness.because.password.doesNotDecrypt': 'Le mot de passe SMTP ne se déchiffre pas.',
  'readiness.because.password.decryptsGarbled': 'Le mot de passe SMTP a été déformé à l’enregistrement.',
  'readiness.because.password.decryptsDamaged': 'Le déchiffrement du mot de passe SMTP donne un texte endommagé.',
  'readiness.because.password.layered': 'Le mot de passe SMTP a été chiffré plusieurs fois.',
  'readiness.because.password.usedAsStored':
    'Gluu utilise le mot de passe SMTP tel qu’il est enregistré, sans le déchiffrer.',
  'readiness.because.password.decryptsNonAscii': '« Modifier » sur la page d’oxTrust déformerait le mot de passe SMTP.',
  'readiness.because.password.noSalt': 'Le sel de ce serveur n’est pas connu ici.',
  'readiness.because.password.wrongSalt': 'La configuration de ce serveur contredit le sel conservé ici.',
  'readiness.because.password.doesNotDecryptUnproved':
    'Le mot de passe SMTP ne se déchiffre pas avec le sel conservé ici, qui appartient peut-être à un autre serveur.',
  'readiness.because.password.decryptsUnproved': 'Rien ne prouve que le sel conservé ici est celui de ce serveur.',
  'readiness.because.password.mask': 'Le mot de passe SMTP est une suite d’étoiles ou de points.',

  'readiness.from.notSet':
    '« Adresse mail expéditeur » n’est pas défini. Gluu ne l’exige pas, mais l’envoi échoue sans cette adresse.',
  'readiness.because.fromNotSet': '« Adresse mail expéditeur » n’est pas défini.',
  'readiness.because.fromInvalid': '« Adresse mail expéditeur » ne contient pas une adresse e-mail.',
  'readiness.because.fromDoubtful': 'Les serveurs de messagerie peuvent refuser ou modifier l’expéditeur de l’e-mail.',

  'readiness.mail.nothingToSendWith': 'Il n’y a pas de paramètres pour l’envoi.',
  'readiness.mail.untested': 'Le serveur de messagerie n’a pas encore été testé.',
  'readiness.mail.open': 'Question ouverte : {what}',
  'readiness.mail.leftOpen': 'Les réponses du serveur de messagerie ne montrent pas s’il accepte l’e-mail.',
  'readiness.mail.stale': 'À partir de l’étape « {stage} », le dernier test de messagerie a utilisé d’autres valeurs.',
  'readiness.mail.relay':
    'Gluu envoie au port 25 du Gluu Server lui-même, comme le prévoient les paramètres. On ne peut pas voir d’ici si un relais y accepte les e-mails.',
  'readiness.because.mailImpossible': 'L’e-mail ne peut pas être envoyé.',
  'readiness.because.mailRefused': 'Le serveur de messagerie refusera l’e-mail.',
  'readiness.because.open': 'Le test n’a pas montré si l’e-mail est envoyé.',
  'readiness.because.openUnencrypted': 'Le test n’a pas montré si l’e-mail est envoyé. S’il l’est, c’est en clair.',
  'readiness.because.sendsInClear': 'Les e-mails ne sont pas chiffrés.',
  'readiness.because.fails': 'L’envoi de l’e-mail échouera, mais Gluu dira tout de même qu’il a été envoyé.',
  'readiness.because.hangs': 'L’envoi de l’e-mail restera bloqué.',
  'readiness.because.ignoresHost': 'Gluu envoie l’e-mail à son propre port 25 et non à l’hôte SMTP.',
  'readiness.because.relay': 'L’envoi dépend d’un relais sur le Gluu Server.',

  'readiness.recaptcha.none': 'Cette version n’en dispose pas.',
  'readiness.recaptcha.on': 'Activé : les utilisateurs le résolvent avant l’envoi de l’e-mail.',
  'readiness.recaptcha.off': 'Désactivé.',
  'readiness.recaptcha.half': 'Désactivé, bien que {key} soit définie : l’autre clé est vide.',
  'readiness.recaptcha.noKeys':
    'Désactivé, alors que la valeur d’authenticationRecaptchaEnabled est true : les deux clés sont vides.',
  'readiness.because.recaptchaHalf': 'reCAPTCHA n’est configuré qu’à moitié : il n’est donc pas actif.',
  'readiness.because.recaptchaNoKeys': 'reCAPTCHA est activé sans clés : il n’est donc pas actif.',

  'readiness.requests.dead':
    'Cette version écrit la demande avec une date que son propre schéma LDAP refuse : aucun lien ne fonctionne.',
  'readiness.requests.upgrade': 'Passez à la version 3.0.2 ou ultérieure.',
  'readiness.requests.notYet': 'La branche n’existe pas encore ; Gluu la crée avec la première demande.',
  'readiness.requests.present':
    '{n, plural, =0 {Aucune demande.} one {# demande.} many {# de demandes.} other {# demandes.}}',
  'readiness.requests.presentMore': 'Plus de {n, number} demandes.',
  'readiness.requests.unending':
    '{n, plural, one {# d’entre elles n’expire jamais pour Gluu : exp manque ou del n’est pas vrai, aucune minuterie ne la supprime donc.} many {# d’entre elles n’expirent jamais pour Gluu : exp manque ou del n’est pas vrai, aucune minuterie ne les supprime donc.} other {# d’entre elles n’expirent jamais pour Gluu : exp manque ou del n’est pas vrai, aucune minuterie ne les supprime donc.}}',
  'readiness.requests.unread': 'Les demandes n’ont pas pu être lues.',
  'readiness.because.requestsDead': 'Cette version ne peut pas enregistrer les demandes de réinitialisation.',
  'readiness.because.requestsUnread': 'Les demandes en attente n’ont pas pu être lues.',
  'readiness.because.requestsUnending':
    '{n, plural, one {# demande de réinitialisation n’est jamais supprimée.} many {# de demandes de réinitialisation ne sont jamais supprimées.} other {# demandes de réinitialisation ne sont jamais supprimées.}}',

  'readiness.expiry.fixed': 'Les liens restent valables 2 heures (durée fixe dans cette version).',
  'readiness.expiry.ignored': 'Cette version ignore la durée définie.',
  'readiness.expiry.minutes':
    '{n, plural, one {Les liens restent valables # minute.} many {Les liens restent valables # de minutes.} other {Les liens restent valables # minutes.}}',
  'readiness.expiry.minutesSeconds':
    '{n, plural, one {Les liens restent valables # minute et {seconds, plural, one {# seconde} many {# de secondes} other {# secondes}}.} many {Les liens restent valables # de minutes et {seconds, plural, one {# seconde} many {# de secondes} other {# secondes}}.} other {Les liens restent valables # minutes et {seconds, plural, one {# seconde} many {# de secondes} other {# secondes}}.}}',
  'readiness.expiry.tooShort':
    '{seconds, plural, one {Les liens restent valables # seconde.} many {Les liens restent valables # de secondes.} other {Les liens restent valables # secondes.}} L’e-mail peut mettre plus longtemps à arriver, et il indique « 0 minute(s) ».',
  'readiness.expiry.unreadable':
    'passwordResetRequestExpirationTime n’est pas un nombre entier : oxTrust ne peut pas lire sa configuration.',
  'readiness.expiry.missing':
    'passwordResetRequestExpirationTime est absent, comme après une mise à niveau, et vaut donc 0 : chaque lien expire dès sa création.',
  'readiness.expiry.notPositive':
    'passwordResetRequestExpirationTime vaut {seconds} : chaque lien expire dès sa création.',
  'readiness.because.expiryUnreadable': 'oxTrust ne peut pas lire la durée de validité des liens.',
  'readiness.because.expired': 'Chaque lien expire dès sa création.',
  'readiness.because.expiryTooLong':
    'Au bout de 2 heures, le lien s’ouvre encore, mais Gluu refuse le nouveau mot de passe.',
  'readiness.because.expiryTooShort': 'Les liens expirent en moins d’une minute.',

  'readiness.oxtrust.absent': 'La configuration d’oxTrust n’a pas été trouvée.',
  'readiness.oxtrust.broken': 'La configuration d’oxTrust est illisible.',

  'readiness.host.own': 'Les liens mènent à {host}, c’est-à-dire à l’ordinateur de chaque utilisateur.',
  'readiness.host.unencrypted': 'Les liens mènent à {address} : le nouveau mot de passe est envoyé en clair.',
  'readiness.host.notSet': '{key} n’est pas défini : les liens des e-mails de réinitialisation ne mènent nulle part.',
  'readiness.host.noWebAddress':
    '{key} n’est pas une adresse web : les liens des e-mails de réinitialisation ne mènent nulle part.',
  'readiness.host.tooMuch':
    '{key} contient autre chose que le schéma, l’hôte et le port : les liens des e-mails de réinitialisation ne fonctionnent donc pas.',
  'readiness.host.path':
    '{key} contient un chemin. Cette console ne demande que des pages situées à la racine d’un hôte.',
  'readiness.host.unknown':
    '{host} n’existe pas dans le DNS, vu de ce poste de travail. Les utilisateurs d’un autre réseau peuvent peut-être le joindre.',
  'readiness.because.nowhere': 'Les liens des e-mails de réinitialisation ne mènent nulle part.',
  'readiness.because.unencrypted': 'Les liens des e-mails de réinitialisation ne sont pas chiffrés.',
  'readiness.because.otherHost': 'Les liens des e-mails de réinitialisation mènent à un autre hôte que ce serveur.',
  'readiness.because.notAsked': 'La page à laquelle mènent les liens n’a pas été demandée.',
  'readiness.because.lookupFailed': 'La recherche DNS de {host}, l’hôte des liens, a échoué.',
  'readiness.because.hostUnknown': '{host}, l’hôte des liens, n’existe pas dans le DNS de ce poste de travail.',
  'readiness.because.noAddress': 'Il n’y a pas d’adresse à vérifier.',

  'readiness.certificate.none': 'Aucun : les liens commencent par http://.',
  'readiness.certificate.notSeen': 'Non vu : aucune connexion TLS n’a été établie.',
  'readiness.certificate.rejected': 'Les navigateurs affichent un avertissement au lieu du formulaire.',
  'readiness.certificate.ends':
    '{n, plural, one {Il expire le {day}, dans # jour.} many {Il expire le {day}, dans # de jours.} other {Il expire le {day}, dans # jours.}}',
  'readiness.certificate.trusted':
    '{n, plural, one {Certificat de confiance. Il expire le {day}, dans # jour.} many {Certificat de confiance. Il expire le {day}, dans # de jours.} other {Certificat de confiance. Il expire le {day}, dans # jours.}}',
  'readiness.because.certificateNotSeen': 'Le certificat du lien n’a pas été vu.',
  'readiness.because.certificateRejected': 'Les navigateurs rejettent le certificat du lien.',
  'readiness.because.certificateEnds': 'Le certificat du lien expire bientôt.',

  'readiness.page.good': '{url} répond.',
  'readiness.page.title': 'Son titre est « {title} ».',
  'readiness.page.error': '{url} répond avec le statut 200, mais affiche une page d’erreur.',
  'readiness.page.noForm': '{url} répond, mais sans le formulaire qui sert à demander l’e-mail.',
  'readiness.page.status': '{url} répond avec le statut {status}.',
  'readiness.page.redirects': '{url} redirige vers {location} ({status}).',
  'readiness.page.redirectsNowhere': '{url} redirige sans indiquer où ({status}).',
  'readiness.page.notHttp': '{url} : la réponse n’est pas du HTTP valide ({detail}).',
  'readiness.page.failed': '{url} : {what}',
  'readiness.page.fromHere': 'C’est ce que voit ce poste de travail.',
  'readiness.page.noName': 'Non demandée : le nom d’hôte est introuvable.',
  'readiness.because.pageNotHttp': 'Le serveur auquel mènent les liens n’est pas un serveur web.',
  'readiness.because.pageSilent': 'La page de réinitialisation ne répond pas à ce poste de travail.',
  'readiness.because.pageError': 'La page de réinitialisation affiche une erreur.',
  'readiness.because.pageNoForm': 'La page de réinitialisation n’affiche pas de formulaire.',
  'readiness.because.pageStatus': 'La page de réinitialisation répond avec le statut {status}.',
  'readiness.because.pageToLogin': 'La page de réinitialisation redirige vers la page de connexion.',
  'readiness.because.pageElsewhere': 'La page de réinitialisation redirige ailleurs.',
  'readiness.because.pageNoName': 'La page de réinitialisation n’a pas pu être demandée à {host}.',

  'readiness.people.uncounted': 'Les personnes n’ont pas pu être comptées.',
  'readiness.people.none': 'Ce serveur ne compte aucune personne.',
  'readiness.people.limit':
    '{people, plural, one {Seule la première personne a été comptée.} many {Seules les # premières personnes ont été comptées.} other {Seules les # premières personnes ont été comptées.}}',
  'readiness.people.time':
    '{people, plural, one {Le comptage a pris trop de temps et s’est arrêté après # personne.} many {Le comptage a pris trop de temps et s’est arrêté après # de personnes.} other {Le comptage a pris trop de temps et s’est arrêté après # personnes.}}',
  'readiness.people.allHaveMail':
    '{people, plural, one {Tout le monde a une adresse e-mail (# personne).} many {Tout le monde a une adresse e-mail (# de personnes).} other {Tout le monde a une adresse e-mail (# personnes).}}',
  'readiness.people.nobodyHasMail':
    '{people, plural, one {Personne n’a d’adresse e-mail (# personne).} many {Personne n’a d’adresse e-mail (# de personnes).} other {Personne n’a d’adresse e-mail (# personnes).}}',
  'readiness.people.someWithoutMail':
    '{n, plural, one {# personne sur {people, number} n’a pas d’adresse e-mail.} many {# de personnes sur {people, number} n’ont pas d’adresse e-mail.} other {# personnes sur {people, number} n’ont pas d’adresse e-mail.}}',
  'readiness.people.noneShared':
    '{people, plural, one {Aucune adresse e-mail n’appartient à plusieurs personnes (# personne).} many {Aucune adresse e-mail n’appartient à plusieurs personnes (# de personnes).} other {Aucune adresse e-mail n’appartient à plusieurs personnes (# personnes).}}',
  'readiness.people.shared':
    '{n, plural, one {# adresse e-mail appartient à plusieurs personnes. Une réinitialisation change le mot de passe de la première que Gluu trouve.} many {# d’adresses e-mail appartiennent à plusieurs personnes. Une réinitialisation change le mot de passe de la première que Gluu trouve.} other {# adresses e-mail appartiennent à plusieurs personnes. Une réinitialisation change le mot de passe de la première que Gluu trouve.}}',
  'readiness.people.refused':
    'Là où le serveur LDAP lui-même refuse une deuxième personne avec la même adresse, la réinitialisation se termine par « Email Already Registered ».',
  'readiness.because.notAllCounted': 'Toutes les personnes n’ont pas été comptées.',
  'readiness.because.nobodyHasMail': 'Personne n’a d’adresse e-mail.',
  'readiness.because.withoutMail':
    '{n, plural, one {# personne n’a pas d’adresse e-mail.} many {# de personnes n’ont pas d’adresse e-mail.} other {# personnes n’ont pas d’adresse e-mail.}}',
  'readiness.because.sharedMail':
    '{n, plural, one {# adresse e-mail appartient à plusieurs personnes.} many {# d’adresses e-mail appartiennent à plusieurs personnes.} other {# adresses e-mail appartiennent à plusieurs personnes.}}',

  'readiness.step.noLinkBase': '{key} n’est pas défini',
  'readiness.step.answers': 'répond avec {status}',
  'readiness.step.noAnswer': 'aucune réponse exploitable',
  'readiness.step.uncounted': 'comptage impossible',
  'readiness.step.counted':
    '{n, plural, one {# personne comptée} many {# de personnes comptées} other {# personnes comptées}}',
};
