import type { diagnosisConnection as english } from '../en/diagnosis-connection';

export const diagnosisConnection: Record<keyof typeof english, string> = {
  'diagnosis.S01.title': 'Nom d’hôte introuvable',
  'diagnosis.S01.explanation': '{host} n’existe pas dans le DNS, vu de ce poste de travail.',
  'diagnosis.S01.remedy':
    'Vérifiez l’orthographe. S’il s’agit d’un nom interne, testez depuis le Gluu Server, ou connectez-vous d’abord au VPN.',
  'diagnosis.S01.gluu':
    'Si le Gluu Server ne peut pas non plus résoudre le nom, Gluu échoue aussi et indique seulement que le test a échoué.',
  'diagnosis.S02.title': 'Pas de réponse du DNS',
  'diagnosis.S02.explanation': 'Le serveur DNS de ce poste de travail n’a pas répondu. Cela ne dit rien de {host}.',
  'diagnosis.S02.remedy':
    'Vérifiez le réseau et le VPN, puis relancez le test. Si vous utilisez une adresse IP comme hôte, le nom dans le certificat ne correspondra pas.',
  'diagnosis.S02.gluu': 'Le Gluu Server utilise son propre DNS, impossible à vérifier d’ici.',
  'diagnosis.S03.title': 'Résultats DNS différents',
  'diagnosis.S03.explanation': 'Ici, {host} donne {here}, mais {there} sur le Gluu Server (split DNS).',
  'diagnosis.S03.remedy': 'Fiez-vous au résultat obtenu depuis le Gluu Server.',
  'diagnosis.S03.gluu': 'Gluu utilise les adresses du DNS du Gluu Server : {there}.',
  'diagnosis.S04.title': 'Connexion refusée',
  'diagnosis.S04.explanation': '{ip} a répondu, mais rien n’écoute sur le port {port}.',
  'diagnosis.S04.remedy':
    'Vérifiez le port : les ports habituels sont 25, 465 et 587. Dans ce test, « localhost » désigne ce poste de travail ; pour Gluu, c’est le Gluu Server.',
  'diagnosis.S04.gluu':
    'Si « Nécessite une authentification » est désactivé, Gluu peut échouer ainsi avant la version 4.2, quel que soit l’hôte : il l’ignore et se connecte à localhost, port 25.',
  'diagnosis.S05.title': 'Délai de connexion dépassé',
  'diagnosis.S05.explanation':
    '{ip} n’a pas répondu sur le port {port} {seconds, select, noLimit {à temps} other {en {seconds, number} s}}. Le plus souvent, un pare-feu sur le trajet bloque les paquets.',
  'diagnosis.S05.remedy':
    'Essayez un autre port : de nombreux réseaux bloquent le port 25 en sortie. Testez depuis le Gluu Server, ou faites ouvrir le pare-feu de {local, select, notSeen {ce poste de travail} other {{local}}} vers {ip}, port {port}.',
  'diagnosis.S05.gluu': 'Jusqu’à la version 4.2, Gluu reste bloqué, car son délai d’attente est sans effet.',
  'diagnosis.S06.title': 'Pas de route vers l’hôte',
  'diagnosis.S06.explanation': 'Il n’y a pas de route de ce poste de travail vers {ip} ({family}).',
  'diagnosis.S06.remedy':
    'Vérifiez le réseau et le VPN, ou utilisez un nom d’hôte qui a une adresse de l’autre famille (IPv4 ou IPv6).',
  'diagnosis.S06.gluu': 'Pour Gluu, ce sont les routes du Gluu Server qui comptent, pas celles de ce poste de travail.',
  'diagnosis.S07.title': 'Connexion fermée avant la bannière',
  'diagnosis.S07.explanation':
    '{ip} a accepté la connexion sur le port {port}, puis l’a fermée sans envoyer de bannière.',
  'diagnosis.S07.remedy':
    'Causes probables : une liste de blocage, un pare-feu sur le trajet ou un trop grand nombre de connexions. Vérifiez de quels réseaux le serveur de messagerie accepte les connexions, attendez, puis relancez le test.',
  'diagnosis.S07.gluu':
    'Gluu échoue de la même façon si le serveur de messagerie traite l’adresse du Gluu Server comme celle-ci.',
  'diagnosis.S08.title': 'Pas de bannière du serveur',
  'diagnosis.S08.explanation':
    '{ip} a accepté la connexion sur le port {port}, mais n’a pas envoyé de bannière SMTP {seconds, select, noLimit {à temps} other {en {seconds, number} s}}.',
  'diagnosis.S08.remedy':
    'Le serveur est peut-être surchargé, retarde sa bannière à dessein, ou n’est pas un serveur de messagerie. Vérifiez le port.',
  'diagnosis.S08.gluu': 'Jusqu’à la version 4.2, Gluu reste bloqué, car son délai d’attente est sans effet.',
  'diagnosis.S09.title': 'Ce port attend TLS dès le début',
  'diagnosis.S09.explanation': 'Le port {port} attend TLS dès le premier octet et n’envoie pas de bannière en clair.',
  'diagnosis.S09.remedy':
    'Choisissez « TLS dès le début ». Sur le Gluu Server, activez « Nécessite le SSL » ; à partir de la version 4.4.1, choisissez « SslTls ».',
  'diagnosis.S09.gluu': 'Si « Nécessite le SSL » est désactivé, Gluu reste bloqué : chaque côté attend l’autre.',
  'diagnosis.S10.title': 'Ce port commence sans chiffrement',
  'diagnosis.S10.explanation':
    'Le port {port} commence sans chiffrement ; TLS n’y débute qu’avec la commande STARTTLS, le cas échéant.',
  'diagnosis.S10.remedy':
    'Choisissez « STARTTLS ». Jusqu’à Gluu 4.4.0, laissez « Nécessite le SSL » activé ; à partir de la version 4.4.1, choisissez « StartTls ».',
  'diagnosis.S10.gluu':
    'Jusqu’à la version 4.4.0, Gluu réessaie sans chiffrement, puis avec STARTTLS. À partir de 4.4.1, « SslTls » échoue.',
  'diagnosis.S11.title': 'Pas un serveur de messagerie',
  'diagnosis.S11.explanation':
    '{service, select, httpServer {Un serveur web (HTTP)} sshServer {Un serveur SSH} pop3Server {Un serveur POP3} imapServer {Un serveur IMAP} vncServer {Un serveur VNC} rsyncServer {Un serveur rsync} ftpServer {Un serveur FTP} other {Un autre service}} écoute sur le port {port}, pas un serveur SMTP.',
  'diagnosis.S11.remedy': 'Corrigez l’hôte ou le port.',
  'diagnosis.S11.gluu': 'Gluu échoue aussi, ou reste bloqué si le service n’envoie rien.',
  'diagnosis.S12.title': 'Nouvelles connexions suspendues',
  'diagnosis.S12.explanation': 'Le serveur de messagerie n’accepte pas de nouvelles connexions pour l’instant.',
  'diagnosis.S12.remedy':
    'Attendez, puis relancez le test. Si le problème persiste, il y a peut-être trop de connexions, ou {local, select, notSeen {ce poste de travail} other {{local}}} a peut-être une mauvaise réputation.',
  'diagnosis.S12.gluu': 'Gluu échoue et ne réessaie pas.',
  'diagnosis.S13.title': 'Adresse IP refusée',
  'diagnosis.S13.explanation':
    'Le serveur de messagerie n’accepte aucun e-mail de {local, select, notSeen {ce poste de travail} other {{local}}}.',
  'diagnosis.S13.remedy':
    'Demandez au fournisseur d’autoriser {local, select, notSeen {ce poste de travail} other {{local}}}, faites retirer l’adresse de la liste de blocage, ou utilisez le port de soumission 587 avec authentification.',
  'diagnosis.S13.gluu': 'Pour Gluu, c’est l’adresse du Gluu Server qui compte : testez depuis le Gluu Server.',
  'diagnosis.S14.title': 'Nom EHLO refusé',
  'diagnosis.S14.explanation':
    'Le serveur de messagerie refuse {ehlo}, le nom que ce poste de travail envoie avec EHLO.',
  'diagnosis.S14.remedy':
    'Donnez à cet ordinateur un nom d’hôte qui se résout. Pour le Gluu Server, le formulaire ne permet pas de définir ce nom.',
  'diagnosis.S14.gluu':
    'Gluu envoie le nom d’hôte que trouve son Java, ou « localhost » si le Gluu Server n’a pas de vrai nom.',
  'diagnosis.S15.title': 'La session SMTP a été interrompue',
  'diagnosis.S15.explanation':
    '{ended, select, late {À l’étape « {stage} », le serveur de messagerie n’a pas envoyé de réponse complète en {seconds, number} s.} closed {À l’étape « {stage} », le serveur de messagerie a fermé la connexion.} error {À l’étape « {stage} », la connexion a été perdue ({code}).} other {À l’étape « {stage} », le serveur de messagerie n’a pas poursuivi.}}',
  'diagnosis.S15.remedy':
    'Relancez le test. Si cela se reproduit, consultez le journal du serveur de messagerie, et cherchez un pare-feu ou un antivirus sur le trajet.',
  'diagnosis.S15.gluu':
    'Gluu échoue si la connexion est fermée ; jusqu’à la version 4.2, il reste bloqué si aucune réponse n’arrive.',
  'diagnosis.vantages.onlyHere':
    'Le test depuis ce poste de travail s’arrête à l’étape « {stage} » (« {title} ») ; le test depuis le Gluu Server, non. Pour Gluu, seul le Gluu Server compte : un pare-feu ou une règle de relais ne laisse sans doute passer que lui.',
  'diagnosis.vantages.onlyThere':
    'Le test depuis le Gluu Server s’arrête à l’étape « {stage} » (« {title} ») ; le test depuis ce poste de travail, non. L’e-mail de Gluu échoue là aussi.',
  'diagnosis.vantages.bothStop':
    'Le test s’arrête à l’étape « {here} » depuis ce poste de travail, et à l’étape « {there} » depuis le Gluu Server.',
  'diagnosis.vantages.certificates':
    'Ce poste de travail et le Gluu Server voient des certificats différents : soit deux machines partagent un même nom, soit quelque chose intercepte TLS sur le trajet. Adresses vues de ce poste de travail : {here}. Adresses vues du Gluu Server : {there}.',
};
