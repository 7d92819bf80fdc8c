import type { failuresMail as english } from '../en/failures-mail';

export const failuresMail: Record<keyof typeof english, string> = {
  'failure.smtp.passwordUnreadable.what':
    'Das gespeicherte SMTP-Passwort lässt sich mit dem Salt dieses Servers nicht entschlüsseln.',
  'failure.smtp.passwordUnreadable.why':
    'Es wurde mit einem anderen Salt verschlüsselt oder ist beschädigt. Der hier gespeicherte Salt gehört nachweislich zu diesem Server.',
  'failure.smtp.passwordUnreadable.todo':
    'Wählen Sie „Ersetzen“, geben Sie das SMTP-Passwort ein und klicken Sie auf „Update“.',
  'failure.smtp.passwordDamaged.what':
    'Das gespeicherte SMTP-Passwort ergibt entschlüsselt einen beschädigten Text: Seine Bytes sind kein UTF-8.',
  'failure.smtp.passwordDamaged.why':
    'Es wurde von anderer Software in einer anderen Kodierung gespeichert. Gluu bis 4.2.2 sendet die Bytes unverändert; spätere Versionen senden U+FFFD anstelle derer, die kein gültiges UTF-8 sind.',
  'failure.smtp.passwordDamaged.todo':
    'Wählen Sie „Ersetzen“, geben Sie das SMTP-Passwort ein und klicken Sie auf „Update“.',
  'failure.smtp.passwordUnopened.what':
    'Das gespeicherte SMTP-Passwort lässt sich mit dem hier gespeicherten Salt nicht entschlüsseln.',
  'failure.smtp.passwordUnopened.why':
    'Es lässt sich nicht nachweisen, dass dieser Salt zu diesem Server gehört. {why} Falsch sein kann also das Passwort oder der Salt.',
  'failure.smtp.passwordUnopened.todo':
    'Vergleichen Sie zuerst den Salt mit /etc/gluu/conf/salt auf diesem Server. Ersetzen Sie das Passwort nur, wenn beide übereinstimmen.',
  'failure.smtp.clearText.what':
    'Das Passwort von {user} würde unverschlüsselt gesendet. Die Konsole hat vor dem Verbinden abgebrochen.',
  'failure.smtp.clearText.why':
    '„Requires SSL“ ist aus. Der Gluu Server selbst würde das Passwort unverschlüsselt senden.',
  'failure.smtp.clearText.todo':
    'Schalten Sie „Requires SSL“ ein. Oder versuchen Sie es erneut und erlauben Sie es auf Nachfrage.',
  'failure.smtp.failed.what': '{title}.',
  'failure.smtp.failed.why': '{explanation}',
  'failure.smtp.failed.todo': '{remedy}',
  'failure.mailbox.none.what': 'Hier ist kein Postfach eingerichtet.',
  'failure.mailbox.none.todo': 'Geben Sie zuerst IMAP-Server, Benutzer und Passwort ein.',
  'failure.imap.clearText.what':
    'Das Passwort von {user} würde unverschlüsselt an das Postfach gesendet. Die Konsole hat vor dem Verbinden abgebrochen.',
  'failure.imap.clearText.todo':
    'Wählen Sie TLS oder STARTTLS. Oder versuchen Sie es erneut und erlauben Sie es auf Nachfrage.',
  'failure.imap.silent.what': 'Die Verbindung steht, aber der Server hat keine IMAP-Begrüßung gesendet.',
  'failure.imap.silent.why': 'Er ist kein IMAP-Server, oder er ist überlastet.',
  'failure.imap.silent.todo': 'Prüfen Sie Host und Port, oder versuchen Sie es später erneut.',
  'failure.imap.notImap.what':
    'Der Dienst auf {port, select, none {diesem Port} other {Port {port}}} spricht kein korrektes IMAP.',
  'failure.imap.notImap.todo': 'Prüfen Sie Host und Port.',
  'failure.imap.unavailable.what': 'Der Postfachserver hat die Verbindung abgewiesen.',
  'failure.imap.unavailable.why': 'Zu viele Verbindungen, eine Sperrliste oder Wartungsarbeiten.',
  'failure.imap.unavailable.todo':
    'Warten Sie einige Minuten und versuchen Sie es erneut. Die Meldung des Servers steht unten.',
  'failure.imap.startTlsMissing.what':
    'Der Postfachserver beginnt auf {port, select, none {diesem Port} other {Port {port}}} kein TLS. Das Passwort wurde nicht gesendet.',
  'failure.imap.startTlsMissing.why': 'Er bietet hier kein STARTTLS an, oder etwas auf dem Weg entfernt es.',
  'failure.imap.startTlsMissing.todo': 'Verwenden Sie Port 993 mit TLS von Anfang an.',
  'failure.imap.injection.what':
    'Auf die Antwort zu STARTTLS folgten unverschlüsselte Bytes. Die Verbindung wurde geschlossen, und das Passwort wurde nicht gesendet.',
  'failure.imap.injection.why':
    'Möglicherweise manipuliert jemand zwischen diesem Arbeitsplatz und dem Postfachserver die Verbindung.',
  'failure.imap.injection.todo':
    'Verwenden Sie Port 993 mit TLS von Anfang an, und informieren Sie den Administrator Ihres Netzes.',
  'failure.imap.loginDisabled.what':
    'Der Postfachserver akzeptiert auf dieser Verbindung keine Anmeldung mit Benutzername und Passwort. Das Passwort wurde nicht gesendet.',
  'failure.imap.loginDisabled.why': 'Er verlangt zuerst Verschlüsselung oder eine andere Art der Anmeldung.',
  'failure.imap.loginDisabled.todo':
    'Wählen Sie TLS oder STARTTLS. Ein Anbieter, der nur seine eigene Anmeldeseite zulässt, bietet vielleicht App-Passwörter an.',
  'failure.imap.credentials.what': 'Der Postfachserver akzeptiert diesen Benutzernamen mit diesem Passwort nicht.',
  'failure.imap.credentials.why':
    'Vielleicht muss der Benutzername die vollständige Adresse sein, IMAP ist für das Konto ausgeschaltet, oder der Anbieter verlangt ein App-Passwort.',
  'failure.imap.credentials.todo': 'Prüfen Sie beides und versuchen Sie es erneut.',
  'failure.imap.loginRefused.what': 'Der Postfachserver hat die Anmeldung vorläufig abgelehnt.',
  'failure.imap.loginRefused.todo': 'Die Meldung des Servers steht unten.',
  'failure.imap.refused.what': 'Der Postfachserver hat eine Anfrage abgelehnt.',
  'failure.imap.refused.todo': 'Die Meldung des Servers steht unten.',
  'failure.imap.noReply.what': 'Der Postfachserver hat nicht rechtzeitig geantwortet.',
  'failure.imap.noReply.why': 'Er ist überlastet oder hängt.',
  'failure.imap.noReply.todo': 'Versuchen Sie es erneut.',
  'failure.imap.tooMuch.what':
    'Der Postfachserver hat mehr gesendet, als die Header einer Nachricht brauchen. Die Verbindung wurde geschlossen.',
  'failure.imap.tooMuch.todo': 'Prüfen Sie, ob es der richtige Server ist.',
};
