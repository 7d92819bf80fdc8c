import type { failuresSsh as english } from '../en/failures-ssh';

export const failuresSsh: Record<keyof typeof english, string> = {
  'failure.ssh.noConfig.what': 'Die SSH-Konfiguration dieses Rechners kann für {host} nicht verwendet werden.',
  'failure.ssh.noConfig.why': '{why}',
  'failure.ssh.noConfig.todo':
    'Ändern Sie ~/.ssh/config an dieser Stelle. Liegt es an einem Match-Abschnitt, setzen Sie einen Host-Abschnitt mit diesen Werten davor.',
  'failure.ssh.refused.what':
    'Verbindung abgelehnt: Auf {port, select, none {diesem Port} other {Port {port}}} lauscht kein SSH-Server.',
  'failure.ssh.refused.why': 'SSH verwendet dort einen anderen Port, oder sshd läuft nicht.',
  'failure.ssh.refused.todo': 'Prüfen Sie den SSH-Port; meist ist es 22.',
  'failure.ssh.hostKeyUnknown.what': 'Der SSH-Host {host} ist auf diesem Rechner nicht bekannt.',
  'failure.ssh.hostKeyUnknown.why':
    'Sein Hostschlüssel steht nicht in known_hosts. Die erste Verbindung ist der Zeitpunkt, ihn zu vergleichen.',
  'failure.ssh.hostKeyUnknown.todo':
    'Vergleichen Sie den Fingerabdruck mit dem, den Ihnen der Administrator des Servers nennt, und akzeptieren Sie ihn dann.',
  'failure.ssh.hostKeyChanged.what': 'Der SSH-Hostschlüssel von {host} hat sich geändert. Es wurde nichts gesendet.',
  'failure.ssh.hostKeyChanged.why':
    'Der Server wurde neu installiert, oder jemand fängt die Verbindung ab. In known_hosts steht ein anderer Schlüssel: {file}, Zeile {line}.',
  'failure.ssh.hostKeyChanged.todo':
    'Fragen Sie den Administrator des Servers nach dem neuen Fingerabdruck. Nur wenn er stimmt, entfernen Sie die alte Zeile aus known_hosts und verbinden sich erneut.',
  'failure.ssh.hostKeyRevoked.what':
    'Der SSH-Hostschlüssel von {host} ist als widerrufen markiert. Es wurde nichts gesendet.',
  'failure.ssh.hostKeyRevoked.why':
    'Das steht in der Datei {file}, Zeile {line}. Ein Schlüssel wird widerrufen, wenn andere ihn haben könnten: Das hier kann eine andere Maschine sein.',
  'failure.ssh.hostKeyRevoked.todo':
    'Fragen Sie den Administrator des Servers. Der Server braucht einen neuen Schlüssel; entfernen Sie die Zeile nicht, um das zu umgehen.',
  'failure.ssh.knownHostsUnreadable.what': 'Der Hostschlüssel kann nicht geprüft werden: {file} ist nicht lesbar.',
  'failure.ssh.knownHostsUnreadable.why': '{why}',
  'failure.ssh.knownHostsUnreadable.todo':
    'Machen Sie diese Datei lesbar, oder geben Sie in ~/.ssh/config eine andere an. Ohne sie sähe ein geänderter Hostschlüssel wie ein neuer aus.',
  'failure.ssh.noAgreement.what': 'Der SSH-Server und diese App haben keinen gemeinsamen Verschlüsselungsalgorithmus.',
  'failure.ssh.noAgreement.why': 'Der SSH-Server ist sehr alt oder sehr streng eingestellt.',
  'failure.ssh.noAgreement.todo':
    'Die Meldung des Servers steht unten: Lassen Sie auf dem Server einen dieser Algorithmen zu.',
  'failure.ssh.notSsh.what': 'Der Dienst auf diesem Port ist kein SSH-Server.',
  'failure.ssh.notSsh.why': 'Der Port gehört zu einem anderen Dienst.',
  'failure.ssh.notSsh.todo': 'Berichtigen Sie den SSH-Port; meist ist es 22.',
  'failure.ssh.hungUp.what':
    'Der Dienst auf diesem Port hat die Verbindung geschlossen, ohne etwas zu senden. Ein SSH-Server hätte sich vorgestellt.',
  'failure.ssh.hungUp.why':
    'Der Port gehört zu einem anderen Dienst, oder sshd weist diesen Rechner ab: zu viele Verbindungen oder eine Regel für Adressen.',
  'failure.ssh.hungUp.todo': 'Prüfen Sie den SSH-Port; meist ist es 22. Stimmt er, sehen Sie im Log von sshd nach.',
  'failure.ssh.login.what': 'Der SSH-Server hat die Anmeldung von {user} abgelehnt.',
  'failure.ssh.login.why': 'Versucht: {tried}. Der Server akzeptiert: {methods}.',
  'failure.ssh.login.todo':
    'Prüfen Sie Benutzer, Schlüssel und Passwort. Ein Schlüssel muss auf dem Server in ~/.ssh/authorized_keys von {user} stehen.',
  'failure.ssh.passwordMustChange.what': 'Der SSH-Server verlangt von {user} zuerst ein neues Passwort.',
  'failure.ssh.passwordMustChange.why': 'Das Passwort ist abgelaufen, oder ein Administrator hat es zurückgesetzt.',
  'failure.ssh.passwordMustChange.todo':
    'Melden Sie sich einmal in einem Terminal mit ssh an und wählen Sie dort ein neues Passwort. Geben Sie das neue dann hier ein.',
  'failure.ssh.certificateUnused.what':
    'Der SSH-Server hat den Schlüssel von {user} abgelehnt. Das Zertifikat zu diesem Schlüssel wurde nicht verwendet.',
  'failure.ssh.certificateUnused.why':
    'Versucht: {tried}. Der Server akzeptiert: {methods}. Diese App meldet sich nur mit Schlüsseln an und verwendet das Zertifikat {certificate} nicht.',
  'failure.ssh.certificateUnused.todo':
    'Vertraut der Server nur Zertifikaten, lassen Sie den Schlüssel selbst in ~/.ssh/authorized_keys von {user} eintragen, oder melden Sie sich mit einem Passwort an.',
  'failure.ssh.tooManyTries.what': 'Der SSH-Server hat die Anmeldung von {user} nach zu vielen Versuchen beendet.',
  'failure.ssh.tooManyTries.why':
    'Versucht: {tried}. Jeder Schlüssel zählt als Versuch, und die meisten Server erlauben sechs (MaxAuthTries).',
  'failure.ssh.tooManyTries.todo':
    'Wählen Sie unter „Schlüsseldatei“ den richtigen Schlüssel oder, wenn der Agent ihn hat, seine öffentliche Hälfte (.pub). Oder nennen Sie ihn in ~/.ssh/config: IdentityFile und IdentitiesOnly yes.',
  'failure.ssh.noAgent.what': 'Es ist kein SSH-Agent verfügbar.',
  'failure.ssh.noAgent.why': 'SSH_AUTH_SOCK ist nicht gesetzt, oder dort antwortet nichts.',
  'failure.ssh.noAgent.todo':
    'Starten Sie den Agent und fügen Sie mit ssh-add einen Schlüssel hinzu, oder wählen Sie eine Schlüsseldatei.',
  'failure.ssh.keyUnreadable.what': 'Die Schlüsseldatei {file} kann nicht verwendet werden.',
  'failure.ssh.keyUnreadable.why': '{why}',
  'failure.ssh.keyUnreadable.todo': 'Wählen Sie die Datei des privaten Schlüssels selbst, im Format OpenSSH oder PEM.',
  'failure.ssh.keyNotChosen.what': 'Diese Schlüsseldatei wurde nicht in dieser App ausgewählt.',
  'failure.ssh.keyNotChosen.why':
    'Diese App verwendet eine Schlüsseldatei nur, wenn sie in ihrem eigenen Dateidialog ausgewählt wurde oder in ~/.ssh/config steht.',
  'failure.ssh.keyNotChosen.todo': 'Wählen Sie sie mit „Schlüsseldatei auswählen“ aus.',
  'failure.ssh.passphrase.what': 'Die Schlüsseldatei {file} braucht ihre Passphrase.',
  'failure.ssh.passphrase.why': '{why}',
  'failure.ssh.passphrase.todo':
    'Verbinden Sie sich erneut und geben Sie sie auf Nachfrage ein, oder bearbeiten Sie den Server und speichern Sie sie dort.',
  'failure.ssh.answerMissing.what': 'Bei der SSH-Anmeldung hat {hop} eine Frage gestellt, und niemand hat geantwortet.',
  'failure.ssh.answerMissing.why': '{why}',
  'failure.ssh.answerMissing.todo': 'Verbinden Sie sich erneut und beantworten Sie die Frage.',
  'failure.ssh.forwardingRefused.what': 'SSH funktioniert, aber der Server lehnt die Weiterleitung zu {target} ab.',
  'failure.ssh.forwardingRefused.why': 'Seine sshd_config verbietet sie oder erlaubt sie nur zu anderen Zielen.',
  'failure.ssh.forwardingRefused.todo':
    'Setzen Sie auf dem Server AllowTcpForwarding yes. Wird PermitOpen verwendet, nehmen Sie dieses Ziel darin auf.',
  'failure.ssh.targetRefused.what': 'SSH funktioniert, aber der Server kann sich nicht mit {target} verbinden.',
  'failure.ssh.targetRefused.why':
    'Vielleicht läuft der Dienst nicht, oder er lauscht woanders: in einem chroot oder Container oder auf einem anderen Port.',
  'failure.ssh.targetRefused.todo':
    'Prüfen Sie auf dem Server, ob der Dienst läuft und auf welcher Adresse er lauscht.',
  'failure.ssh.tooManyChannels.what': 'Der SSH-Server erlaubt keine weiteren Verbindungen innerhalb dieser einen.',
  'failure.ssh.tooManyChannels.why': 'MaxSessions oder ein anderes Limit des Servers ist erreicht.',
  'failure.ssh.tooManyChannels.todo': 'Warten Sie, bis die laufende Arbeit beendet ist, und versuchen Sie es erneut.',
  'failure.ssh.dropped.what': 'Die SSH-Verbindung mit {host} ist abgebrochen.',
  'failure.ssh.dropped.why': 'Die Ursache kann das Netz, ein Neustart oder ein Zeitlimit des Servers sein.',
  'failure.ssh.dropped.todo': 'Versuchen Sie es erneut; es wird eine neue Verbindung aufgebaut.',
  'failure.ssh.noFiles.what': 'Der SSH-Server gibt keinen Zugriff auf Dateien.',
  'failure.ssh.noFiles.why': 'SFTP gehört nicht zu seinen Subsystemen.',
  'failure.ssh.noFiles.todo':
    'Tragen Sie auf dem Server Subsystem sftp in sshd_config ein. Oder fügen Sie den Inhalt der Dateien hier ein.',
  'failure.ssh.filesWithText.what':
    'Der SSH-Server schreibt Text in die Dateiverbindung (SFTP), die dadurch nicht funktioniert.',
  'failure.ssh.filesWithText.why':
    'Meist stammt der Text von einem Anmeldeskript wie .bashrc, oder er besagt, dass sich das Konto nicht anmelden darf. Er steht unten.',
  'failure.ssh.filesWithText.todo':
    'Lassen Sie das Skript auf dem Server nur in interaktiven Shells etwas ausgeben, oder setzen Sie Subsystem sftp auf internal-sftp. Oder fügen Sie den Inhalt der Dateien hier ein.',
  'failure.ssh.filesFailed.what': 'Der SSH-Server bietet Dateien an (SFTP), aber SFTP startet nicht.',
  'failure.ssh.filesFailed.why': '{why}',
  'failure.ssh.filesFailed.todo':
    'Prüfen Sie auf dem Server die Zeile Subsystem sftp in sshd_config. Oder fügen Sie den Inhalt der Dateien hier ein.',
  'failure.ssh.fileMissing.what': 'Auf dem Server gibt es keine Datei {file}.',
  'failure.ssh.fileDenied.what': 'Der Benutzer {user} darf {file} auf dem Server nicht lesen.',
  'failure.ssh.fileDenied.why': 'Das Setup von Gluu lässt nur root und den Benutzer des Dienstes die Datei lesen.',
  'failure.ssh.fileDenied.todo':
    'Lassen Sie sudo sie lesen, melden Sie sich als ein Benutzer an, der das darf, oder fügen Sie den Inhalt der Datei ein.',
  'failure.ssh.fileTooLarge.what': 'Die Datei {file} ist größer, als diese App erwartet, und wurde nicht gelesen.',
  'failure.ssh.sudo.what': 'Auf dem Server hat sudo {user} nicht erlaubt, {file} zu lesen.',
  'failure.ssh.sudo.why': '{why}',
  'failure.ssh.sudo.todo':
    'Geben Sie das Passwort für sudo ein, erlauben Sie den Befehl in sudoers, oder fügen Sie den Inhalt der Datei ein.',
  'failure.reason.loginUnfinished': 'Die Anmeldung wurde nicht rechtzeitig fertig.',
  'failure.reason.channelsInUse': 'Alle Verbindungen innerhalb dieser einen sind belegt.',
  'failure.reason.silent': 'Es kam nicht rechtzeitig etwas an.',
  'failure.reason.getent': 'Auf {via} kennt getent den Namen nicht.',
  'failure.reason.noAgentNamed': 'SSH_AUTH_SOCK ist nicht gesetzt, oder IdentityAgent steht auf none.',
  'failure.reason.packetSize':
    '{n, plural, one {Der Server nimmt jeweils nur # Byte an.} other {Der Server nimmt jeweils nur # Byte an.}}',
  'failure.reason.exchanges': 'Der Server tauscht immer wieder Schlüssel aus.',
  'failure.reason.unread': 'Der Server stellt Anfragen und liest keine Antworten.',
  'failure.reason.tooMuchData': 'Der Server sendet mehr, als er darf.',
};
