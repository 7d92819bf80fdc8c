import type { diagnosisEnvelope as english } from '../en/diagnosis-envelope';

export const diagnosisEnvelope: Record<keyof typeof english, string> = {
  'diagnosis.S59.title': 'Empfänger für dieses Konto nicht erlaubt',
  'diagnosis.S59.explanation':
    'Das Konto befindet sich in einer Sandbox: Es darf nur an verifizierte Empfänger senden, und {to} gehört nicht dazu.',
  'diagnosis.S59.remedy':
    'Lassen Sie {to} für einen Test beim Anbieter verifizieren. Für den Passwort-Reset lassen Sie das Konto aus der Sandbox nehmen.',
  'diagnosis.S59.gluu':
    'Die E-Mails von Gluu erreichen nur verifizierte Empfänger, aber Gluu meldet jedem Benutzer, sie seien gesendet.',
  'diagnosis.S60.title': 'Keine E-Mail ohne Verschlüsselung',
  'diagnosis.S60.explanation': 'Der Server nimmt keine E-Mail ohne Verschlüsselung an.',
  'diagnosis.S60.remedy':
    'Wählen Sie „STARTTLS“. Lautet die Antwort 451, hilft Warten nicht, obwohl das ein vorübergehender Code ist.',
  'diagnosis.S60.gluu': 'Ist „Requires SSL“ aus, scheitert Gluu; schalten Sie es ein.',
  'diagnosis.S61.title': 'Keine E-Mail ohne Anmeldung',
  'diagnosis.S61.explanation': 'Der Server nimmt von hier keine E-Mail ohne Anmeldung an.',
  'diagnosis.S61.remedy':
    'Schalten Sie „Requires Authentication“ ein. Ist es schon ein, prüfen Sie, ob überhaupt eine Anmeldung angeboten wurde.',
  'diagnosis.S61.gluu':
    'Ist „Requires Authentication“ aus, erreicht Gluu vor 4.2 diesen Server gar nicht: Es verbindet sich mit localhost, Port 25.',
  'diagnosis.S62.title': 'Absender nicht erlaubt',
  'diagnosis.S62.explanation':
    '{byUser, select, loggedIn {Der Server lehnt {from} als Absender für die Anmeldung {userName} ab.} other {Der Server lehnt {from} als Absender ab.}}',
  'diagnosis.S62.remedy':
    'Verwenden Sie die Adresse der Anmeldung als Absender, lassen Sie sich das Senden als {from} erlauben, oder lassen Sie diese Adresse beim Anbieter verifizieren.',
  'diagnosis.S62.gluu': 'Gluu verwendet für den Test und den Passwort-Reset denselben Absender.',
  'diagnosis.S63.title': 'Domain des Absenders abgelehnt',
  'diagnosis.S63.explanation':
    'Der Server lehnt die Domain des Absenders, {fromDomain}, ab, weil dorthin keine E-Mail zurückgesendet werden kann.',
  'diagnosis.S63.remedy': 'Verwenden Sie eine Absenderadresse, deren Domain einen MX- oder A-Eintrag im DNS hat.',
  'diagnosis.S63.gluu': 'Gluu verwendet für den Test und den Passwort-Reset denselben Absender.',
  'diagnosis.S64.title': 'Relaying verweigert',
  'diagnosis.S64.explanation':
    'Der Server stellt nur für seine eigenen Domains zu, außer nach einer Anmeldung oder von einer zugelassenen Adresse aus.',
  'diagnosis.S64.remedy':
    'Melden Sie sich an, oder lassen Sie die Adresse des Gluu Servers zulassen. Dieses Ergebnis gilt für {local, select, notSeen {diesen Arbeitsplatz} other {{local}}}, nicht für den Gluu Server.',
  'diagnosis.S64.gluu': 'Für Gluu zählt die eigene Adresse des Gluu Servers: Testen Sie vom Gluu Server aus.',
  'diagnosis.S65.title': 'Empfänger unbekannt',
  'diagnosis.S65.explanation': 'Der Mailserver kennt den Empfänger {to} nicht.',
  'diagnosis.S65.remedy': 'Prüfen Sie die Adresse. Prüfen Sie für den Passwort-Reset den Wert „mail“ des Benutzers.',
  'diagnosis.S65.gluu': 'Gluu meldet dem Benutzer trotzdem, die E-Mail sei gesendet.',
  'diagnosis.S66.title': 'Postfach voll',
  'diagnosis.S66.explanation': 'Das Postfach von {to} ist voll.',
  'diagnosis.S66.remedy': 'Testen Sie mit einem anderen Empfänger.',
  'diagnosis.S66.gluu': 'Gluu scheitert und versucht es nicht noch einmal.',
  'diagnosis.S67.title': 'Absichtlich verzögert (Greylisting)',
  'diagnosis.S67.explanation':
    'Der Server weist den ersten Versuch absichtlich vorläufig ab; ein Mailserver würde es einige Minuten später noch einmal versuchen. Die SMTP-Einstellungen sind in Ordnung.',
  'diagnosis.S67.remedy':
    'Führen Sie den Test in einigen Minuten erneut aus. Schalten Sie für den Passwort-Reset ein Relay mit Warteschlange dazwischen.',
  'diagnosis.S67.gluu': 'Gluu versucht es nicht noch einmal: Die erste E-Mail an einen Benutzer geht verloren.',
  'diagnosis.S68.title': 'Limit erreicht',
  'diagnosis.S68.explanation':
    'Es gab zu viele Nachrichten oder Verbindungen, das Kontingent des Kontos ist verbraucht, oder dem Server fehlen Ressourcen.',
  'diagnosis.S68.remedy':
    'Prüfen Sie die Limits des Kontos oder Tarifs; welches gemeint ist, sagt die Antwort des Servers. Führen Sie den Test später erneut aus.',
  'diagnosis.S68.gluu': 'Gluu scheitert und versucht es nicht noch einmal.',
  'diagnosis.S69.title': 'Nachricht zu groß',
  'diagnosis.S69.explanation':
    '{size, select, noLimit {Der Server lehnt die Nachricht ({bytes, plural, one {# Byte} other {# Byte}}) als zu groß ab; eine Grenze gibt er nicht an.} above {Die Nachricht ({bytes, plural, one {# Byte} other {# Byte}}) überschreitet die Grenze des Servers ({limit, plural, one {# Byte} other {# Byte}}).} other {Der Server lehnt die Nachricht ({bytes, plural, one {# Byte} other {# Byte}}) als zu groß ab, obwohl er eine Grenze von {limit, plural, one {# Byte} other {# Byte}} angibt.}}',
  'diagnosis.S69.remedy': 'Bitten Sie um eine höhere Grenze.',
  'diagnosis.S69.gluu': 'Bei Gluu ist das unwahrscheinlich: Die eigenen E-Mails von Gluu sind klein.',
  'diagnosis.S70.title': 'Internationale Adresse nicht unterstützt',
  'diagnosis.S70.explanation':
    '{international} setzt internationale E-Mail (SMTPUTF8) voraus, die dieser Server nicht anbietet.',
  'diagnosis.S70.remedy':
    'Verwenden Sie einen Alias in ASCII. Es kommt nur auf den Teil vor dem @ an: Die Domain wird umgewandelt.',
  'diagnosis.S70.gluu': 'Gluu sendet die Adresse unverändert; der Ausgang hängt vom Server ab.',
  'diagnosis.S71.title': 'Fehlerhafte Adresse',
  'diagnosis.S71.explanation': 'Der Server kann die Adresse {address} nicht lesen.',
  'diagnosis.S71.remedy': 'Entfernen Sie Leerzeichen, Klammern und weitere Adressen.',
  'diagnosis.S71.gluu': 'Gluu scheitert, ohne einen Grund anzuzeigen.',
  'diagnosis.S72.title': 'Nachricht abgelehnt',
  'diagnosis.S72.explanation':
    'Der Server hat Absender und Empfänger akzeptiert, die Nachricht aber als Spam oder aufgrund einer Richtlinie abgelehnt.',
  'diagnosis.S72.remedy':
    'Prüfen Sie, ob die Links in der E-Mail zur Domain des Absenders passen, und prüfen Sie die Reputation der sendenden IP-Adresse.',
  'diagnosis.S72.gluu':
    'E-Mails von Gluu selbst können anders beurteilt werden: Bis 3.1.x enthält der Textteil der Reset-Mail HTML.',
  'diagnosis.S58.title': 'Kein Reverse-DNS für die sendende Adresse',
  'diagnosis.S58.explanation':
    'Der Server verlangt Reverse-DNS: {local, select, notSeen {Dieser Arbeitsplatz} other {{local}}} braucht einen Hostnamen, der sich wieder zu dieser Adresse auflösen lässt.',
  'diagnosis.S58.remedy':
    'Lassen Sie für diese Adresse einen PTR-Eintrag anlegen, oder verwenden Sie den Submission-Port 587 mit Anmeldung.',
  'diagnosis.S58.gluu': 'Für Gluu zählt die eigene Adresse des Gluu Servers: Testen Sie vom Gluu Server aus.',
  'diagnosis.S73.title': 'SPF, DKIM oder DMARC nicht bestanden',
  'diagnosis.S73.explanation':
    'Nach Angabe der Empfängerseite hat {fromDomain} diesen Server nicht zum Senden berechtigt.',
  'diagnosis.S73.remedy':
    'Nehmen Sie das Relay in den SPF-Eintrag der Domain auf, signieren Sie mit DKIM, und verwenden Sie eine Absenderadresse derselben Domain.',
  'diagnosis.S73.gluu': 'Gluu verwendet denselben Absender, deshalb gilt dafür dasselbe.',
  'diagnosis.S74.title': 'Unerwartete Antwort',
  'diagnosis.S74.explanation': 'Im Schritt „{stage}“ entspricht die Antwort des Servers nicht SMTP.',
  'diagnosis.S74.remedy': 'Prüfen Sie das Sitzungsprotokoll und suchen Sie nach einem Proxy auf dem Weg.',
  'diagnosis.S74.gluu': 'Gluu scheitert, ohne einen Grund anzuzeigen.',
  'diagnosis.S75.title': 'Verbindung beim Senden verloren',
  'diagnosis.S75.explanation':
    'Die Verbindung ging beim Senden verloren; es ist nicht bekannt, ob die E-Mail angenommen wurde.',
  'diagnosis.S75.remedy':
    'Sehen Sie im Postfach nach, bevor Sie den Test erneut ausführen. Prüfen Sie Virenscanner und die MTU auf dem Weg.',
  'diagnosis.S75.gluu': 'Gluu scheitert oder hängt; es versucht es nicht noch einmal.',
  'diagnosis.S76.title': 'IP-Adresse auf einer Sperrliste',
  'diagnosis.S76.explanation':
    '{local, select, notSeen {Die Adresse dieses Arbeitsplatzes} other {Die Adresse {local}}} steht auf einer Sperrliste.',
  'diagnosis.S76.remedy':
    'Bei einer Büro- oder Heimadresse ist das normal: Testen Sie vom Gluu Server aus. Die Adresse eines Servers lassen Sie von der Liste entfernen.',
  'diagnosis.S76.gluu': 'Für Gluu zählt die eigene Adresse des Gluu Servers.',
  'diagnosis.S77.title': 'Vorläufig abgelehnt',
  'diagnosis.S77.explanation': 'Im Schritt „{stage}“ lehnt der Server vorläufig ab.',
  'diagnosis.S77.remedy': 'Führen Sie den Test später erneut aus; Näheres sagt die Antwort des Servers.',
  'diagnosis.S77.gluu': 'Gluu scheitert und versucht es nicht noch einmal.',
  'diagnosis.S78.title': 'Abgelehnt',
  'diagnosis.S78.explanation': 'Im Schritt „{stage}“ lehnt der Server endgültig ab.',
  'diagnosis.S78.remedy': 'Den Grund nennt die Antwort des Servers.',
  'diagnosis.S78.gluu': 'Gluu scheitert, ohne einen Grund anzuzeigen.',
  'diagnosis.S79.title': 'Unbekanntes Problem',
  'diagnosis.S79.explanation': 'Im Schritt „{stage}“ geschah etwas, das diese Konsole nicht erklären kann ({code}).',
  'diagnosis.S79.remedy': 'Das Sitzungsprotokoll zeigt, was beide Seiten gesendet haben.',
  'diagnosis.S79.gluu': 'Was Gluu tut, ist nicht bekannt.',
};
