import type { lint as english } from '../en/lint';

export const lint: Record<keyof typeof english, string> = {
  'lint.L02.startTlsOnly':
    'Le port 465 attend TLS dès le premier octet, ce que cette version de Gluu ne prend pas en charge : elle attend indéfiniment.',
  'lint.L02.sslOff':
    'Le port 465 attend TLS dès le premier octet. Si « Nécessite le SSL » est désactivé, Gluu attend indéfiniment.',
  'lint.L02.protectionNone':
    'Le port 465 attend TLS dès le premier octet. Avec « SMTP Connect Protection » sur NONE, Gluu attend indéfiniment. Choisissez SSL/TLS.',
  'lint.L03':
    'Sur le port {port}, la connexion commence sans chiffrement. Avec SSL/TLS, Gluu ne parvient pas à se connecter. Choisissez STARTTLS.',
  'lint.L04':
    'Si « Nécessite une authentification » est désactivé, cette version de Gluu ignore l’hôte saisi et envoie à localhost:25.',
  'lint.L05.sslOff': 'Si « Nécessite le SSL » est désactivé, le mot de passe circule en clair sur le réseau.',
  'lint.L05.protectionNone':
    'Avec « SMTP Connect Protection » sur NONE, le mot de passe circule en clair sur le réseau.',
  'lint.L06.tls10':
    '{provider} refuse TLS 1.0 (depuis {since}), et cette version de Gluu ne propose rien de plus récent. Utilisez un relais sur le Gluu Server.',
  'lint.L06.refused':
    '{provider} n’accepte plus l’authentification par mot de passe, et Gluu, jusqu’à la version 4.5.5, n’en connaît pas d’autre. Utilisez un autre serveur de messagerie ou un relais.',
  'lint.L06.appPasswordOnly':
    '{provider} refuse le mot de passe habituel. Utilisez un mot de passe d’application, qui exige la validation en deux étapes.',
  'lint.L06.offUnlessAllowed':
    '{provider} n’accepte l’authentification par mot de passe que si son administrateur autorise SMTP AUTH pour la boîte aux lettres. Sinon, utilisez un relais ou un connecteur.',
  'lint.L07':
    'Le domaine de l’expéditeur n’est pas celui du compte d’authentification. De nombreux serveurs de messagerie refusent un tel expéditeur.',
  'lint.L08.errorPage': 'Sans « Adresse mail expéditeur », Gluu affiche une page d’erreur au lieu d’envoyer.',
  'lint.L08.noSender': 'Sans « Adresse mail expéditeur », l’e-mail n’a pas d’expéditeur valide.',
  'lint.L09.unquoted':
    'Cette version insère le nom tel quel dans l’en-tête : les guillemets, les virgules et les accents le rendent invalide.',
  'lint.L09.noCharset':
    'Les e-mails de cette version ne déclarent aucun jeu de caractères : les caractères non ASCII peuvent arriver déformés.',
  'lint.L09.shownWrongly':
    'Certains logiciels de messagerie déforment les guillemets, les virgules et les caractères non ASCII dans le nom de l’expéditeur.',
  'lint.L10':
    '« Nécessite une authentification » est activé, mais le nom d’utilisateur SMTP est vide : Gluu considère la réinitialisation du mot de passe comme non activée.',
  'lint.L11':
    'Le sel de ce serveur ne permet pas de déchiffrer le mot de passe enregistré : Gluu n’en envoie donc aucun, et l’authentification échoue. Saisissez-le à nouveau.',
  'lint.L12':
    'Le mot de passe est une suite d’étoiles ou de points, comme les pages en affichent à la place d’un mot de passe. Saisissez le mot de passe lui-même.',
  'lint.L13':
    '« Trust Server » est sans effet dans cette version. Importez plutôt le certificat dans le fichier cacerts de Java.',
  'lint.L14':
    'Si un magasin de clés est configuré, le test de Gluu envoie un e-mail signé, alors que l’e-mail de réinitialisation ne l’est pas : l’un peut réussir là où l’autre échoue.',
  'lint.L15':
    'Sur le Gluu Server, cet hôte désigne le Gluu Server lui-même ; dans un test lancé d’ici, il désigne ce poste de travail.',
  'lint.L16.noAddress':
    '{key} n’est pas une adresse web : les liens des e-mails de réinitialisation ne mènent nulle part.',
  'lint.L16.otherHost':
    'Les liens des e-mails de réinitialisation mènent à {host} ({key}), mais cette console joint le serveur par {profileHost}. Les deux doivent désigner le même serveur.',
  'lint.L17':
    'La réinitialisation du mot de passe est activée ici, mais Gluu la signale comme non activée tant que ces champs ne sont pas définis : {fields}.',
  'lint.L18.fixed':
    'Les liens de réinitialisation de cette version expirent au bout de 2 heures. Elle ne lit pas la durée plus longue qui est définie.',
  'lint.L18.tooLong':
    'La durée définie pour les liens de réinitialisation dépasse 2 heures. Au-delà de 2 heures, Gluu affiche encore le formulaire, mais refuse le nouveau mot de passe.',
  'lint.L19':
    '{n, plural, one {# adresse e-mail appartient à plusieurs personnes : une réinitialisation change le mot de passe de la première que Gluu trouve.} many {# d’adresses e-mail appartiennent à plusieurs personnes : une réinitialisation change le mot de passe de la première que Gluu trouve.} other {# adresses e-mail appartiennent à plusieurs personnes : une réinitialisation change le mot de passe de la première que Gluu trouve.}}',
  'lint.L20':
    'Le mot de passe SMTP contient des caractères non ASCII, que Gluu 4.2.3 envoie en ISO 8859-1. La plupart des serveurs le refuseront.',
  'lint.L21':
    '« Nécessite le SSL » est enregistré comme activé, mais à partir de 4.4.1 Gluu ne lit plus que « SMTP Connect Protection », qui n’est pas défini : l’e-mail est envoyé en clair. Choisissez STARTTLS ou SSL/TLS.',
  'lint.L22.breaks':
    '« SMTP Connect Protection » est enregistré dans l’orthographe d’une autre version compilée de Gluu. Cette version ne peut alors pas lire sa configuration : personne ne peut se connecter et aucun e-mail n’est envoyé. Choisissez de nouveau la valeur et enregistrez-la ici.',
  'lint.L22.plain':
    '« SMTP Connect Protection » est enregistré dans l’orthographe d’une autre version compilée de Gluu. Cette version l’interprète comme NONE et envoie en clair. Choisissez de nouveau la valeur et enregistrez-la ici.',
  'lint.L23':
    '« KeyStore File Path » manque dans ce qui est enregistré ; il n’y a même pas de valeur vide. Cette version de Gluu n’envoie alors aucun e-mail. Enregistrer une modification ici enregistre une valeur vide.',
  'lint.L24':
    '« KeyStore Password » est enregistré en clair. Gluu ne peut pas le déchiffrer et ne signe rien, et quiconque peut lire l’entrée peut lire le mot de passe. Saisissez-le de nouveau ici.',
  'lint.L25.filled':
    'example@orgname.com n’est l’adresse de personne : cette version de Gluu l’inscrit elle-même là où « Adresse mail » est vide. Saisissez la vôtre.',
  'lint.L25.empty':
    'Si « Adresse mail » est vide, cette version de Gluu y inscrit example@orgname.com dans les cinq minutes.',
  'lint.L25.notChanged':
    'example@orgname.com n’est l’adresse de personne. Dans cette version, la page d’oxTrust ne peut pas modifier une adresse enregistrée ; cette console le peut.',
  'lint.L25.example':
    'example@orgname.com n’est l’adresse de personne : la page d’oxTrust la propose là où aucune n’est enregistrée. Saisissez la vôtre.',
  'lint.L26':
    '{n, plural, one {# autre adresse est enregistrée. « Modifier » sur la page d’oxTrust la supprime.} many {# d’autres adresses sont enregistrées. « Modifier » sur la page d’oxTrust les supprime.} other {# autres adresses sont enregistrées. « Modifier » sur la page d’oxTrust les supprime.}}',
  'lint.L27':
    'Le déchiffrement du mot de passe enregistré donne un texte qui se déchiffre à nouveau : oxTrust 3.1.0 et 3.1.1 le chiffrent une fois de plus à chaque « Modifier ». L’authentification échoue. Saisissez à nouveau le mot de passe.',
  'lint.L28':
    'Le mot de passe enregistré ne se déchiffre pas, et cette version de Gluu s’authentifie alors avec le texte enregistré lui-même. Si ce n’est pas le mot de passe, saisissez-le à nouveau.',
  'lint.doubted': '{sentence} (Valable pour Gluu {versions} ; versions possibles de ce serveur : {own}.)',
  'lint.do.sslOn': 'Activer « Nécessite le SSL »',
  'lint.do.port587': 'Utiliser le port 587 avec « Nécessite le SSL »',
  'lint.do.authenticationOn': 'Activer « Nécessite une authentification »',
  'lint.do.trustOff': 'Désactiver « Trust Server »',
  'lint.do.useHost': 'Utiliser {host}',
  'lint.do.useHostAndPort': 'Utiliser {host} et le port {port}',
  'lint.do.sendAs': 'Envoyer depuis {address}',
  'lint.do.logInAs': 'S’authentifier avec {address}',
  'lint.unchecked.noName':
    'Ce serveur est joint par son adresse IP ou par un tunnel : il n’y a donc pas de nom à comparer.',
  'lint.unchecked.mails': 'Les adresses e-mail des personnes n’ont pas été comparées.',
  'lint.unchecked.configuration': 'La configuration d’oxTrust n’a pas été lue.',
  'lint.unchecked.noSalt': 'Le sel de ce serveur n’est pas connu ici.',
  'lint.unchecked.wrongSalt': 'La configuration de ce serveur contredit le sel conservé ici.',
  'lint.unchecked.saltUnproved': 'Il n’est pas certain que le sel conservé ici soit celui de ce serveur.',
  'lint.unchecked.password': 'Le mot de passe enregistré n’a pas été lu.',
};
