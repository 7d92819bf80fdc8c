import type { lint as english } from '../en/lint';

export const lint: Record<keyof typeof english, string> = {
  'lint.L02.startTlsOnly':
    'Port 465 erwartet TLS ab dem ersten Byte. Das beherrscht diese Gluu-Version nicht: Sie wartet endlos.',
  'lint.L02.sslOff': 'Port 465 erwartet TLS ab dem ersten Byte. Ist „Requires SSL“ aus, wartet Gluu endlos.',
  'lint.L02.protectionNone':
    'Port 465 erwartet TLS ab dem ersten Byte. Steht „SMTP Connect Protection“ auf NONE, wartet Gluu endlos. Wählen Sie SSL/TLS.',
  'lint.L03':
    'Port {port} beginnt unverschlüsselt. Mit SSL/TLS kommt keine Verbindung von Gluu zustande. Wählen Sie STARTTLS.',
  'lint.L04':
    'Ist „Requires Authentication“ aus, ignoriert diese Gluu-Version den angegebenen Host und sendet an localhost:25.',
  'lint.L05.sslOff': 'Ist „Requires SSL“ aus, geht das Passwort unverschlüsselt durchs Netz.',
  'lint.L05.protectionNone': 'Steht „SMTP Connect Protection“ auf NONE, geht das Passwort unverschlüsselt durchs Netz.',
  'lint.L06.tls10':
    '{provider} lehnt TLS 1.0 ab (seit {since}), und diese Gluu-Version bietet nichts Neueres an. Verwenden Sie ein Relay auf dem Gluu Server.',
  'lint.L06.refused':
    '{provider} akzeptiert keine Anmeldung mit Passwort mehr, und Gluu bis 4.5.5 beherrscht keine andere. Verwenden Sie einen anderen Mailserver oder ein Relay.',
  'lint.L06.appPasswordOnly':
    '{provider} lehnt das normale Passwort ab. Verwenden Sie ein App-Passwort; es setzt die Bestätigung in zwei Schritten voraus.',
  'lint.L06.offUnlessAllowed':
    '{provider} akzeptiert eine Anmeldung mit Passwort nur, wenn der Administrator dort SMTP AUTH für das Postfach zulässt. Verwenden Sie sonst ein Relay oder einen Connector.',
  'lint.L07':
    'Die Domain des Absenders ist eine andere als die der Anmeldung. Viele Mailserver lehnen einen solchen Absender ab.',
  'lint.L08.errorPage': 'Ohne „From Email Address“ zeigt Gluu eine Fehlerseite, statt zu senden.',
  'lint.L08.noSender': 'Ohne „From Email Address“ hat die E-Mail keinen gültigen Absender.',
  'lint.L09.unquoted':
    'Diese Version übernimmt den Namen unverändert in den Header: Anführungszeichen, Kommas, Umlaute und Akzente machen ihn ungültig.',
  'lint.L09.noCharset':
    'Die E-Mails dieser Version geben keinen Zeichensatz an: Zeichen außerhalb von ASCII können verstümmelt ankommen.',
  'lint.L09.shownWrongly':
    'Manche Mailprogramme verstümmeln Anführungszeichen, Kommas und Zeichen außerhalb von ASCII im Absendernamen.',
  'lint.L10':
    '„Requires Authentication“ ist eingeschaltet, aber „SMTP User Name“ ist leer: Für Gluu ist der Passwort-Reset damit nicht aktiviert.',
  'lint.L11':
    'Der Salt dieses Servers kann das gespeicherte Passwort nicht entschlüsseln. Gluu sendet deshalb keines, und die Anmeldung schlägt fehl. Geben Sie es neu ein.',
  'lint.L12':
    'Das Passwort besteht nur aus Sternen oder Punkten, wie sie Webseiten anstelle eines Passworts anzeigen. Geben Sie das Passwort selbst ein.',
  'lint.L13':
    '„Trust Server“ hat in dieser Version keine Wirkung. Importieren Sie stattdessen das Zertifikat in die Datei cacerts von Java.',
  'lint.L14':
    'Ist ein Keystore angegeben, sendet der Test von Gluu eine signierte E-Mail, die Reset-Mail ist aber nicht signiert: Das eine kann gelingen, während das andere scheitert.',
  'lint.L15':
    'Auf dem Gluu Server bezeichnet dieser Host den Gluu Server selbst; bei einem Test von hier bezeichnet er diesen Arbeitsplatz.',
  'lint.L16.noAddress': '{key} ist keine Webadresse. Die Links in Reset-Mails führen deshalb ins Leere.',
  'lint.L16.otherHost':
    'Links in Reset-Mails führen zu {host} ({key}), diese Konsole erreicht den Server aber unter {profileHost}. Beide müssen derselbe Server sein.',
  'lint.L17':
    'Der Passwort-Reset ist hier aktiviert, aber Gluu meldet ihn als nicht aktiviert, bis auch Folgendes gesetzt ist: {fields}.',
  'lint.L18.fixed':
    'Reset-Links laufen in dieser Version nach 2 Stunden ab. Die eingestellte längere Dauer liest sie nicht.',
  'lint.L18.tooLong':
    'Für Reset-Links sind mehr als 2 Stunden eingestellt. Nach 2 Stunden zeigt Gluu zwar noch das Formular, lehnt das neue Passwort aber ab.',
  'lint.L19':
    '{n, plural, one {# E-Mail-Adresse gehört mehreren Personen: Ein Reset ändert das Passwort der ersten, die Gluu findet.} other {# E-Mail-Adressen gehören mehreren Personen: Ein Reset ändert das Passwort der ersten, die Gluu findet.}}',
  'lint.L20':
    '„SMTP Password“ enthält Zeichen außerhalb von ASCII, die Gluu 4.2.3 in ISO 8859-1 sendet. Die meisten Server lehnen es dann ab.',
  'lint.L21':
    '„Requires SSL“ ist als eingeschaltet gespeichert, aber ab 4.4.1 liest Gluu nur noch „SMTP Connect Protection“, und das ist nicht gesetzt: Die E-Mail wird unverschlüsselt gesendet. Wählen Sie STARTTLS oder SSL/TLS.',
  'lint.L22.breaks':
    '„SMTP Connect Protection“ ist in der Schreibweise eines anderen Gluu-Builds gespeichert. Diese Version kann ihre Konfiguration dann nicht lesen: Niemand kann sich anmelden, und es wird keine E-Mail gesendet. Wählen Sie den Wert noch einmal aus und speichern Sie ihn hier.',
  'lint.L22.plain':
    '„SMTP Connect Protection“ ist in der Schreibweise eines anderen Gluu-Builds gespeichert. Diese Version versteht das als NONE und sendet unverschlüsselt. Wählen Sie den Wert noch einmal aus und speichern Sie ihn hier.',
  'lint.L23':
    '„KeyStore File Path“ fehlt im Gespeicherten; nicht einmal ein leerer Wert ist da. Diese Version von Gluu sendet dann gar keine E-Mail. Wenn Sie hier eine Änderung speichern, wird ein leerer Wert gespeichert.',
  'lint.L24':
    '„KeyStore Password“ ist unverschlüsselt gespeichert. Gluu kann es nicht entschlüsseln und signiert nichts, und wer den Eintrag lesen darf, kann das Passwort lesen. Geben Sie es hier neu ein.',
  'lint.L25.filled':
    'example@orgname.com gehört niemandem: Diese Version von Gluu schreibt die Adresse selbst, wo „Contact Email“ leer ist. Geben Sie Ihre eigene ein.',
  'lint.L25.empty':
    'Ist „Contact Email“ leer, trägt diese Version von Gluu innerhalb von fünf Minuten example@orgname.com ein.',
  'lint.L25.notChanged':
    'example@orgname.com gehört niemandem. Die Seite von oxTrust kann in dieser Version eine gespeicherte Adresse nicht ändern; diese Konsole kann es.',
  'lint.L25.example':
    'example@orgname.com gehört niemandem: Die Seite von oxTrust schlägt die Adresse vor, wo keine gespeichert ist. Geben Sie Ihre eigene ein.',
  'lint.L26':
    '{n, plural, one {# weitere Adresse ist gespeichert. „Update“ auf der Seite von oxTrust entfernt sie.} other {# weitere Adressen sind gespeichert. „Update“ auf der Seite von oxTrust entfernt sie.}}',
  'lint.L27':
    'Das gespeicherte Passwort ergibt entschlüsselt einen Text, der sich noch einmal entschlüsseln lässt: oxTrust 3.1.0 und 3.1.1 verschlüsseln es bei jedem „Update“ ein weiteres Mal. Die Anmeldung schlägt fehl. Geben Sie das Passwort neu ein.',
  'lint.L28':
    'Das gespeicherte Passwort lässt sich nicht entschlüsseln, und diese Version von Gluu meldet sich dann mit dem gespeicherten Text selbst an. Wenn das nicht das Passwort ist, geben Sie es neu ein.',
  'lint.doubted': '{sentence} (Das gilt für Gluu {versions}; mögliche Versionen dieses Servers: {own}.)',
  'lint.do.sslOn': '„Requires SSL“ einschalten',
  'lint.do.port587': 'Port 587 mit „Requires SSL“ verwenden',
  'lint.do.authenticationOn': '„Requires Authentication“ einschalten',
  'lint.do.trustOff': '„Trust Server“ ausschalten',
  'lint.do.useHost': '{host} verwenden',
  'lint.do.useHostAndPort': '{host} und Port {port} verwenden',
  'lint.do.sendAs': 'Als {address} senden',
  'lint.do.logInAs': 'Als {address} anmelden',
  'lint.unchecked.noName':
    'Dieser Server wird über seine IP-Adresse oder durch einen Tunnel erreicht, es gibt also keinen Namen zu vergleichen.',
  'lint.unchecked.mails': 'Die E-Mail-Adressen der Personen wurden nicht verglichen.',
  'lint.unchecked.configuration': 'Die Konfiguration von oxTrust wurde nicht gelesen.',
  'lint.unchecked.noSalt': 'Der Salt dieses Servers ist hier nicht bekannt.',
  'lint.unchecked.wrongSalt': 'Die Konfiguration dieses Servers widerspricht dem hier gespeicherten Salt.',
  'lint.unchecked.saltUnproved': 'Es ist nicht sicher, dass der hier gespeicherte Salt zu diesem Server gehört.',
  'lint.unchecked.password': 'Das gespeicherte Passwort wurde nicht gelesen.',
};
