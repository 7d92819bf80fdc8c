import type { verdict as english } from '../en/verdict';

export const verdict: Record<keyof typeof english, string> = {
  'verdict.V01.why': 'TLS beginnt mit dem ersten Byte, und der Server nimmt die E-Mail an.',
  'verdict.V02.why': 'STARTTLS verschlüsselt die Verbindung, und der Server nimmt die E-Mail an.',
  'verdict.V03.why':
    'Die Verbindung ist verschlüsselt. Der Server bietet keine Anmeldung an, Benutzername und Passwort bleiben daher ungenutzt.',
  'verdict.V10.why': 'Gluu verlangt keine Verschlüsselung: Passwort und E-Mail gehen unverschlüsselt durchs Netz.',
  'verdict.V11.why':
    'Gluu verlangt keine Verschlüsselung: Die E-Mail mit dem Reset-Link geht unverschlüsselt durchs Netz.',
  'verdict.V12.why':
    'TLS kommt auf diesem Port nicht zustande, und Gluu macht ohne TLS weiter: Passwort und E-Mail gehen unverschlüsselt durchs Netz.',
  'verdict.V13.why':
    'TLS kommt auf diesem Port nicht zustande, und Gluu macht ohne TLS weiter: Die E-Mail geht unverschlüsselt durchs Netz.',
  'verdict.V19.why':
    'Der Keystore im Formular ist noch nicht gespeichert: Der Test von Gluu signiert mit dem gespeicherten, und es ist keiner gespeichert.',
  'verdict.V19.todo':
    'Klicken Sie zuerst auf „Update“, dann testen Sie. oxTrust meldet auch dann Erfolg, wenn nichts gespeichert wurde: Öffnen Sie die Seite noch einmal und sehen Sie nach.',
  'verdict.V20.why': '„SMTP Host“ ist leer.',
  'verdict.V20.todo': 'Geben Sie den Host ein.',
  'verdict.V21.why': '„SMTP Port“ ist nicht gesetzt: Gluu verbindet sich mit Port 0.',
  'verdict.V21.todo': 'Geben Sie den Port ein.',
  'verdict.V22.why':
    '„From Email Address“ ist leer: Gluu zeigt eine Fehlerseite und versucht gar nicht erst zu senden.',
  'verdict.V22.todo': 'Geben Sie die Adresse ein.',
  'verdict.V23.why':
    '„Requires Authentication“ ist eingeschaltet, aber es gibt keinen Benutzernamen: JavaMail bricht vor dem Verbinden ab.',
  'verdict.V23.todo': 'Geben Sie den Benutzernamen ein.',
  'verdict.V24.why':
    '„Requires Authentication“ ist eingeschaltet, aber es gibt kein Passwort: JavaMail bricht vor dem Verbinden ab.',
  'verdict.V24.todo': 'Geben Sie das Passwort ein.',
  'verdict.V25.why':
    'Der Salt dieses Servers kann das gespeicherte Passwort nicht entschlüsseln. Gluu macht ohne Passwort weiter, und JavaMail bricht vor dem Verbinden ab.',
  'verdict.V25.todo': 'Geben Sie das Passwort neu ein und speichern Sie.',
  'verdict.V26.why':
    'Der Keystore lässt sich auf dem Gluu Server nicht öffnen, die E-Mail kann daher nicht signiert werden.',
  'verdict.V26.todo':
    'Korrigieren Sie Pfad, Passwort und Alias des Keystores, oder leeren Sie alle drei: Dann sendet der Test unsignierte E-Mails.',
  'verdict.V27.why': 'In dieser Version sieht der Test von Gluu ein Passwort erst, wenn es gespeichert ist.',
  'verdict.V27.todo':
    'Klicken Sie zuerst auf „Update“, dann testen Sie. oxTrust meldet auch dann Erfolg, wenn nichts gespeichert wurde: Öffnen Sie die Seite noch einmal und sehen Sie nach.',
  'verdict.V28.why':
    'Die Keystore-Einstellung fehlt; nicht einmal ein leerer Wert ist gespeichert. Gluu {version} sendet dann gar keine E-Mail, weder beim Test noch beim Reset.',
  'verdict.V28.todo':
    'Speichern Sie mit dieser Konsole eine Änderung der SMTP-Einstellungen: Sie speichert dann einen leeren Wert. Oder geben Sie in oxTrust bei „KeyStore File Path“ einen Text ein und klicken Sie auf „Update“. oxTrust meldet auch dann Erfolg, wenn nichts gespeichert wurde: Öffnen Sie die Seite noch einmal und sehen Sie nach.',
  'verdict.V29.why':
    'Der gespeicherte Wert von „SMTP Connect Protection“ ist so geschrieben, wie ihn ein anderer Build von Gluu schreibt. Gluu {version} kann seine Konfiguration dann nicht lesen: Es sendet keine E-Mails, und niemand kann sich anmelden.',
  'verdict.V29.todo':
    'Wählen Sie den Wert noch einmal aus und speichern Sie ihn mit dieser Konsole, die ihn so schreibt wie dieser Server. Die Seite von oxTrust hilft dabei nicht: Sie öffnet sich nicht.',
  'verdict.V70.why':
    '„Requires Authentication“ ist aus: Gluu {version} ignoriert diese Einstellungen und sendet an localhost, Port 25, auf dem Gluu Server.',
  'verdict.V70.todo':
    'Schalten Sie „Requires Authentication“ ein und geben Sie Benutzername und Passwort ein: Ein Server, der keine Anmeldung anbietet, nimmt die E-Mail auch ohne sie an. Oder betreiben Sie ein Relay auf Port 25 des Gluu Servers, oder aktualisieren Sie auf 4.2 oder neuer.',
  'verdict.V30.why': 'Den Namen {host} gibt es nicht.',
  'verdict.V30.todo': 'Geben Sie einen Hostnamen ein, den der Gluu Server selbst auflösen kann.',
  'verdict.V31.why': 'Auf {host}, Port {port}, lauscht kein Dienst.',
  'verdict.V31.todo': 'Korrigieren Sie den Host oder den Port.',
  'verdict.V32.why': 'Der Dienst auf Port {port} ist kein Mailserver, oder er lehnt die Verbindung ab.',
  'verdict.V32.todo': 'Korrigieren Sie den Port.',
  'verdict.V34.why': 'Der Server antwortet nicht rechtzeitig.',
  'verdict.V60.why':
    'Der Server wartet auf Port {port} auf TLS, Gluu wartet auf eine Begrüßung, und kein Timeout greift.',
  'verdict.V61.why':
    'Der Server lehnt TLS 1.0 ab, die einzige TLS-Version, die Gluu {version} anbietet. Gluu versucht es dann ohne TLS auf einem Port, der auf TLS wartet, und kein Timeout greift.',
  'verdict.V62.why':
    'Gluu {version} bietet nur TLS 1.0 an, das in seiner Java-Laufzeit deaktiviert ist. Es versucht es dann ohne TLS auf einem Port, der auf TLS wartet, und kein Timeout greift.',
  'verdict.V63.why':
    'Der Server und die Java-Laufzeit haben keine gemeinsame TLS-Version. Gluu versucht es dann ohne TLS auf einem Port, der auf TLS wartet, und kein Timeout greift.',
  'verdict.V64.why':
    'Die Java-Laufzeit vertraut dem Zertifikat nicht. Gluu versucht es dann ohne TLS auf einem Port, der auf TLS wartet, und kein Timeout greift.',
  'verdict.V65.why':
    'Der Server nimmt die Verbindung an und schweigt. Kein Timeout greift: Gluu setzt ihn als Long, und den liest JavaMail nicht.',
  'verdict.V65.todo':
    'Korrigieren Sie Host und Port. Bis dahin hängt die Seite des Benutzers, bis die Verbindung abbricht.',
  'verdict.V66.why':
    'Auf {host}, Port {port}, antwortet niemand. Kein Timeout greift: Gluu setzt ihn als Long, und den liest JavaMail nicht.',
  'verdict.V66.todo': 'Öffnen Sie die Firewall vom Gluu Server zu diesem Port, oder korrigieren Sie Host und Port.',
  'verdict.V67.why':
    'Der Server erwartet auf Port {port} TLS ab dem ersten Byte, Gluu {version} kann TLS nur mit STARTTLS beginnen, und kein Timeout greift.',
  'verdict.V40.why': 'Der Server bietet STARTTLS an und lehnt es dann ab.',
  'verdict.V40.todo':
    'Lassen Sie TLS auf dem Mailserver in Ordnung bringen, oder verwenden Sie seinen TLS-Port, meist 465.',
  'verdict.V41.why': 'Die signierte Test-Mail setzt STARTTLS voraus, und der Server bietet es nicht an.',
  'verdict.V42.why': 'Der Server lehnt TLS 1.0 ab, die einzige TLS-Version, die Gluu {version} anbietet.',
  'verdict.V43.why': 'Gluu {version} bietet nur TLS 1.0 an, das in seiner Java-Laufzeit deaktiviert ist.',
  'verdict.V44.why': 'Der Server und die Java-Laufzeit haben keine gemeinsame TLS-Version.',
  'verdict.V45.why':
    'Die Java-Laufzeit vertraut dem Zertifikat des Servers nicht. „Trust Server“ hat hier keine Wirkung.',
  'verdict.V46.why': 'Gluu beginnt mit TLS, der Server auf Port {port} aber nicht.',
  'verdict.V46.todo': 'Stellen Sie „SMTP Connect Protection“ auf STARTTLS, oder verwenden Sie den TLS-Port, meist 465.',
  'verdict.V47.why': 'Der Server lehnt EHLO und HELO ab oder schließt die Verbindung.',
  'verdict.V48.why':
    'Der Server sendet mehr Antworten als verlangt. JavaMail hält deshalb jede für die Antwort auf den nächsten Befehl.',
  'verdict.V49.why': 'Der Server schließt die Verbindung, bevor er die E-Mail annimmt.',
  'verdict.V50.why':
    'Der Server bietet kein Anmeldeverfahren an, das JavaMail beherrscht (LOGIN, PLAIN, DIGEST-MD5, NTLM).',
  'verdict.V50.todo':
    'Verwenden Sie ein Relay, das Benutzername und Passwort akzeptiert. Gluu bis 4.5.5 beherrscht kein OAuth für E-Mail.',
  'verdict.V51.why': 'Der Server lehnt Benutzername und Passwort ab.',
  'verdict.V51.todo': 'Korrigieren Sie Benutzername und Passwort.',
  'verdict.V52.why':
    'Der Benutzername oder das Passwort enthält Zeichen außerhalb von ASCII. Sie erreichen den Server nicht in der Kodierung, die er erwartet, er lehnt die Anmeldung daher ab.',
  'verdict.V52.todo': 'Verwenden Sie im Passwort und im Benutzernamen nur ASCII-Zeichen.',
  'verdict.V53.why': 'Der Server nimmt keine E-Mail ohne Verschlüsselung an, und Gluu verschlüsselt hier nicht.',
  'verdict.V54.why': 'Der Server nimmt keine E-Mail ohne Anmeldung an, und „Requires Authentication“ ist aus.',
  'verdict.V54.todo': 'Schalten Sie „Requires Authentication“ ein und geben Sie Benutzername und Passwort ein.',
  'verdict.V55.why':
    'Der Server nimmt keine E-Mail ohne Anmeldung an, bietet auf dieser Verbindung aber keine an. JavaMail macht dann ohne Anmeldung weiter.',
  'verdict.V56.why': 'Der Server lehnt den Absender, den Empfänger oder die E-Mail ab.',
  'verdict.V57.why':
    'Die Anmeldung schlägt fehl. JavaMail versucht nur ein Verfahren, und das nur einmal: das erste angebotene von LOGIN, PLAIN, DIGEST-MD5 und NTLM.',
  'verdict.V58.why':
    'Der Server nimmt die E-Mail mit einem Antwortcode an, den JavaMail als Ablehnung wertet. Die E-Mail kann trotzdem zugestellt werden.',
  'verdict.V59.why':
    'Die E-Mail wird zugestellt, aber der Server setzt die Verbindung danach zurück, und Gluu meldet einen Fehler.',
  'verdict.V68.why':
    'Der Server verstummt mitten im Dialog. Kein Timeout greift: Gluu setzt ihn als Long, und den liest JavaMail nicht.',
  'verdict.V68.todo':
    'Verwenden Sie einen anderen Mailserver oder ein anderes Relay. Bis dahin hängt die Seite des Benutzers, bis die Verbindung abbricht.',
  'verdict.V69.why':
    'Die E-Mail wird zugestellt, aber der Server antwortet nie auf QUIT, und kein Timeout greift: Die Seite wartet, bis die Verbindung abbricht.',
  'verdict.remedy.tlsPort':
    'Verwenden Sie einen Port, der TLS anbietet, etwa 465 oder 587, oder ein Relay auf dem Gluu Server selbst.',
  'verdict.remedy.startTlsPort': 'Verwenden Sie einen Port, der STARTTLS anbietet, meist 587.',
  'verdict.remedy.updateTls': 'Aktualisieren Sie den Mailserver oder die Java-Laufzeit des Gluu Servers.',
  'verdict.remedy.seeReply': 'Sehen Sie sich die Antwort des Servers im Test von diesem Arbeitsplatz an.',
  'verdict.remedy.otherServer': 'Verwenden Sie einen anderen Mailserver oder ein anderes Relay.',
  'verdict.remedy.upgradeOrRelay':
    'Betreiben Sie auf dem Gluu Server selbst (localhost) ein Mail-Relay mit aktuellem TLS, das an {host} weiterleitet, oder aktualisieren Sie auf Gluu 4.3 oder neuer.',
  'verdict.remedy.importCertificate':
    'Importieren Sie das Zertifikat in den Truststore der Java-Laufzeit auf dem Gluu Server (keytool -importcert in cacerts) und starten Sie oxTrust neu.',
  'verdict.remedy.encrypt.startTlsOnly':
    'Verwenden Sie einen Port, der STARTTLS anbietet, meist 587, und schalten Sie „Requires SSL“ ein.',
  'verdict.remedy.encrypt.requiresSsl': 'Schalten Sie „Requires SSL“ ein.',
  'verdict.remedy.encrypt.connectProtection':
    'Stellen Sie „SMTP Connect Protection“ auf STARTTLS oder SSL/TLS, je nachdem, was der Port erwartet.',
  'verdict.remedy.switchOn': '{fields} einschalten',
  'verdict.exposure.password':
    'Hier ist nichts verschlüsselt: Gluu sendet Benutzername, Passwort und E-Mail unverschlüsselt, soweit der Server es zulässt.',
  'verdict.exposure.mail':
    'Hier ist nichts verschlüsselt: Gluu sendet die E-Mail unverschlüsselt, soweit der Server es zulässt.',
  'verdict.assumes.sameRoots':
    'Die Java-Laufzeit des Gluu Servers vertraut denselben Zertifizierungsstellen wie dieser Arbeitsplatz.',
  'verdict.assumes.text': 'Der Server akzeptiert auch den Text der E-Mail: Getestet wurden nur Absender und Empfänger.',
  'verdict.missing.version': 'Welche Gluu-Version dies ist oder wie diese Version E-Mails sendet.',
  'verdict.missing.password':
    'Ob der Gluu Server das SMTP-Passwort entschlüsseln kann. Dafür braucht diese Konsole den Salt, der nachweislich zum Server gehört.',
  'verdict.missing.reach': 'Ob der Mailserver erreichbar ist: Testen Sie zuerst die Verbindung.',
  'verdict.missing.firstWord':
    'Ob der Server auf diesem Port eine Begrüßung sendet oder auf TLS wartet: Testen Sie zuerst die Verbindung.',
  'verdict.missing.startTls': 'Ob der Server STARTTLS anbietet und ausführt.',
  'verdict.missing.serverTls10': 'Ob der Server TLS 1.0 akzeptiert, die Version, die alte Gluu Server anbieten.',
  'verdict.missing.serverTls11': 'Ob der Server TLS 1.1 akzeptiert.',
  'verdict.missing.serverTls12': 'Ob der Server TLS 1.2 akzeptiert.',
  'verdict.missing.serverTls13': 'Ob der Server TLS 1.3 akzeptiert.',
  'verdict.missing.jvmTls10':
    'Ob in der Java-Laufzeit des Gluu Servers TLS 1.0 aktiviert ist (jdk.tls.disabledAlgorithms in java.security). In der Laufzeit, die mit Gluu 3.1.2 kam, ist es aktiviert.',
  'verdict.missing.jvmTls13': 'Ob die Java-Laufzeit des Gluu Servers TLS 1.3 anbietet.',
  'verdict.missing.jvmTrusts': 'Ob die Java-Laufzeit des Gluu Servers dem Zertifikat vertraut.',
  'verdict.missing.loginInClear': 'Ob der Server eine Anmeldung anbietet, bevor die Verbindung verschlüsselt ist.',
  'verdict.missing.loginEncrypted': 'Ob der Server eine Anmeldung anbietet, sobald die Verbindung verschlüsselt ist.',
  'verdict.missing.credentials': 'Ob der Server diesen Benutzernamen und dieses Passwort akzeptiert.',
  'verdict.missing.takesLatin1':
    'Ob der Server Benutzername und Passwort in ISO 8859-1 akzeptiert, wie diese Gluu-Version sie sendet.',
  'verdict.missing.takesNtlm1':
    'Ob der Server NTLM Version 1 akzeptiert: Diese Gluu-Version beherrscht keine andere, und der Test verwendete Version 2.',
  'verdict.missing.needsTls': 'Ob der Server E-Mails ohne Verschlüsselung annimmt.',
  'verdict.missing.needsLogin': 'Ob der Server E-Mails ohne Anmeldung annimmt.',
  'verdict.missing.mail': 'Ob der Server Absender und Empfänger akzeptiert.',
};
