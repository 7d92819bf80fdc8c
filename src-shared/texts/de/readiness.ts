import type { readiness as english } from '../en/readiness';

export const readiness: Record<keyof typeof english, string> = {
  'readiness.title': 'Passwort-Reset',
  'readiness.checking': 'Passwort-Reset wird geprüft…',
  'readiness.work': 'Passwort-Reset prüfen',
  'readiness.can.yes': 'Benutzer können ihr Passwort zurücksetzen.',
  'readiness.can.yesBut':
    '{n, plural, one {Benutzer können ihr Passwort zurücksetzen. # Punkt ist zu beachten.} other {Benutzer können ihr Passwort zurücksetzen. # Punkte sind zu beachten.}}',
  'readiness.can.no':
    '{n, plural, one {Benutzer können ihr Passwort nicht zurücksetzen.} other {Benutzer können ihr Passwort nicht zurücksetzen. Dafür gibt es # Gründe.}}',
  'readiness.can.notKnown':
    '{n, plural, one {Es ist nicht bekannt, ob Benutzer ihr Passwort zurücksetzen können.} other {Es ist nicht bekannt, ob Benutzer ihr Passwort zurücksetzen können. # Fragen sind offen.}}',
  'readiness.can.untested':
    '{n, plural, =0 {Alles ist eingerichtet. Die E-Mail selbst wurde noch nicht getestet.} one {Die E-Mail selbst wurde noch nicht getestet. # weiterer Punkt ist zu beachten.} other {Die E-Mail selbst wurde noch nicht getestet. # weitere Punkte sind zu beachten.}}',
  'readiness.reasons': 'Gründe',
  'readiness.more': '{n, plural, one {und # weiterer} other {und # weitere}}',
  'readiness.notChecked': 'Der Passwort-Reset konnte nicht geprüft werden.',

  'readiness.links': 'Prüfungen des Passwort-Resets',
  'readiness.link.resetEnabled': 'Self-Service Password Reset',
  'readiness.link.smtpComplete': 'SMTP-Einstellungen',
  'readiness.link.smtpPassword': 'SMTP Password',
  'readiness.link.fromAddress': 'From Email Address',
  'readiness.link.resetMail': 'So sendet Gluu',
  'readiness.link.recaptcha': 'reCAPTCHA',
  'readiness.link.requestBranch': 'Reset-Anforderungen',
  'readiness.link.expiry': 'Gültigkeit des Links',
  'readiness.link.linkHost': 'Link in der E-Mail',
  'readiness.link.linkCertificate': 'Zertifikat des Links',
  'readiness.link.reminderPage': 'Reset-Seite',
  'readiness.link.peopleWithoutMail': 'Personen ohne E-Mail-Adresse',
  'readiness.link.sharedMail': 'Doppelte Adressen',
  'readiness.state.green': 'OK:',
  'readiness.state.amber': 'OK, mit Warnung:',
  'readiness.state.red': 'Problem:',
  'readiness.state.notKnown': 'Nicht bekannt:',

  'readiness.do.checkAgain': 'Erneut prüfen',
  'readiness.do.testNow': 'Jetzt testen',
  'readiness.do.testMail': 'Mail-Einstellungen testen',
  'readiness.do.enable': 'Aktivieren',
  'readiness.do.openSmtp': 'SMTP-Einstellungen öffnen',
  'readiness.do.openField': 'Feld öffnen',
  'readiness.do.enterPassword': 'Passwort eingeben',
  'readiness.do.enterAddress': 'Adresse eingeben',
  'readiness.do.enterSalt': 'Salt eingeben',
  'readiness.do.correctSalt': 'Salt korrigieren',
  'readiness.do.lookAtSalt': 'Salt ansehen',
  'readiness.do.showCertificate': 'Zertifikat anzeigen',
  'readiness.do.showPeople': '{n, plural, one {# Person anzeigen} other {# Personen anzeigen}}',
  'readiness.do.showAddresses': '{n, plural, one {# Adresse anzeigen} other {# Adressen anzeigen}}',

  'readiness.inOxtrust.field': 'In oxTrust: „Organization Configuration“, „{label}“.',
  'readiness.inOxtrust.json': 'In oxTrust: „Configuration“, „JSON Configuration“, „OxTrust Configuration“.',
  'readiness.inOxtrust.linkBase': 'In oxTrust: „Configuration“, „JSON Configuration“, „OxTrust Configuration“, {key}.',
  'readiness.inOxtrust.expiry':
    'Setzen Sie passwordResetRequestExpirationTime auf 600, den Wert einer neuen Installation.',

  'readiness.version.beyond':
    'Diese Konsole kennt den Passwort-Reset in Gluu {known}. Auf diesem Server läuft Gluu {version}.',
  'readiness.because.versionBeyond': 'Diese Konsole weiß nicht, wie der Passwort-Reset in Gluu {version} funktioniert.',
  'readiness.version.each': 'Gluu {version}: {reason}',
  'readiness.because.versionOpen':
    'Es ist nicht bekannt, welche dieser Versionen auf diesem Server läuft: Gluu {version}.',

  'readiness.enabled.on': 'Aktiviert.',
  'readiness.enabled.off': 'Deaktiviert.',
  'readiness.enabled.notSet': 'Nicht gesetzt; das gilt als deaktiviert.',
  'readiness.enabled.unrecognized':
    'Gluu erkennt den gespeicherten Wert nicht. Es behandelt ihn als deaktiviert und entfernt ihn.',
  'readiness.enabled.notTrue': 'Der gespeicherte Wert ist weder TRUE noch FALSE. Gluu behandelt ihn als deaktiviert.',
  'readiness.enabled.contradicting':
    '{n, number} gespeicherte Werte widersprechen sich. Gluu verwendet den, den es zuerst erhält.',
  'readiness.because.off': '„Self-Service Password Reset“ ist nicht aktiviert.',
  'readiness.because.contradicting': 'Die Werte von passwordResetAllowed widersprechen sich.',

  'readiness.smtp.complete':
    '{login, select, yes {Vollständig: {address}, mit Anmeldung.} other {Vollständig: {address}, ohne Anmeldung.}}',
  'readiness.smtp.broken': 'oxSmtpConfiguration ist nicht lesbar, deshalb kann Gluu den ganzen Eintrag nicht lesen.',
  'readiness.smtp.missing':
    'Gluu meldet den Passwort-Reset als nicht aktiviert, bis auch Folgendes gesetzt ist: {fields}.',
  'readiness.smtp.hostEmpty':
    '„SMTP Host“ ist ein leerer Text. Für Gluu gilt das als gesetzt, aber die E-Mail hat kein Ziel.',
  'readiness.because.smtpAbsent': 'Es sind keine SMTP-Einstellungen gespeichert.',
  'readiness.because.smtpBroken': 'Gluu kann die SMTP-Einstellungen nicht lesen.',
  'readiness.because.smtpMissing': 'Fehlende SMTP-Einstellungen: {fields}.',
  'readiness.because.hostEmpty': '„SMTP Host“ ist leer.',

  'readiness.password.notNeeded': 'Nicht nötig: „Requires Authentication“ ist aus.',
  'readiness.password.undecidedAbsent':
    'Es ist nicht bekannt, ob eines nötig ist: Es sind keine SMTP-Einstellungen gespeichert.',
  'readiness.password.undecidedBroken':
    'Es ist nicht bekannt, ob eines nötig ist: Die SMTP-Einstellungen sind nicht lesbar.',
  'readiness.password.decrypts': 'Lässt sich mit dem Salt dieses Servers entschlüsseln.',
  'readiness.password.none': 'Es ist kein Passwort gespeichert.',
  'readiness.password.doesNotDecrypt':
    'Der Salt dieses Servers kann das gespeicherte Passwort nicht entschlüsseln. Gluu sendet deshalb keines, und die Anmeldung schlägt fehl.',
  'readiness.password.decryptsGarbled':
    'Lässt sich entschlüsseln, aber oxTrust hat beim Speichern die Zeichen außerhalb von ASCII verstümmelt. Nur Gluu 4.2.3 liest daraus noch das richtige Passwort.',
  'readiness.password.decryptsDamaged':
    'Ergibt entschlüsselt einen beschädigten Text: Seine Bytes sind kein UTF-8, und die meisten Mailserver lehnen ihn ab.',
  'readiness.password.layered':
    'Entschlüsselt ergibt es einen Text, der sich noch einmal entschlüsseln lässt: Jedes „Update“ auf der Seite von oxTrust in Gluu 3.1.0 oder 3.1.1 hat es ein weiteres Mal verschlüsselt. Gluu meldet sich mit dem inneren Chiffretext an, und die Anmeldung schlägt fehl.',
  'readiness.password.usedAsStored':
    'Der Salt dieses Servers kann das gespeicherte Passwort nicht entschlüsseln. Diese Version von Gluu meldet sich dann mit dem gespeicherten Text selbst an; das stimmt nur, wenn er unverschlüsselt gespeichert wurde.',
  'readiness.password.decryptsNonAscii':
    'Lässt sich entschlüsseln und enthält Zeichen außerhalb von ASCII. oxTrust zeigt sie verstümmelt an: „Update“ würde sie dort verstümmelt speichern, und die Anmeldung würde fehlschlagen.',
  'readiness.password.noSalt':
    'Gespeichert. Ob es sich entschlüsseln lässt, kann nicht geprüft werden: Der Salt dieses Servers ist hier nicht bekannt.',
  'readiness.password.wrongSalt': 'Gespeichert. Es ist nicht bekannt, ob Gluu es entschlüsseln kann.',
  'readiness.password.doesNotDecryptUnproved':
    'Es lässt sich mit dem hier gespeicherten Salt nicht entschlüsseln: Eines von beiden gehört nicht zu diesem Server.',
  'readiness.password.decryptsUnproved': 'Lässt sich mit dem hier gespeicherten Salt entschlüsseln.',
  'readiness.password.mask':
    'Es besteht nur aus Sternen oder Punkten, wie sie Webseiten anstelle eines Passworts anzeigen.',
  'readiness.because.passwordUndecided': 'Es ist nicht bekannt, ob ein SMTP-Passwort nötig ist.',
  'readiness.because.password.none': 'Es ist kein SMTP-Passwort gespeichert.',
  'readiness.because.password.doesNotDecrypt': 'Das SMTP-Passwort lässt sich nicht entschlüsseln.',
  'readiness.because.password.decryptsGarbled': 'Das SMTP-Passwort wurde beim Speichern verstümmelt.',
  'readiness.because.password.decryptsDamaged': 'Das SMTP-Passwort ergibt entschlüsselt einen beschädigten Text.',
  'readiness.because.password.layered': 'Das SMTP-Passwort wurde mehrfach verschlüsselt.',
  'readiness.because.password.usedAsStored':
    'Gluu verwendet das SMTP-Passwort so, wie es gespeichert ist, ohne es zu entschlüsseln.',
  'readiness.because.password.decryptsNonAscii': '„Update“ in oxTrust würde das SMTP-Passwort verstümmeln.',
  'readiness.because.password.noSalt': 'Der Salt dieses Servers ist hier nicht bekannt.',
  'readiness.because.password.wrongSalt': 'Die Konfiguration dieses Servers widerspricht dem hier gespeicherten Salt.',
  'readiness.because.password.doesNotDecryptUnproved':
    'Das SMTP-Passwort lässt sich mit dem hier gespeicherten Salt nicht entschlüsseln, der vielleicht zu einem anderen Server gehört.',
  'readiness.because.password.decryptsUnproved':
    'Es lässt sich nicht nachweisen, dass der hier gespeicherte Salt zu diesem Server gehört.',
  'readiness.because.password.mask': 'Das SMTP-Passwort besteht nur aus Sternen oder Punkten.',

  'readiness.from.notSet':
    '„From Email Address“ ist nicht gesetzt. Gluu verlangt sie nicht, aber ohne sie schlägt das Senden fehl.',
  'readiness.because.fromNotSet': '„From Email Address“ ist nicht gesetzt.',
  'readiness.because.fromInvalid': '„From Email Address“ ist keine E-Mail-Adresse.',
  'readiness.because.fromDoubtful': 'Mailserver lehnen den Absender der E-Mail möglicherweise ab oder ändern ihn.',

  'readiness.mail.nothingToSendWith': 'Zum Senden fehlen die Einstellungen.',
  'readiness.mail.untested': 'Der Mailserver wurde noch nicht getestet.',
  'readiness.mail.open': 'Nicht bekannt: {what}',
  'readiness.mail.leftOpen': 'Aus den Antworten des Mailservers geht nicht hervor, ob er die E-Mail annimmt.',
  'readiness.mail.stale': 'Ab dem Schritt „{stage}“ galten beim letzten Mail-Test andere Werte.',
  'readiness.mail.relay':
    'Gluu sendet an Port 25 des Gluu Servers selbst, wie die Einstellungen es vorsehen. Ob ein Relay dort E-Mails annimmt, ist von hier nicht zu sehen.',
  'readiness.because.mailImpossible': 'Die E-Mail kann nicht gesendet werden.',
  'readiness.because.mailRefused': 'Der Mailserver wird die E-Mail ablehnen.',
  'readiness.because.open': 'Der Test hat nicht gezeigt, ob die E-Mail gesendet wird.',
  'readiness.because.openUnencrypted':
    'Der Test hat nicht gezeigt, ob die E-Mail gesendet wird. Wenn ja, wird sie unverschlüsselt gesendet.',
  'readiness.because.sendsInClear': 'Die E-Mail wird nicht verschlüsselt.',
  'readiness.because.fails': 'Das Senden wird scheitern, und Gluu wird trotzdem melden, die E-Mail sei gesendet.',
  'readiness.because.hangs': 'Gluu wird beim Senden der E-Mail hängen.',
  'readiness.because.ignoresHost': 'Gluu sendet die E-Mail an den eigenen Port 25 statt an „SMTP Host“.',
  'readiness.because.relay': 'Der Versand hängt von einem Relay auf dem Gluu Server ab.',

  'readiness.recaptcha.none': 'In dieser Version nicht vorhanden.',
  'readiness.recaptcha.on': 'Ein: Benutzer lösen es, bevor die E-Mail gesendet wird.',
  'readiness.recaptcha.off': 'Aus.',
  'readiness.recaptcha.half': 'Aus, obwohl {key} gesetzt ist: Der andere Schlüssel ist leer.',
  'readiness.recaptcha.noKeys': 'Aus, obwohl authenticationRecaptchaEnabled auf true steht: Beide Schlüssel sind leer.',
  'readiness.because.recaptchaHalf': 'reCAPTCHA ist nur zur Hälfte konfiguriert und daher nicht aktiv.',
  'readiness.because.recaptchaNoKeys': 'reCAPTCHA ist ohne Schlüssel eingeschaltet und daher nicht aktiv.',

  'readiness.requests.dead':
    'Diese Version schreibt die Anforderung mit einem Datum, das ihr eigenes LDAP-Schema ablehnt: Kein Link funktioniert.',
  'readiness.requests.upgrade': 'Aktualisieren Sie auf 3.0.2 oder neuer.',
  'readiness.requests.notYet': 'Der Zweig existiert noch nicht; Gluu legt ihn mit der ersten Anforderung an.',
  'readiness.requests.present': '{n, plural, =0 {Keine Anforderungen.} one {# Anforderung.} other {# Anforderungen.}}',
  'readiness.requests.presentMore': 'Mehr als {n, number} Anforderungen.',
  'readiness.requests.unending':
    '{n, plural, one {# davon läuft für Gluu nie ab: exp fehlt, oder del ist nicht true, deshalb entfernt sie kein Timer.} other {# davon laufen für Gluu nie ab: exp fehlt, oder del ist nicht true, deshalb entfernt sie kein Timer.}}',
  'readiness.requests.unread': 'Sie konnten nicht gelesen werden.',
  'readiness.because.requestsDead': 'Diese Version kann keine Reset-Anforderungen speichern.',
  'readiness.because.requestsUnread': 'Die offenen Anforderungen konnten nicht gelesen werden.',
  'readiness.because.requestsUnending':
    '{n, plural, one {# Reset-Anforderung wird nie entfernt.} other {# Reset-Anforderungen werden nie entfernt.}}',

  'readiness.expiry.fixed': 'Links sind 2 Stunden gültig (in dieser Version fest vorgegeben).',
  'readiness.expiry.ignored': 'Diese Version ignoriert die eingestellte Dauer.',
  'readiness.expiry.minutes': '{n, plural, one {Links sind # Minute gültig.} other {Links sind # Minuten gültig.}}',
  'readiness.expiry.minutesSeconds':
    '{n, plural, one {Links sind # Minute und {seconds, plural, one {# Sekunde} other {# Sekunden}} gültig.} other {Links sind # Minuten und {seconds, plural, one {# Sekunde} other {# Sekunden}} gültig.}}',
  'readiness.expiry.tooShort':
    '{seconds, plural, one {Links sind # Sekunde gültig.} other {Links sind # Sekunden gültig.}} Die E-Mail kann länger unterwegs sein, und darin steht „0 minute(s)“.',
  'readiness.expiry.unreadable':
    'passwordResetRequestExpirationTime ist keine ganze Zahl: oxTrust kann seine Konfiguration nicht lesen.',
  'readiness.expiry.missing':
    'passwordResetRequestExpirationTime fehlt, wie es nach einem Upgrade vorkommt, und zählt als 0: Jeder Link ist schon beim Erstellen abgelaufen.',
  'readiness.expiry.notPositive':
    'passwordResetRequestExpirationTime ist {seconds}: Jeder Link ist schon beim Erstellen abgelaufen.',
  'readiness.because.expiryUnreadable': 'oxTrust kann nicht lesen, wie lange Links gültig sind.',
  'readiness.because.expired': 'Jeder Link ist schon beim Erstellen abgelaufen.',
  'readiness.because.expiryTooLong':
    'Nach 2 Stunden öffnet sich der Link zwar noch, aber Gluu lehnt das neue Passwort ab.',
  'readiness.because.expiryTooShort': 'Links laufen innerhalb einer Minute ab.',

  'readiness.oxtrust.absent': 'Die Konfiguration von oxTrust wurde nicht gefunden.',
  'readiness.oxtrust.broken': 'Die Konfiguration von oxTrust ist nicht lesbar.',

  'readiness.host.own': 'Links führen zu {host}: Das ist bei jedem Benutzer der eigene Rechner.',
  'readiness.host.unencrypted': 'Links führen zu {address}: Das neue Passwort wird unverschlüsselt gesendet.',
  'readiness.host.notSet': '{key} ist nicht gesetzt: Die Links in Reset-Mails führen ins Leere.',
  'readiness.host.noWebAddress': '{key} ist keine Webadresse: Die Links in Reset-Mails führen ins Leere.',
  'readiness.host.tooMuch':
    '{key} enthält mehr als Schema, Host und Port. Die Links in Reset-Mails sind deshalb fehlerhaft.',
  'readiness.host.path': '{key} enthält einen Pfad. Diese Konsole ruft nur Seiten im Wurzelverzeichnis eines Hosts ab.',
  'readiness.host.unknown':
    '{host} gibt es im DNS nicht, von diesem Arbeitsplatz aus gesehen. Benutzer in einem anderen Netz können den Host möglicherweise erreichen.',
  'readiness.because.nowhere': 'Die Links in Reset-Mails führen ins Leere.',
  'readiness.because.unencrypted': 'Die Links in Reset-Mails sind nicht verschlüsselt.',
  'readiness.because.otherHost': 'Die Links in Reset-Mails führen zu einem anderen Host als diesem Server.',
  'readiness.because.notAsked': 'Die Seite, zu der die Links führen, wurde nicht abgerufen.',
  'readiness.because.lookupFailed': 'Die DNS-Abfrage für {host}, den Host in den Links, ist fehlgeschlagen.',
  'readiness.because.hostUnknown': '{host}, den Host in den Links, gibt es im DNS dieses Arbeitsplatzes nicht.',
  'readiness.because.noAddress': 'Es gibt keine Adresse zu prüfen.',

  'readiness.certificate.none': 'Keines: Die Links beginnen mit http://.',
  'readiness.certificate.notSeen': 'Nicht gesehen: Es kam keine TLS-Verbindung zustande.',
  'readiness.certificate.rejected': 'Browser zeigen den Benutzern eine Warnung statt des Formulars.',
  'readiness.certificate.ends':
    '{n, plural, one {Es läuft am {day} ab, in # Tag.} other {Es läuft am {day} ab, in # Tagen.}}',
  'readiness.certificate.trusted':
    '{n, plural, one {Vertrauenswürdig. Es läuft am {day} ab, in # Tag.} other {Vertrauenswürdig. Es läuft am {day} ab, in # Tagen.}}',
  'readiness.because.certificateNotSeen': 'Das Zertifikat des Links wurde nicht gesehen.',
  'readiness.because.certificateRejected': 'Browser lehnen das Zertifikat des Links ab.',
  'readiness.because.certificateEnds': 'Das Zertifikat des Links läuft bald ab.',

  'readiness.page.good': '{url} antwortet.',
  'readiness.page.title': 'Der Titel der Seite lautet „{title}“.',
  'readiness.page.error': '{url} antwortet mit Status 200, zeigt aber eine Fehlerseite.',
  'readiness.page.noForm': '{url} antwortet, aber ohne das Formular, mit dem Benutzer die E-Mail anfordern.',
  'readiness.page.status': '{url} antwortet mit Status {status}.',
  'readiness.page.redirects': '{url} leitet zu {location} weiter ({status}).',
  'readiness.page.redirectsNowhere': '{url} leitet weiter, ohne ein Ziel zu nennen ({status}).',
  'readiness.page.notHttp': '{url}: Die Antwort ist kein gültiges HTTP ({detail}).',
  'readiness.page.failed': '{url}: {what}',
  'readiness.page.fromHere': 'Geprüft von diesem Arbeitsplatz aus.',
  'readiness.page.noName': 'Nicht abgerufen: Der Hostname wurde nicht gefunden.',
  'readiness.because.pageNotHttp': 'Der Server, zu dem die Links führen, ist kein Webserver.',
  'readiness.because.pageSilent': 'Die Reset-Seite antwortet diesem Arbeitsplatz nicht.',
  'readiness.because.pageError': 'Die Reset-Seite zeigt einen Fehler.',
  'readiness.because.pageNoForm': 'Die Reset-Seite zeigt kein Formular.',
  'readiness.because.pageStatus': 'Die Reset-Seite antwortet mit Status {status}.',
  'readiness.because.pageToLogin': 'Die Reset-Seite leitet zur Anmeldeseite weiter.',
  'readiness.because.pageElsewhere': 'Die Reset-Seite leitet zu einem anderen Ziel weiter.',
  'readiness.because.pageNoName': 'Die Reset-Seite konnte nicht von {host} abgerufen werden.',

  'readiness.people.uncounted': 'Die Personen konnten nicht gezählt werden.',
  'readiness.people.none': 'Auf diesem Server gibt es keine Personen.',
  'readiness.people.limit':
    '{people, plural, one {Nur die erste Person wurde gezählt.} other {Nur die ersten # Personen wurden gezählt.}}',
  'readiness.people.time':
    '{people, plural, one {Das Zählen dauerte zu lange und endete nach # Person.} other {Das Zählen dauerte zu lange und endete nach # Personen.}}',
  'readiness.people.allHaveMail':
    '{people, plural, one {Alle haben eine E-Mail-Adresse (# Person).} other {Alle haben eine E-Mail-Adresse (# Personen).}}',
  'readiness.people.nobodyHasMail':
    '{people, plural, one {Niemand hat eine E-Mail-Adresse (# Person).} other {Niemand hat eine E-Mail-Adresse (# Personen).}}',
  'readiness.people.someWithoutMail':
    '{n, plural, one {# von {people, number} Personen hat keine E-Mail-Adresse.} other {# von {people, number} Personen haben keine E-Mail-Adresse.}}',
  'readiness.people.noneShared':
    '{people, plural, one {Keine E-Mail-Adresse gehört mehreren Personen (# Person).} other {Keine E-Mail-Adresse gehört mehreren Personen (# Personen).}}',
  'readiness.people.shared':
    '{n, plural, one {# E-Mail-Adresse gehört mehreren Personen. Ein Reset ändert das Passwort der ersten, die Gluu findet.} other {# E-Mail-Adressen gehören mehreren Personen. Ein Reset ändert das Passwort der ersten, die Gluu findet.}}',
  'readiness.people.refused':
    'Wo der LDAP-Server selbst eine zweite Person mit derselben Adresse ablehnt, endet der Reset mit „Email Already Registered“.',
  'readiness.because.notAllCounted': 'Nicht alle Personen wurden gezählt.',
  'readiness.because.nobodyHasMail': 'Niemand hat eine E-Mail-Adresse.',
  'readiness.because.withoutMail':
    '{n, plural, one {# Person hat keine E-Mail-Adresse.} other {# Personen haben keine E-Mail-Adresse.}}',
  'readiness.because.sharedMail':
    '{n, plural, one {# E-Mail-Adresse gehört mehreren Personen.} other {# E-Mail-Adressen gehören mehreren Personen.}}',

  'readiness.step.noLinkBase': '{key} ist nicht gesetzt',
  'readiness.step.answers': 'antwortet mit {status}',
  'readiness.step.noAnswer': 'keine brauchbare Antwort',
  'readiness.step.uncounted': 'konnten nicht gezählt werden',
  'readiness.step.counted': '{n, plural, one {# Person gezählt} other {# Personen gezählt}}',
};
