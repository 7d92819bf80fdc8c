import type { failuresApp as english } from '../en/failures-app';

export const failuresApp: Record<keyof typeof english, string> = {
  'failure.inShort': '{sentences}',
  'failure.input.invalid.what': 'Einige Werte sind nicht zulässig.',
  'failure.input.invalid.todo': 'Prüfen Sie die markierten Felder.',
  'failure.work.cancelled.what': 'Abgebrochen.',
  'failure.work.cancelled.why': '{meanwhile}',
  'failure.server.unknown.what': 'Dieser Server ist nicht mehr in der Liste.',
  'failure.server.readOnly.what': 'Dieser Server ist in dieser Konsole schreibgeschützt.',
  'failure.server.readOnly.todo': 'Wählen Sie in seiner Kopfzeile „Schreiben erlauben“.',
  'failure.app.locked.what': 'Die Konsole ist gesperrt.',
  'failure.app.locked.todo': 'Entsperren Sie sie und versuchen Sie es erneut.',
  'failure.place.notAllowed.what':
    'Es wurde nichts gesendet: Sie haben dieser Konsole die Verbindung mit {place} nicht erlaubt.',
  'failure.place.notAllowed.todo': 'Wenn das Ziel stimmt, versuchen Sie es erneut und wählen Sie „Verbinden“.',
  'failure.place.tooMany.what':
    'An {place} wurde nichts gesendet, und Sie wurden nicht gefragt: Innerhalb einer Minute wurden zu viele Ziele abgelehnt.',
  'failure.place.tooMany.why': 'Möglicherweise probiert etwas ein Ziel nach dem anderen aus.',
  'failure.place.tooMany.todo': 'Warten Sie eine Minute und versuchen Sie es erneut.',
  'failure.write.notConfirmed.what': 'Sie haben nicht bestätigt, deshalb wurde nichts geschrieben.',
  'failure.write.changed.what': 'Inzwischen hat sich etwas geändert, deshalb wurde nichts getan.',
  'failure.write.changed.todo': 'Sehen Sie es sich an und wiederholen Sie dann die Aktion.',
  'failure.dialog.open.what':
    'Es wurde nichts getan: Eine andere Rückfrage oder ein Dateidialog dieser Konsole ist noch offen.',
  'failure.dialog.open.todo': 'Beantworten oder schließen Sie diesen Dialog und versuchen Sie es erneut.',
  'failure.confirm.tooMany.what':
    'Es wurde nichts getan, und Sie wurden nicht gefragt: Sie haben innerhalb einer Minute zu viele Rückfragen verneint.',
  'failure.confirm.tooMany.why': 'Möglicherweise stellt etwas eine Rückfrage nach der anderen.',
  'failure.confirm.tooMany.todo': 'Warten Sie eine Minute und versuchen Sie es erneut.',
  'failure.mail.notAllowed.what':
    'Es wurde nichts gesendet: Sie haben dieser Konsole nicht erlaubt, E-Mails an {to} zu senden.',
  'failure.mail.notAllowed.todo': 'Wenn die Adresse stimmt, versuchen Sie es erneut und bestätigen Sie den Empfänger.',
  'failure.mail.tooMany.what':
    'Diese E-Mail wurde nicht gesendet: Diese Konsole sendet höchstens {limit} E-Mails pro Minute.',
  'failure.mail.tooMany.why':
    'So viele wurden in der letzten Minute gestartet, von Ihnen oder von etwas, das an Ihrer Stelle handelt.',
  'failure.mail.tooMany.todo': 'Warten Sie {seconds} s und versuchen Sie es erneut.',
  'failure.mail.tooManyProbes.what':
    'Der Mailserver wurde nicht getestet: Diese Konsole versucht höchstens {limit} Anmeldungen und Empfänger pro Minute.',
  'failure.mail.tooManyProbes.why':
    'So viele wurden in der letzten Minute versucht, von Ihnen oder von etwas, das an Ihrer Stelle handelt.',
  'failure.mail.tooManyProbes.todo':
    'Warten Sie {seconds} s und versuchen Sie es erneut. Oder wählen Sie „Verbinden“, das nicht mitzählt.',
  'failure.folder.inUse.what': 'Der Ordner {folder} wird von einem anderen Prozess verwendet: {holder}.',
  'failure.folder.holder':
    '{kind, select, app {Gluu Console} commandLine {gluu-console auf der Kommandozeile} other {unbekanntes Programm}}{known, select, yes { (Prozess {pid})} other {}}{dated, select, yes { seit {since}} other {}}',
  'failure.folder.inUse.why': 'Nur ein Prozess auf einmal darf die Serverliste und den Verlauf schreiben.',
  'failure.folder.inUse.todo': 'Beenden Sie zuerst diesen Prozess und versuchen Sie es erneut.',
  'failure.folder.unusable.what': 'Der Ordner {folder} kann nicht verwendet werden.',
  'failure.folder.unusable.why':
    'Er ist vielleicht nicht beschreibbar, oder es lässt sich dort kein lokaler Socket anlegen.',
  'failure.folder.unusable.todo':
    'Machen Sie ihn beschreibbar, oder starten Sie mit einem anderen Ordner (--user-data-dir).',
  'failure.file.unwritable.what':
    'Die Datei {file} konnte nicht geschrieben werden. Ihr bisheriger Inhalt ist unversehrt.',
  'failure.file.unwritable.why': 'Vielleicht ist der Datenträger voll oder der Ordner nicht beschreibbar.',
  'failure.file.unwritable.todo':
    'Schaffen Sie Platz oder korrigieren Sie die Berechtigungen und versuchen Sie es erneut.',
  'failure.file.newer.what': 'Die Datei {file} wurde von einer neueren Version dieser App geschrieben.',
  'failure.file.newer.why': 'Würde diese Version hineinschreiben, gingen Daten verloren, die nur die neuere kennt.',
  'failure.file.newer.todo': 'Aktualisieren Sie die App.',
  'failure.keychain.locked.what': 'Der Schlüsselbund dieses Rechners ist gesperrt.',
  'failure.keychain.locked.why': 'Das Geheimnis ist da, aber das System gibt es nicht heraus.',
  'failure.keychain.locked.todo': 'Entsperren Sie den Schlüsselbund und versuchen Sie es erneut.',
  'failure.keychain.waiting.what': 'Der Schlüsselbund hat nach seinem Passwort gefragt, und niemand hat geantwortet.',
  'failure.keychain.waiting.todo':
    'Suchen Sie die Abfrage des Systems, beantworten Sie sie und versuchen Sie es erneut.',
  'failure.keychain.failed.what': 'Im Schlüsselbund dieses Rechners trat ein Fehler auf.',
  'failure.keychain.failed.todo': 'Versuchen Sie es erneut. Die Meldung des Systems steht unten.',
  'failure.secret.missing.what': 'Es ist kein Passwort gespeichert.',
  'failure.secret.missing.why':
    'Es wurde nie eingegeben, oder der Schlüsselbund wurde ersetzt. Ohne Schlüsselbund geht es verloren, sobald die Konsole geschlossen oder gesperrt wird.',
  'failure.secret.missing.todo': 'Bearbeiten Sie den Server und geben Sie es ein.',
  'failure.secret.bound.what':
    'Das gespeicherte Geheimnis wurde für ein anderes Ziel eingegeben und deshalb nicht verwendet.',
  'failure.secret.bound.why':
    'Host, Port, Verschlüsselung, Benutzer oder Route haben sich seitdem geändert, im Serverprofil oder in ~/.ssh/config, oder eine frühere Version hat nur den Alias gespeichert. Ein Geheimnis wird nur an das Ziel gesendet, für das es eingegeben wurde.',
  'failure.secret.bound.todo': 'Geben Sie es für dieses Ziel neu ein.',
  'failure.secret.unusable.what': 'Das gespeicherte Geheimnis ist nicht verwendbar.',
  'failure.secret.unusable.why': '{why}',
  'failure.secret.unusable.todo': 'Geben Sie es neu ein.',
  'failure.internal.what': 'In dieser App ist ein Fehler aufgetreten. Details stehen im Log.',
  'failure.internal.todo': 'Versuchen Sie es erneut. Tritt der Fehler wieder auf, melden Sie ihn.',
  'failure.reason.noSuchCall': 'Diesen Aufruf gibt es nicht.',
  'failure.reason.callNotTaken': 'Dieser Aufruf wird nicht akzeptiert.',
  'failure.reason.demoServer': 'Er gehört zur Demo-Umgebung.',
  'failure.reason.serverTwice': 'Ein Server ist doppelt aufgeführt.',
  'failure.reason.wrongChoice': 'Diese Auswahl ist für diese Zeile nicht möglich.',
  'failure.reason.noSecretsInFile': 'Diese Datei enthält keine Geheimnisse.',
  'failure.reason.certificateNotShown': 'Seit dem Start der App hat kein Server dieses Zertifikat vorgelegt.',
  'failure.reason.tooLarge': 'Das wäre größer als 8 MB.',
  'failure.reason.partWritten': 'Nur {written, number} von {wanted, number} Bytes wurden geschrieben.',
  'failure.reason.endChanged': 'Ein anderes Programm hat das Ende der Datei geändert.',
  'failure.reason.symbolicLink': '{file} ist ein symbolischer Link.',
  'failure.reason.folder': '{file} ist ein Ordner.',
  'failure.reason.notRegular': '{file} ist keine reguläre Datei.',
  'failure.reason.keychainEnded': 'Der Prozess des Schlüsselbunds wurde beendet.',
  'failure.reason.keychainClosed': 'Der Schlüsselbund wurde geschlossen.',
  'failure.reason.secretEmpty': 'Es ist leer.',
  'failure.reason.secretSurrogate': 'Es enthält ein halbes Zeichen (ein einzelnes Surrogat).',
  'failure.reason.secretTooLong':
    'Es ist zu lang zum Speichern ({max, plural, one {höchstens # Byte} other {höchstens # Byte}}).',
  'failure.reason.secretForeign': 'Der Eintrag im Schlüsselbund stammt nicht von dieser App.',
  'failure.reason.secretDamaged': 'Der Eintrag im Schlüsselbund ist beschädigt.',
  'failure.reason.secretFor': 'Eingegeben für: {typedFor}. Jetzt: {now}.',
  'failure.reason.secretPlace':
    '{where, select, via {{place} ({mode}) als {user} über {via}} other {{place} ({mode}) als {user}}}',
};
