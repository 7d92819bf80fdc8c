import type { diagnosisLogin as english } from '../en/diagnosis-login';

export const diagnosisLogin: Record<keyof typeof english, string> = {
  'diagnosis.S40.title': 'Anmeldung erst nach Verschlüsselung',
  'diagnosis.S40.explanation':
    'Der Server bietet die Anmeldung erst an, wenn die Verbindung verschlüsselt ist. Benutzername und Passwort wurden nicht gesendet.',
  'diagnosis.S40.remedy': 'Wählen Sie „STARTTLS“. Schalten Sie auf dem Gluu Server „Requires SSL“ ein.',
  'diagnosis.S40.gluu':
    'Ist „Requires SSL“ aus, sendet Gluu ohne Anmeldung, und der Mailserver entscheidet, ob er das akzeptiert.',
  'diagnosis.S41.title': 'Anmeldung nicht angeboten',
  'diagnosis.S41.explanation':
    'Der Server bietet auf Port {port} keine Anmeldung an. Benutzername und Passwort wurden nicht getestet.',
  'diagnosis.S41.remedy':
    'Port 25 dient oft nur der Weiterleitung: Versuchen Sie 587 oder 465. Ist keine Anmeldung nötig, schalten Sie „Requires Authentication“ aus, aber nicht bei Gluu vor 4.2.',
  'diagnosis.S41.gluu':
    'Gluu macht ohne Anmeldung weiter und meldet keinen Fehler; der Mailserver entscheidet, ob er die E-Mail annimmt.',
  'diagnosis.S42.title': 'Kein gemeinsames Anmeldeverfahren',
  'diagnosis.S42.explanation':
    '{offer, select, refused {Der Server führt {mechanisms} auf, lehnt die versuchten Verfahren dann aber als unbekannt ab.} refusedAll {Der Server lehnt jedes versuchte Anmeldeverfahren als unbekannt ab.} none {Der Server kündigt eine Anmeldung ohne Verfahren an. Es wurde kein Passwort gesendet.} other {Der Server bietet {mechanisms} an. Nichts davon verwendet Benutzername und Passwort (LOGIN, PLAIN, DIGEST-MD5, NTLM). Es wurde kein Passwort gesendet.}}',
  'diagnosis.S42.remedy':
    'Bitten Sie den Administrator des Mailservers um PLAIN oder LOGIN über TLS. Wird nur XOAUTH2 angeboten, schalten Sie ein Relay dazwischen.',
  'diagnosis.S42.gluu':
    '{gluuLogin, select, noMethod {Gluu scheitert: Der Server kündigt AUTH ohne Verfahren an, Gluu hat also keines für die Anmeldung.} noOauth {Gluu scheitert: Es beherrscht keines dieser Verfahren und hat kein OAuth für E-Mail.} unknown {Gluu scheitert: Es beherrscht keines dieser Verfahren.} other {Gluu scheitert, ohne einen Grund anzuzeigen.}}',
  'diagnosis.S43.title': 'Das Passwort würde unverschlüsselt gesendet',
  'diagnosis.S43.explanation':
    'Die Verbindung ist nicht verschlüsselt, jeder auf dem Weg könnte das Passwort also lesen. Der Test hat angehalten, bevor es gesendet wurde.',
  'diagnosis.S43.remedy':
    'Wählen Sie „STARTTLS“ oder „TLS von Anfang an“, oder erlauben Sie es einmalig für diesen Test.',
  'diagnosis.S43.gluu':
    'Gluu sendet es trotzdem: bei ausgeschaltetem „Requires SSL“ immer, bei eingeschaltetem dann, wenn der Server kein STARTTLS anbietet.',
  'diagnosis.S44.title': 'Benutzername oder Passwort abgelehnt',
  'diagnosis.S44.explanation': 'Der Server akzeptiert diesen Benutzernamen mit diesem Passwort nicht.',
  'diagnosis.S44.remedy':
    'Manche Server verlangen die vollständige E-Mail-Adresse als Benutzernamen. Achten Sie auf Leerzeichen am Anfang und Ende, und prüfen Sie, ob das Passwort geändert wurde.',
  'diagnosis.S44.gluu': 'Gluu scheitert, ohne einen Grund anzuzeigen.',
  'diagnosis.S45.title': 'App-Passwort oder Autorisierungscode nötig',
  'diagnosis.S45.explanation':
    'Der Anbieter lehnt das eigentliche Passwort des Kontos hier ab; er verlangt ein App-Passwort oder einen Autorisierungscode.',
  'diagnosis.S45.remedy':
    'Google, Yahoo, AOL: Schalten Sie die Bestätigung in zwei Schritten ein und erstellen Sie dann in den Sicherheitseinstellungen des Kontos ein App-Passwort. QQ, NetEase: Erstellen Sie in den E-Mail-Einstellungen einen Autorisierungscode. Geben Sie ihn als Passwort ein.',
  'diagnosis.S45.gluu': 'Gluu funktioniert mit einem App-Passwort, wenn der Server seine TLS-Version akzeptiert.',
  'diagnosis.S46.title': 'Microsoft 365: SMTP-Anmeldung deaktiviert',
  'diagnosis.S46.explanation': 'Die SMTP-Anmeldung ist für diesen Mandanten oder dieses Postfach deaktiviert.',
  'diagnosis.S46.remedy':
    'Prüfen Sie die Sicherheitsstandards (Security Defaults), SmtpClientAuthenticationDisabled des Mandanten und „Authentifiziertes SMTP“ des Postfachs. Warten Sie nach einer Änderung 15 Minuten.',
  'diagnosis.S46.gluu':
    'Gluu scheitert, bis sie aktiviert ist; dann hängt es davon ab, ob der Server TLS 1.0 akzeptiert.',
  'diagnosis.S47.title': 'Anmeldung mit Passwort durch Richtlinie gesperrt',
  'diagnosis.S47.explanation':
    'Der Server lehnt diese Anmeldung mit Passwort ab: Entweder verbietet sie eine Richtlinie, oder das Passwort ist falsch.',
  'diagnosis.S47.remedy':
    'Prüfen Sie das Passwort noch einmal. Ist nur OAuth (XOAUTH2) erlaubt, verwenden Sie einen Relay-Connector oder einen anderen SMTP-Dienst.',
  'diagnosis.S47.gluu': 'Keine Gluu-Version beherrscht OAuth für E-Mail.',
  'diagnosis.S48.title': 'Verschlüsselung vor der Anmeldung nötig',
  'diagnosis.S48.explanation': 'Der Server verlangt Verschlüsselung vor der Anmeldung.',
  'diagnosis.S48.remedy': 'Wählen Sie „STARTTLS“. Schalten Sie auf dem Gluu Server „Requires SSL“ ein.',
  'diagnosis.S48.gluu': 'Ist „Requires SSL“ aus, scheitert Gluu, nachdem es das Passwort unverschlüsselt gesendet hat.',
  'diagnosis.S49.title': 'Anmeldung vorübergehend nicht verfügbar',
  'diagnosis.S49.explanation': 'Der Anmeldedienst ist ausgelastet, oder es gab zu viele Versuche.',
  'diagnosis.S49.remedy': 'Warten Sie vor einem neuen Versuch: Weitere Versuche können das Konto sperren.',
  'diagnosis.S49.gluu': 'Gluu scheitert und versucht es nicht noch einmal.',
  'diagnosis.S50.title': 'Verbindung bei der Anmeldung geschlossen',
  'diagnosis.S50.explanation': 'Der Server hat die Verbindung während der Anmeldung geschlossen.',
  'diagnosis.S50.remedy':
    'Prüfen Sie, ob diese Adresse nach fehlgeschlagenen Anmeldungen gesperrt wurde (fail2ban) und ob das Konto Anmeldungen nur von bestimmten Adressen zulässt.',
  'diagnosis.S50.gluu':
    'Gluu scheitert genauso, wenn der Mailserver die Adresse des Gluu Servers so behandelt wie diese.',
  'diagnosis.S51.title': 'Konto gesperrt',
  'diagnosis.S51.explanation': 'Das Konto ist deaktiviert oder darf keine E-Mails senden.',
  'diagnosis.S51.remedy': 'Prüfen Sie das Konto in der Verwaltungsoberfläche des Anbieters.',
  'diagnosis.S51.gluu': 'Gluu scheitert, ohne einen Grund anzuzeigen.',
  'diagnosis.S52.title': 'Benutzername oder Passwort ist leer',
  'diagnosis.S52.explanation':
    '{field, select, password {„Requires Authentication“ ist eingeschaltet, aber das Passwort ist leer, und das akzeptiert der Server nicht.} other {„Requires Authentication“ ist eingeschaltet, aber der Benutzername ist leer, und das akzeptiert der Server nicht.}}',
  'diagnosis.S52.remedy': 'Füllen Sie das Feld aus, oder schalten Sie „Requires Authentication“ aus.',
  'diagnosis.S52.gluu':
    'Für Gluu sind die SMTP-Einstellungen damit unvollständig, der Passwort-Reset gilt als nicht aktiviert.',
};
