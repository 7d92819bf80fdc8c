import type { diagnosisTls as english } from '../en/diagnosis-tls';

export const diagnosisTls: Record<keyof typeof english, string> = {
  'diagnosis.S20.title': 'STARTTLS wird nicht angeboten',
  'diagnosis.S20.explanation':
    'Der Server bietet auf Port {port} keine Verschlüsselung an. Ohne sie würde alles unverschlüsselt gesendet, deshalb wurde keine E-Mail gesendet.',
  'diagnosis.S20.remedy':
    'Verwenden Sie einen Port mit TLS oder einen anderen Mailserver. Für ein Relay im eigenen Netz, das weder Verschlüsselung noch Anmeldung braucht, wählen Sie „Keine“ und testen ohne Anmeldung.',
  'diagnosis.S20.gluu': 'Gluu macht ohne Warnung weiter und sendet alles unverschlüsselt, auch das Passwort.',
  'diagnosis.S21.title': 'STARTTLS wird angeboten, dann abgelehnt',
  'diagnosis.S21.explanation':
    'Der Server bietet STARTTLS an und lehnt es dann ab. Oft ist sein Zertifikat oder seine TLS-Konfiguration fehlerhaft.',
  'diagnosis.S21.remedy':
    'Bitten Sie den Administrator des Mailservers, das zu beheben. Versuchen Sie bis dahin einen Port mit TLS von Anfang an.',
  'diagnosis.S21.gluu': 'Gluu scheitert; ohne Verschlüsselung macht es nicht weiter.',
  'diagnosis.S22.title': 'STARTTLS wird unterwegs entfernt',
  'diagnosis.S22.explanation':
    'Etwas zwischen diesem Arbeitsplatz und dem Mailserver entfernt das Angebot der Verschlüsselung.',
  'diagnosis.S22.remedy':
    'Wahrscheinlich ist es eine Firewall mit SMTP-Prüfung oder ein Virenscanner. Nehmen Sie den Mailserver davon aus, und testen Sie vom Gluu Server aus.',
  'diagnosis.S22.gluu':
    'Wird das Angebot zwischen dem Gluu Server und dem Mailserver nicht entfernt, ist Gluu nicht betroffen. Sonst macht es unverschlüsselt weiter.',
  'diagnosis.S23.title': 'Zertifikat abgelaufen',
  'diagnosis.S23.explanation':
    'Das Zertifikat von {host} ist am {until} abgelaufen (vor {days, plural, one {# Tag} other {# Tagen}}).',
  'diagnosis.S23.remedy':
    'Bitten Sie den Administrator des Mailservers, es zu erneuern. Ist es erst seit Stunden abgelaufen, prüfen Sie die Uhr dieses Arbeitsplatzes.',
  'diagnosis.S23.gluu': 'Gluu lehnt es ab; bis 4.2 hängt es danach auf einem Port mit TLS von Anfang an.',
  'diagnosis.S24.title': 'Zertifikat noch nicht gültig',
  'diagnosis.S24.explanation':
    'Das Zertifikat von {host} ist erst ab {since} gültig; die Uhr dieses Arbeitsplatzes zeigt {now}.',
  'diagnosis.S24.remedy': 'Prüfen Sie die Uhr. Geht sie richtig, wurde das Zertifikat zu früh installiert.',
  'diagnosis.S24.gluu': 'Gluu lehnt es ebenfalls ab, wenn es auch nach der Uhr des Gluu Servers noch nicht gültig ist.',
  'diagnosis.S25.title': 'Selbstsigniertes Zertifikat',
  'diagnosis.S25.explanation':
    'Das Zertifikat ist vom Server selbst oder von einer eigenen Zertifizierungsstelle signiert; keine Stelle, der dieser Rechner vertraut, bürgt dafür.',
  'diagnosis.S25.remedy':
    'Fragen Sie den Administrator des Mailservers, ob der SHA-256 {sha256} lautet. Wenn ja, vertrauen Sie diesem Zertifikat. Importieren Sie das Zertifikat auf dem Gluu Server in den Truststore von Java (keytool -importcert in cacerts) und starten Sie oxTrust neu.',
  'diagnosis.S25.gluu':
    'Gluu bis 4.2 lehnt es auf einem STARTTLS-Port ab, ob „Trust Server“ ein oder aus ist, und hängt auf einem Port mit TLS von Anfang an.',
  'diagnosis.S26.title': 'Unbekannte Stelle oder unvollständige Kette',
  'diagnosis.S26.explanation':
    'Das Zertifikat wurde von „{issuer}“ ausgestellt, einer Stelle, die dieser Rechner nicht kennt, oder der Server lässt ein Zwischenzertifikat weg.',
  'diagnosis.S26.remedy':
    'Fehlt ein Zwischenzertifikat, bitten Sie den Administrator des Mailservers, es zu ergänzen. Ist es eine interne Zertifizierungsstelle, vertrauen Sie dem Zertifikat. Importieren Sie das Zertifikat auf dem Gluu Server in den Truststore von Java (keytool -importcert in cacerts) und starten Sie oxTrust neu.',
  'diagnosis.S26.gluu':
    'Gluu bis 4.2 lehnt es auf einem STARTTLS-Port ab, ob „Trust Server“ ein oder aus ist, und hängt auf einem Port mit TLS von Anfang an.',
  'diagnosis.S27.title': 'Zertifikat für einen anderen Namen',
  'diagnosis.S27.explanation': 'Sie verbinden sich mit {host}, das Zertifikat gilt aber für {names}.',
  'diagnosis.S27.remedy':
    'Verwenden Sie einen der Namen aus dem Zertifikat als „SMTP Host“. Zertifikate enthalten selten IP-Adressen.',
  'diagnosis.S27.gluu':
    'Gluu akzeptiert es ohne Warnung: Sein Mailcode vergleicht keine Namen, jeder auf dem Weg könnte also mit irgendeinem vertrauenswürdigen Zertifikat mitlesen.',
  'diagnosis.S28.title': 'Nur veraltetes TLS',
  'diagnosis.S28.explanation': 'Der Server beherrscht nur {protocol}, das nicht mehr sicher ist.',
  'diagnosis.S28.remedy': 'Bitten Sie den Administrator des Mailservers, TLS 1.2 oder neuer zu aktivieren.',
  'diagnosis.S28.gluu': 'Gluu bis 4.2 funktioniert mit TLS 1.0, sofern es in seinem Java nicht deaktiviert ist.',
  'diagnosis.S29.title': 'Der Server lehnt TLS 1.0 ab',
  'diagnosis.S29.explanation': 'Gluu bis 4.2 bietet nur TLS 1.0 an, und dieser Server lehnt es ab.',
  'diagnosis.S29.remedy':
    'Betreiben Sie auf dem Gluu Server ein Relay, das E-Mails auf localhost annimmt und mit aktuellem TLS weiterleitet, verwenden Sie einen Mailserver, der TLS 1.0 akzeptiert, oder aktualisieren Sie Gluu.',
  'diagnosis.S29.gluu': 'Gluu bis 4.2 scheitert mit STARTTLS und hängt auf einem Port mit TLS von Anfang an.',
  'diagnosis.S30.title': 'Kein gemeinsames Verschlüsselungsverfahren',
  'diagnosis.S30.explanation':
    'Die beiden Seiten haben keine TLS-Version oder kein Verfahren (Cipher) gemeinsam, oder der Schlüssel des Servers ist zu schwach ({code}).',
  'diagnosis.S30.remedy': 'Bitten Sie den Administrator des Mailservers, die TLS-Konfiguration zu ändern.',
  'diagnosis.S30.gluu': 'Bei Gluu hängt das von seinem Java ab: Ältere Versionen unterstützen andere Verfahren.',
  'diagnosis.S31.title': 'Client-Zertifikat nötig',
  'diagnosis.S31.explanation': 'Der Server verlangt ein Client-Zertifikat.',
  'diagnosis.S31.remedy':
    'Verwenden Sie einen Port oder Connector des Mailservers, der stattdessen ein Passwort akzeptiert.',
  'diagnosis.S31.gluu': 'Gluu scheitert: In seinen E-Mail-Einstellungen ist kein Client-Zertifikat vorgesehen.',
  'diagnosis.S32.title': 'Zertifikat läuft bald ab',
  'diagnosis.S32.explanation':
    'Das Zertifikat von {host} läuft {days, plural, =0 {in weniger als einem Tag} one {in # Tag} other {in # Tagen}} ab, am {until}.',
  'diagnosis.S32.remedy': 'Bitten Sie den Administrator des Mailservers, es rechtzeitig zu erneuern.',
  'diagnosis.S32.gluu': 'Gluu lehnt es ab diesem Tag ab.',
  'diagnosis.S33.title': 'Unverschlüsselte Bytes nach STARTTLS',
  'diagnosis.S33.explanation':
    'Auf die Antwort zu STARTTLS folgten unverschlüsselte Bytes. Vielleicht fügt jemand auf dem Weg den Antworten des Mailservers Text hinzu.',
  'diagnosis.S33.remedy':
    'Es wurde nichts gesendet. Testen Sie aus einem anderen Netz, und informieren Sie den Administrator des Mailservers.',
  'diagnosis.S33.gluu': 'Gluu bemerkt das nicht.',
  'diagnosis.S34.title': 'Der TLS-Handshake wurde unterbrochen',
  'diagnosis.S34.explanation':
    '{ended, select, late {Der Server hat TLS begonnen, dann aber innerhalb von {seconds, number} s keine vollständige Antwort gesendet.} closed {Der Server hat TLS begonnen, dann aber die Verbindung geschlossen.} error {Der Server hat TLS begonnen, dann ging die Verbindung verloren ({code}).} other {Der Server hat TLS begonnen, dann aber nicht weitergemacht.}}',
  'diagnosis.S34.remedy':
    'Führen Sie den Test erneut aus. Tritt das wieder auf, prüfen Sie das Log des Mailservers und suchen Sie auf dem Weg nach einer Firewall.',
  'diagnosis.S34.gluu':
    'Gluu scheitert, wenn die Verbindung geschlossen wird; bis 4.2 hängt es, wenn keine Antwort kommt.',
  'diagnosis.S35.title': 'Das Zertifikat hat sich geändert',
  'diagnosis.S35.explanation':
    'Das ist nicht das Zertifikat, dem Sie für {host} vertraut haben. Sein SHA-256 lautet jetzt {sha256}.',
  'diagnosis.S35.remedy':
    'Fragen Sie den Administrator des Mailservers, ob es erneuert wurde, bevor Sie dem neuen vertrauen.',
  'diagnosis.S35.gluu': 'Gluu verlässt sich nur auf den Truststore von Java.',
  'diagnosis.S36.title': 'Das Zertifikat erlaubt kein Signieren',
  'diagnosis.S36.explanation':
    'Die Schlüsselverwendung (Key Usage) des Zertifikats enthält digitalSignature nicht, das TLS braucht. Programme, die das nicht prüfen, verbinden sich trotzdem.',
  'diagnosis.S36.remedy':
    'Bitten Sie den Administrator des Mailservers um ein Zertifikat, dessen Schlüsselverwendung digitalSignature enthält oder das dieses Feld nicht hat.',
  'diagnosis.S36.gluu': 'Was Gluu tut, ist nicht bekannt: Sein Java prüft die Schlüsselverwendung nach eigenen Regeln.',
  'diagnosis.S37.title': 'Das Zertifikat verletzt eine Regel',
  'diagnosis.S37.explanation': 'Dieser Rechner vertraut dem Zertifikat nicht. {rule} Es wurde nichts gesendet.',
  'diagnosis.S37.remedy':
    'Bitten Sie den Administrator des Mailservers um ein Zertifikat, das für Server bestimmt ist, diesen Namen abdeckt und von einer dazu berechtigten Zertifizierungsstelle stammt.',
  'diagnosis.S37.gluu': 'Was Gluu tut, ist nicht bekannt: Sein Java urteilt nach eigenen Regeln.',
  'diagnosis.noKnownReason': 'Die TLS-Bibliothek nennt keinen Grund, den diese Konsole kennt.',
  'diagnosis.twoRules': '{one} {other}',
};
