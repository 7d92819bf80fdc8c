import type { failuresDirectory as english } from '../en/failures-directory';

export const failuresDirectory: Record<keyof typeof english, string> = {
  'failure.ldap.clearText.what': 'Das Passwort von {user} würde unverschlüsselt gesendet. Es wurde nicht gesendet.',
  'failure.ldap.clearText.why':
    'Als Verschlüsselung ist „Unverschlüsselt“ eingestellt, und das haben Sie seit dem Start oder Entsperren der App nicht erlaubt.',
  'failure.ldap.clearText.todo':
    'Wählen Sie LDAPS oder StartTLS. Oder prüfen Sie den Server und erlauben Sie es auf Nachfrage.',
  'failure.ldap.startTlsRefused.what': 'Der Server hat StartTLS abgelehnt. Sonst wurde nichts gesendet.',
  'failure.ldap.startTlsRefused.why': 'Er beherrscht kein StartTLS, oder sein TLS ist nicht eingerichtet.',
  'failure.ldap.startTlsRefused.todo': 'Verwenden Sie LDAPS, oder richten Sie TLS auf dem Server ein.',
  'failure.ldap.injection.what':
    'Auf die Antwort zu StartTLS folgten unverschlüsselte Bytes. Die Verbindung wurde geschlossen, und es wurde nichts gesendet.',
  'failure.ldap.injection.why':
    'Möglicherweise manipuliert jemand zwischen diesem Arbeitsplatz und dem Server die Verbindung.',
  'failure.ldap.injection.todo': 'Verwenden Sie LDAPS und informieren Sie den Administrator Ihres Netzes.',
  'failure.ldap.notLdap.what':
    'Der Dienst auf {port, select, none {diesem Port} other {Port {port}}} spricht kein korrektes LDAP.',
  'failure.ldap.notLdap.todo': 'Prüfen Sie Host und Port.',
  'failure.ldap.tooMuch.what':
    'Der Server hat mehr gesendet, als diese Konsole annimmt (Grenze: {limit}). Die Verbindung wurde geschlossen.',
  'failure.ldap.tooMuch.todo': 'Prüfen Sie, ob es der richtige Server ist.',
  'failure.ldap.tooMuch.oneMessage': '8 MB in einer Nachricht',
  'failure.ldap.tooMuch.oneSearch': '32 MB in einer Suche',
  'failure.ldap.tooMuch.pages': '{n, number} Ergebnisseiten',
  'failure.ldap.tooMuch.entries': '{n, number} Einträge',
  'failure.ldap.tooMuch.values': '{n, number} Attribute und Werte',
  'failure.ldap.held.what': 'Die Konsole ist hängen geblieben, während sie diesen Server abfragte.',
  'failure.ldap.held.why':
    'Eine Antwort war beschädigt oder eigens dafür erzeugt: von diesem Server oder von einem anderen, der zur selben Zeit abgefragt wurde.',
  'failure.ldap.held.todo':
    'Sehen Sie sich den Server an und was zwischen ihm und diesem Rechner liegt. Die Konsole kontaktiert ihn erst wieder, wenn Sie ihn erneut prüfen.',
  'failure.ldap.noReply.what': 'Der Server hat nicht rechtzeitig geantwortet.',
  'failure.ldap.noReply.why': 'Er ist überlastet oder hängt.',
  'failure.ldap.noReply.todo':
    'Versuchen Sie es erneut. Wurde gerade etwas geschrieben, liest die Konsole zuerst, ob es gespeichert wurde.',
  'failure.ldap.identity.what': 'Der Server hat die Anmeldung akzeptiert, meldet aber ein anderes Konto als {wanted}.',
  'failure.ldap.identity.why':
    'Möglicherweise ordnet der Server Anmeldungen anderen Konten zu oder ignoriert sie. Auf das, was er zeigt und erlaubt, ist kein Verlass.',
  'failure.ldap.identity.todo': 'Prüfen Sie den Bind-DN und die Konfiguration des Servers.',
  'failure.ldap.credentials.what': 'Der Bind-DN oder das Passwort ist falsch.',
  'failure.ldap.credentials.why':
    'Bei OpenDJ heißt das Konto cn=directory manager, bei OpenLDAP cn=directory manager,o=gluu. Sofern es nicht geändert wurde, ist das Passwort das des ersten oxTrust-Administrators.',
  'failure.ldap.credentials.todo':
    'Bearbeiten Sie den Server: Versuchen Sie den anderen Bind-DN, oder geben Sie das Passwort neu ein.',
  'failure.ldap.passwordMustChange.what':
    'Das Passwort dieses Kontos muss geändert werden, bevor mit dem Konto etwas anderes möglich ist.',
  'failure.ldap.passwordMustChange.why': 'Es ist abgelaufen, oder ein Administrator hat es zurückgesetzt.',
  'failure.ldap.passwordMustChange.todo':
    'Setzen Sie mit den Werkzeugen des Verzeichnisses ein neues Passwort (ldappasswd oder ldappasswordmodify). Bearbeiten Sie dann den Server und geben Sie das neue ein.',
  'failure.ldap.accountLocked.what': 'Dieses Konto ist gesperrt.',
  'failure.ldap.accountLocked.why':
    'Zu viele Anmeldungen sind fehlgeschlagen, es ist abgelaufen, oder ein Administrator hat es deaktiviert.',
  'failure.ldap.accountLocked.todo':
    'Warten Sie, bis die Sperre endet, oder lassen Sie das Konto entsperren oder verlängern. Prüfen Sie dann das Passwort, bevor Sie es erneut versuchen.',
  'failure.ldap.passwordMethod.what': 'Der Server akzeptiert diese Art der Anmeldung nicht.',
  'failure.ldap.passwordMethod.todo': 'Verwenden Sie eine verschlüsselte Verbindung und ein Passwort.',
  'failure.ldap.encryptionWanted.what': 'Der Server lehnt Passwörter über eine unverschlüsselte Verbindung ab.',
  'failure.ldap.encryptionWanted.todo': 'Wählen Sie für diesen Server LDAPS oder StartTLS.',
  'failure.ldap.rights.what': 'Dieses Konto darf das nicht.',
  'failure.ldap.rights.todo':
    'Verwenden Sie den Directory Manager, oder lassen Sie sich das Schreiben dieser Attribute erlauben.',
  'failure.ldap.missing.what': 'Der Eintrag existiert nicht, oder dieses Konto kann ihn nicht sehen.',
  'failure.ldap.referral.what': 'Dieser Server verweist auf einen anderen. Die Konsole ist dem nicht gefolgt.',
  'failure.ldap.referral.why': 'Er ist ein Replikat, in das nicht geschrieben werden kann.',
  'failure.ldap.referral.todo': 'Verbinden Sie sich mit dem Server, auf den er verweist.',
  'failure.ldap.limit.what': 'Die Suche hat ein Limit des Servers erreicht.',
  'failure.ldap.limit.todo': 'Grenzen Sie Ihre Suche ein.',
  'failure.ldap.busy.what': 'Der Server ist ausgelastet.',
  'failure.ldap.busy.todo': 'Warten Sie einen Moment und versuchen Sie es erneut.',
  'failure.ldap.unavailable.what': 'Der Server wird gerade beendet, oder seine Datenbank ist offline.',
  'failure.ldap.unavailable.todo': 'Prüfen Sie den Dienst auf dem Server.',
  'failure.ldap.unwilling.what': 'Eine Regel des Servers lässt das nicht zu.',
  'failure.ldap.unwilling.todo': 'Die Meldung des Servers steht unten.',
  'failure.ldap.badDn.what': 'Der Server akzeptiert das nicht als DN.',
  'failure.ldap.badDn.todo': 'Ein Bind-DN sieht so aus: cn=directory manager oder cn=directory manager,o=gluu.',
  'failure.ldap.syntax.what': 'Der Server akzeptiert einen Wert nicht: Er hat die falsche Form für sein Attribut.',
  'failure.users.mailTaken.what': 'Die E-Mail-Adresse wird bereits verwendet von: {who}.',
  'failure.users.mailTaken.why': 'Dieser Server lässt jede Adresse nur einmal zu.',
  'failure.users.mailTaken.todo': 'Verwenden Sie eine andere Adresse.',
  'failure.users.clearText.what':
    'Diese Konsole sendet das Passwort einer Person nur über eine verschlüsselte Verbindung.',
  'failure.users.clearText.todo': 'Wählen Sie für diesen Server LDAPS oder StartTLS.',
  'failure.ldap.constraint.what': 'Ein Wert verletzt eine Regel des Servers.',
  'failure.ldap.constraint.todo': 'Die Meldung des Servers steht unten.',
  'failure.ldap.schema.what': 'Das Schema dieses Servers lässt das nicht zu.',
  'failure.ldap.schema.why': 'Seine Gluu-Version ist vielleicht eine andere, als das Schema vermuten lässt.',
  'failure.ldap.schema.todo': 'Prüfen Sie erneut, und sehen Sie sich die gefundene Version an.',
  'failure.ldap.exists.what': 'Das gibt es bereits.',
  'failure.ldap.exists.todo': 'Laden Sie es neu.',
  'failure.ldap.valueGone.what': 'Der Wert ist nicht mehr da: Jemand hat ihn geändert.',
  'failure.ldap.valueGone.todo': 'Laden Sie ihn neu.',
  'failure.ldap.conflict.what': 'Jemand anderes hat den Eintrag zur selben Zeit geändert.',
  'failure.ldap.conflict.why': '{found}',
  'failure.ldap.conflict.todo': 'Laden Sie ihn neu und wählen Sie, welche Werte bleiben sollen.',
  'failure.ldap.control.what': 'Der Server unterstützt ein LDAP-Control nicht, das hierfür nötig ist.',
  'failure.ldap.control.todo': 'Die Meldung des Servers steht unten.',
  'failure.ldap.other.what': 'Der Server konnte das nicht ausführen.',
  'failure.ldap.other.todo': 'Die Meldung des Servers steht unten.',
  'failure.gluu.noTree.what': 'Dieser LDAP-Server hat keinen Gluu-Baum, oder dieses Konto kann ihn nicht sehen.',
  'failure.gluu.noTree.why':
    'Es ist ein anderer LDAP-Server oder ein anderer Bind-DN, oder dieses Gluu speichert seine Daten in SQL oder Couchbase.',
  'failure.gluu.noTree.todo': 'Prüfen Sie Host, Port und Bind-DN.',
  'failure.gluu.severalAppliances.what':
    'Es gibt mehrere Appliance-Einträge, und die Konfiguration von oxTrust sagt nicht, welcher verwendet wird: {found}.',
  'failure.gluu.severalAppliances.why': 'Ein Cluster oder Reste einer älteren Installation.',
  'failure.gluu.severalAppliances.todo': 'Entfernen Sie die Reste, oder bitten Sie um Unterstützung für diesen Aufbau.',
  'failure.gluu.notSupported.what': 'Welches Gluu das ist, lässt sich nicht genau sagen: {version}.',
  'failure.gluu.notSupported.why':
    'Diese Versionen speichern ihre Einstellungen in verschiedenen Formen, und die falsche würde sie beschädigen.',
  'failure.gluu.notSupported.todo': 'Verwenden Sie ein Konto, das das LDAP-Schema lesen darf, oder oxTrust selbst.',
  'failure.gluu.brokenJson.what': 'Das JSON in {attribute} ist nicht lesbar: {why}',
  'failure.gluu.brokenJson.why':
    'Kann auch Gluu es nicht lesen, lässt sich sein ganzer Konfigurationseintrag nicht laden.',
  'failure.gluu.brokenJson.todo':
    'Reparieren Sie es mit einem LDAP-Editor. Die Konsole zeigt es unverändert an, und nichts davon geht verloren.',
  'failure.gluu.noSalt.what':
    'Der Salt dieses Servers ist nicht bekannt, deshalb lässt sich kein Passwort für ihn verschlüsseln.',
  'failure.gluu.noSalt.why':
    'Er steht in /etc/gluu/conf/salt auf dem Gluu Server, im chroot-Container, und nicht im LDAP.',
  'failure.gluu.noSalt.todo': 'Bearbeiten Sie den Server und fügen Sie den Salt ein: die 24 Zeichen nach encodeSalt =.',
  'failure.gluu.saltContradicted.what':
    'Der Salt wird abgelehnt: {kind, select, partly {Nur ein Teil der Konfiguration dieses Servers lässt sich damit entschlüsseln} other {Er gehört nicht zu diesem Server}}.',
  'failure.gluu.saltContradicted.why': '{why}',
  'failure.gluu.saltContradicted.todo': 'Es wurde nichts geschrieben und nichts damit gesendet. {remedy}',
  'failure.gluu.saltChanged.what':
    'Was über den Salt bekannt ist, hat sich geändert, seit die Änderungsliste erstellt wurde.',
  'failure.gluu.saltChanged.why': 'In der Änderungsliste: {told} Jetzt: {now}',
  'failure.gluu.saltChanged.todo': 'Es wurde nichts geschrieben. Sehen Sie die Änderungen noch einmal durch.',
  'failure.gluu.snapshotGone.what': 'Die geladenen Einstellungen sind verfallen.',
  'failure.gluu.snapshotGone.todo': 'Laden Sie sie neu. Ihre Eingaben bleiben erhalten.',
  'failure.gluu.nameNotTyped.what': 'Der Name des Servers wurde nicht eingegeben.',
  'failure.gluu.nameNotTyped.todo': 'Geben Sie „{name}“ ein, um das zu erlauben.',
  'failure.history.noRollback.what': 'Dieser Schreibvorgang lässt sich von hier nicht rückgängig machen.',
  'failure.history.noRollback.why': '{why}',
  'failure.history.noRollback.todo':
    'Es wurde nichts geschrieben. Was der Schreibvorgang geändert hat, steht im Verlauf.',
  'failure.history.imageGone.what': 'Das vorherige SMTP-Passwort ist nicht mehr verfügbar.',
  'failure.history.imageGone.why':
    '{reason, select, notKept {Es ist nicht in der Datei mit den versiegelten Passwörtern.} keyGone {Der Schlüssel, mit dem es versiegelt wurde, ist verloren: Der Schlüsselbund fehlte, war gesperrt oder wurde geleert.} altered {Der versiegelte Text wurde verändert.} other {Es ist mit einem Schlüssel versiegelt, der nur im Schlüsselbund dieses Rechners liegt.}}',
  'failure.history.imageGone.todo':
    'Setzen Sie das SMTP-Passwort in „Organization Configuration“. Es wurde nichts geschrieben.',
  'failure.reason.otherAnswer': 'Die Antwort (0x{operation}) passt nicht zur Anfrage.',
  'failure.reason.outsideBranch': 'Ein Eintrag stammte nicht aus dem angefragten Zweig.',
  'failure.reason.grammar': 'Die Antwort verletzt die LDAP-Grammatik: {fault}.',
  'failure.reason.noOrganization': 'Unter o=gluu gibt es keinen Organisationseintrag.',
  'failure.reason.blankPassword': 'Gluu speichert kein leeres Passwort.',
  'failure.reason.shortSalt': 'Der Salt hat weniger als 24 Zeichen.',
};
