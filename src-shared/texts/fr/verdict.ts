import type { verdict as english } from '../en/verdict';

export const verdict: Record<keyof typeof english, string> = {
  'verdict.V01.why': 'TLS commence dès le premier octet, et le serveur accepte l’e-mail.',
  'verdict.V02.why': 'STARTTLS chiffre la connexion, et le serveur accepte l’e-mail.',
  'verdict.V03.why':
    'La connexion est chiffrée. Le serveur ne propose pas d’authentification : le nom d’utilisateur et le mot de passe ne servent pas.',
  'verdict.V10.why':
    'Gluu ne demande pas de chiffrement : le mot de passe et l’e-mail circulent en clair sur le réseau.',
  'verdict.V11.why':
    'Gluu ne demande pas de chiffrement : l’e-mail, avec son lien de réinitialisation, circule en clair sur le réseau.',
  'verdict.V12.why':
    'TLS ne peut pas être établi sur ce port, et Gluu s’en passe : le mot de passe et l’e-mail circulent en clair sur le réseau.',
  'verdict.V13.why':
    'TLS ne peut pas être établi sur ce port, et Gluu s’en passe : l’e-mail circule en clair sur le réseau.',
  'verdict.V19.why':
    'Le magasin de clés du formulaire n’est pas encore enregistré : le test de Gluu signe avec celui qui est enregistré, et il n’y en a aucun.',
  'verdict.V19.todo':
    'Cliquez d’abord sur « Modifier », puis lancez le test. oxTrust annonce un succès même quand rien n’a été enregistré : rouvrez la page et vérifiez.',
  'verdict.V20.why': '« Hôte SMTP » est vide.',
  'verdict.V20.todo': 'Saisissez l’hôte.',
  'verdict.V21.why': '« Port SMTP » n’est pas défini : Gluu se connecte au port 0.',
  'verdict.V21.todo': 'Saisissez le port.',
  'verdict.V22.why': '« Adresse mail expéditeur » est vide : Gluu affiche une page d’erreur sans essayer d’envoyer.',
  'verdict.V22.todo': 'Saisissez l’adresse.',
  'verdict.V23.why':
    '« Nécessite une authentification » est activé, mais il n’y a pas de nom d’utilisateur : JavaMail s’arrête avant de se connecter.',
  'verdict.V23.todo': 'Saisissez le nom d’utilisateur.',
  'verdict.V24.why':
    '« Nécessite une authentification » est activé, mais il n’y a pas de mot de passe : JavaMail s’arrête avant de se connecter.',
  'verdict.V24.todo': 'Saisissez le mot de passe.',
  'verdict.V25.why':
    'Le sel de ce serveur ne permet pas de déchiffrer le mot de passe enregistré. Gluu continue sans mot de passe, et JavaMail s’arrête avant de se connecter.',
  'verdict.V25.todo': 'Saisissez à nouveau le mot de passe et enregistrez.',
  'verdict.V26.why':
    'Le magasin de clés ne peut pas être ouvert sur le Gluu Server : l’e-mail ne peut donc pas être signé.',
  'verdict.V26.todo':
    'Corrigez le chemin, le mot de passe et l’alias du magasin de clés, ou videz les trois champs : le test envoie alors un e-mail non signé.',
  'verdict.V27.why': 'Dans cette version, le test de Gluu ne voit pas un mot de passe qui n’est pas encore enregistré.',
  'verdict.V27.todo':
    'Cliquez d’abord sur « Modifier », puis lancez le test. oxTrust annonce un succès même quand rien n’a été enregistré : rouvrez la page et vérifiez.',
  'verdict.V28.why':
    'Le paramètre du magasin de clés est absent : pas même une valeur vide n’est enregistrée. Gluu {version} n’envoie alors aucun e-mail, ni de test ni de réinitialisation.',
  'verdict.V28.todo':
    'Enregistrez une modification des paramètres SMTP avec cette console, qui enregistre alors une valeur vide. Ou bien saisissez un texte dans « KeyStore File Path » sur la page d’oxTrust et cliquez sur « Modifier ». oxTrust annonce un succès même quand rien n’a été enregistré : rouvrez la page et vérifiez.',
  'verdict.V29.why':
    'La valeur enregistrée de « SMTP Connect Protection » est écrite comme l’écrit une autre version compilée de Gluu. Gluu {version} ne peut alors pas lire sa configuration : il n’envoie aucun e-mail et personne ne peut se connecter.',
  'verdict.V29.todo':
    'Choisissez de nouveau la valeur et enregistrez-la avec cette console, qui l’écrit comme ce serveur. La page d’oxTrust n’est d’aucune aide : elle ne s’ouvre pas.',
  'verdict.V70.why':
    '« Nécessite une authentification » est désactivé : Gluu {version} ignore ces paramètres et envoie à localhost, port 25, sur le Gluu Server.',
  'verdict.V70.todo':
    'Activez « Nécessite une authentification » et saisissez un nom d’utilisateur et un mot de passe : un serveur qui ne propose pas d’authentification accepte l’e-mail sans eux. Ou installez un relais sur le port 25 du Gluu Server, ou passez à la version 4.2 ou ultérieure.',
  'verdict.V30.why': 'Le nom {host} n’existe pas.',
  'verdict.V30.todo': 'Saisissez un nom d’hôte que le Gluu Server lui-même peut résoudre.',
  'verdict.V31.why': 'Rien n’écoute sur {host}, port {port}.',
  'verdict.V31.todo': 'Corrigez l’hôte ou le port.',
  'verdict.V32.why': 'Le service sur le port {port} n’est pas un serveur de messagerie, ou il refuse la connexion.',
  'verdict.V32.todo': 'Corrigez le port.',
  'verdict.V34.why': 'Le serveur ne répond pas à temps.',
  'verdict.V60.why':
    'Le serveur attend TLS sur le port {port}, Gluu attend une bannière, et aucun délai ne limite l’attente.',
  'verdict.V61.why':
    'Le serveur refuse TLS 1.0, la seule version de TLS que propose Gluu {version}. Gluu essaie alors sans TLS sur un port qui attend TLS, et aucun délai ne limite l’attente.',
  'verdict.V62.why':
    'Gluu {version} ne propose que TLS 1.0, que son environnement Java a désactivé. Il essaie alors sans TLS sur un port qui attend TLS, et aucun délai ne limite l’attente.',
  'verdict.V63.why':
    'Le serveur et l’environnement Java n’ont aucune version de TLS en commun. Gluu essaie alors sans TLS sur un port qui attend TLS, et aucun délai ne limite l’attente.',
  'verdict.V64.why':
    'L’environnement Java ne fait pas confiance au certificat. Gluu essaie alors sans TLS sur un port qui attend TLS, et aucun délai ne limite l’attente.',
  'verdict.V65.why':
    'Le serveur accepte la connexion, mais n’envoie rien. Aucun délai ne limite l’attente : Gluu le définit sous forme de Long, que JavaMail ne lit pas.',
  'verdict.V65.todo':
    'Corrigez l’hôte et le port. D’ici là, la page de l’utilisateur reste bloquée jusqu’à la rupture de la connexion.',
  'verdict.V66.why':
    'Rien ne répond sur {host}, port {port}. Aucun délai ne limite l’attente : Gluu le définit sous forme de Long, que JavaMail ne lit pas.',
  'verdict.V66.todo': 'Ouvrez le pare-feu entre le Gluu Server et ce port, ou corrigez l’hôte et le port.',
  'verdict.V67.why':
    'Sur le port {port}, le serveur attend TLS dès le premier octet ; Gluu {version} ne peut démarrer TLS que par STARTTLS, et aucun délai ne limite l’attente.',
  'verdict.V40.why': 'Le serveur propose STARTTLS, puis le refuse.',
  'verdict.V40.todo':
    'Faites corriger la configuration TLS du serveur de messagerie, ou utilisez son port TLS, en général 465.',
  'verdict.V41.why': 'L’e-mail de test signé exige STARTTLS, que le serveur ne propose pas.',
  'verdict.V42.why': 'Le serveur refuse TLS 1.0, la seule version de TLS que propose Gluu {version}.',
  'verdict.V43.why': 'Gluu {version} ne propose que TLS 1.0, que son environnement Java a désactivé.',
  'verdict.V44.why': 'Le serveur et l’environnement Java n’ont aucune version de TLS en commun.',
  'verdict.V45.why':
    'L’environnement Java ne fait pas confiance au certificat du serveur. « Trust Server » n’y change rien.',
  'verdict.V46.why': 'Gluu commence par TLS, mais pas le serveur sur le port {port}.',
  'verdict.V46.todo': 'Réglez « SMTP Connect Protection » sur STARTTLS, ou utilisez le port TLS, en général 465.',
  'verdict.V47.why': 'Le serveur refuse EHLO et HELO, ou ferme la connexion.',
  'verdict.V48.why':
    'Le serveur envoie plus de réponses qu’on ne lui en demande : JavaMail prend chacune pour la réponse à la commande suivante.',
  'verdict.V49.why': 'Le serveur ferme la connexion avant d’accepter l’e-mail.',
  'verdict.V50.why':
    'Le serveur ne propose aucune méthode d’authentification que JavaMail connaisse (LOGIN, PLAIN, DIGEST-MD5, NTLM).',
  'verdict.V50.todo':
    'Utilisez un relais qui accepte un nom d’utilisateur et un mot de passe. Jusqu’à la version 4.5.5, Gluu ne prend pas en charge OAuth pour l’e-mail.',
  'verdict.V51.why': 'Le serveur refuse ce nom d’utilisateur et ce mot de passe.',
  'verdict.V51.todo': 'Corrigez le nom d’utilisateur et le mot de passe.',
  'verdict.V52.why':
    'Le nom d’utilisateur ou le mot de passe contient des caractères non ASCII. Ils n’arrivent pas au serveur dans l’encodage attendu : il refuse donc l’authentification.',
  'verdict.V52.todo': 'N’utilisez que des caractères ASCII dans le mot de passe et le nom d’utilisateur.',
  'verdict.V53.why': 'Le serveur n’accepte aucun e-mail sans chiffrement, et Gluu ne chiffre pas ici.',
  'verdict.V54.why':
    'Le serveur n’accepte aucun e-mail sans authentification, et « Nécessite une authentification » est désactivé.',
  'verdict.V54.todo':
    'Activez « Nécessite une authentification » et saisissez un nom d’utilisateur et un mot de passe.',
  'verdict.V55.why':
    'Le serveur n’accepte aucun e-mail sans authentification, mais n’en propose pas sur cette connexion. JavaMail continue alors sans authentification.',
  'verdict.V56.why': 'Le serveur refuse l’expéditeur, le destinataire ou l’e-mail.',
  'verdict.V57.why':
    'L’authentification échoue. JavaMail essaie une seule méthode, une seule fois : la première proposée parmi LOGIN, PLAIN, DIGEST-MD5 et NTLM.',
  'verdict.V58.why':
    'Le serveur accepte l’e-mail avec un code de réponse que JavaMail prend pour un refus. L’e-mail peut malgré tout être distribué.',
  'verdict.V59.why':
    'L’e-mail est distribué, mais le serveur réinitialise ensuite la connexion, et Gluu signale un échec.',
  'verdict.V68.why':
    'Le serveur cesse de répondre au milieu de l’échange. Aucun délai ne limite l’attente : Gluu le définit sous forme de Long, que JavaMail ne lit pas.',
  'verdict.V68.todo':
    'Utilisez un autre serveur de messagerie ou un relais. D’ici là, la page de l’utilisateur reste bloquée jusqu’à la rupture de la connexion.',
  'verdict.V69.why':
    'L’e-mail est distribué, mais le serveur ne répond jamais à QUIT, et aucun délai ne limite l’attente : la page attend jusqu’à la rupture de la connexion.',
  'verdict.remedy.tlsPort':
    'Utilisez un port qui propose TLS, comme 465 ou 587, ou un relais sur le Gluu Server lui-même.',
  'verdict.remedy.startTlsPort': 'Utilisez un port qui propose STARTTLS, en général 587.',
  'verdict.remedy.updateTls': 'Mettez à jour le serveur de messagerie ou l’environnement Java du Gluu Server.',
  'verdict.remedy.seeReply': 'Consultez la réponse du serveur dans le test depuis ce poste de travail.',
  'verdict.remedy.otherServer': 'Utilisez un autre serveur de messagerie ou un relais.',
  'verdict.remedy.upgradeOrRelay':
    'Installez sur le Gluu Server lui-même (localhost) un relais de messagerie au TLS à jour, qui transmet à {host}, ou passez à Gluu 4.3 ou ultérieur.',
  'verdict.remedy.importCertificate':
    'Importez le certificat dans le magasin de certificats de l’environnement Java sur le Gluu Server (keytool -importcert dans cacerts), puis redémarrez oxTrust.',
  'verdict.remedy.encrypt.startTlsOnly':
    'Utilisez un port qui propose STARTTLS, en général 587, et activez « Nécessite le SSL ».',
  'verdict.remedy.encrypt.requiresSsl': 'Activez « Nécessite le SSL ».',
  'verdict.remedy.encrypt.connectProtection':
    'Réglez « SMTP Connect Protection » sur STARTTLS ou SSL/TLS, selon ce qu’attend le port.',
  'verdict.remedy.switchOn': 'Activer : {fields}',
  'verdict.exposure.password':
    'Rien n’est chiffré ici : Gluu envoie le nom d’utilisateur, le mot de passe et l’e-mail en clair, dans la mesure où le serveur le permet.',
  'verdict.exposure.mail':
    'Rien n’est chiffré ici : Gluu envoie l’e-mail en clair, dans la mesure où le serveur le permet.',
  'verdict.assumes.sameRoots':
    'L’environnement Java du Gluu Server fait confiance aux mêmes autorités de certification que ce poste de travail.',
  'verdict.assumes.text':
    'Le serveur accepte aussi le texte de l’e-mail : seuls l’expéditeur et le destinataire ont été testés.',
  'verdict.missing.version':
    'De quelle version de Gluu s’agit-il, ou comment cette version envoie-t-elle les e-mails ?',
  'verdict.missing.password':
    'Le Gluu Server peut-il déchiffrer le mot de passe SMTP ? Pour le savoir, cette console a besoin du sel du serveur, avec la preuve que c’est bien le sien.',
  'verdict.missing.reach': 'Le serveur de messagerie est-il joignable ? Testez d’abord la connexion.',
  'verdict.missing.firstWord':
    'Sur ce port, le serveur envoie-t-il une bannière ou attend-il TLS ? Testez d’abord la connexion.',
  'verdict.missing.startTls': 'Le serveur propose-t-il STARTTLS, et le mène-t-il à bien ?',
  'verdict.missing.serverTls10':
    'Le serveur accepte-t-il TLS 1.0, la version que proposent les anciens serveurs Gluu ?',
  'verdict.missing.serverTls11': 'Le serveur accepte-t-il TLS 1.1 ?',
  'verdict.missing.serverTls12': 'Le serveur accepte-t-il TLS 1.2 ?',
  'verdict.missing.serverTls13': 'Le serveur accepte-t-il TLS 1.3 ?',
  'verdict.missing.jvmTls10':
    'TLS 1.0 est-il activé dans l’environnement Java du Gluu Server (jdk.tls.disabledAlgorithms dans son fichier java.security) ? Il l’est dans celui fourni avec Gluu 3.1.2.',
  'verdict.missing.jvmTls13': 'L’environnement Java du Gluu Server propose-t-il TLS 1.3 ?',
  'verdict.missing.jvmTrusts': 'L’environnement Java du Gluu Server fait-il confiance au certificat ?',
  'verdict.missing.loginInClear': 'Le serveur propose-t-il l’authentification avant le chiffrement de la connexion ?',
  'verdict.missing.loginEncrypted': 'Le serveur propose-t-il l’authentification une fois la connexion chiffrée ?',
  'verdict.missing.credentials': 'Le serveur accepte-t-il ce nom d’utilisateur et ce mot de passe ?',
  'verdict.missing.takesLatin1':
    'Le serveur accepte-t-il le nom d’utilisateur et le mot de passe en ISO 8859-1, comme cette version de Gluu les envoie ?',
  'verdict.missing.takesNtlm1':
    'Le serveur accepte-t-il NTLM version 1 ? Cette version de Gluu ne connaît que celle-là, et le test a utilisé la version 2.',
  'verdict.missing.needsTls': 'Le serveur accepte-t-il les e-mails sans chiffrement ?',
  'verdict.missing.needsLogin': 'Le serveur accepte-t-il les e-mails sans authentification ?',
  'verdict.missing.mail': 'Le serveur accepte-t-il l’expéditeur et le destinataire ?',
};
