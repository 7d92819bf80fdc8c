import type { ssh as english } from '../en/ssh';

export const ssh: Record<keyof typeof english, string> = {
  'ssh.login.agent': 'Agent',
  'ssh.login.key': 'Schlüsseldatei',
  'ssh.login.password': 'Passwort',
  'ssh.login.interactive': 'Jedes Mal fragen',

  'ssh.asks.questions': '{host} stellt eine Frage',
  'ssh.asks.password': '{host} fragt nach einem Passwort',
  'ssh.asks.passphrase': '{host} akzeptiert einen Schlüssel, der eine Passphrase braucht',
  'ssh.jumpAsks.questions': 'Jump-Host {host} stellt eine Frage',
  'ssh.jumpAsks.password': 'Jump-Host {host} fragt nach einem Passwort',
  'ssh.jumpAsks.passphrase': 'Jump-Host {host} akzeptiert einen Schlüssel, der eine Passphrase braucht',
  'ssh.onTheWay': 'Er liegt auf dem Weg zu {wayTo}; dessen Passwort oder Passphrase gehört nicht hierher.',
  'ssh.wrongPassphrase': 'Diese Passphrase öffnet die Datei nicht.',
  'ssh.answer.questions': 'Antwort',
  'ssh.answer.password': 'Passwort von {from}',
  'ssh.answer.passphrase': 'Passphrase für {keyFile}',
  'ssh.answer.numbered': '{label} {n}',
  'ssh.answerNote.questions':
    'Was im Kasten steht, stammt von diesem Server. Ihre Eingabe geht nur an ihn und wird nicht gespeichert.',
  'ssh.answerNote.password': 'Es geht nur an diesen Server und wird nicht gespeichert.',
  'ssh.answerNote.passphrase':
    'Sie öffnet die Schlüsseldatei auf diesem Rechner. Sie geht an keinen Server und wird nicht gespeichert.',
  'ssh.send.questions': 'An {from} senden',
  'ssh.send.password': 'An {from} senden',
  'ssh.send.passphrase': 'Schlüssel öffnen',
  'ssh.send': 'Senden',
  'ssh.doNotAnswer': 'Nicht antworten',

  'ssh.hostKey.label': 'Der Hostschlüssel, den dieser SSH-Server zeigt',
  'ssh.hostKey.title': 'Der Hostschlüssel, den {host} zeigt',
  'ssh.hostKey.host': 'Host',
  'ssh.hostKey.place': '{host}, Port {port}',
  'ssh.hostKey.type': 'Typ',
  'ssh.hostKey.known': 'Bisher bekannt',
  'ssh.hostKey.authority':
    'known_hosts nennt für diesen Host eine Zertifizierungsstelle; sie wird hier nicht verwendet.',
  'ssh.hostKey.withoutPort':
    'Ohne den Port ist {host} mit einem anderen Schlüssel bekannt: {sha256} in {file}, Zeile {line}.',
  'ssh.hostKey.compare':
    'Vergleichen Sie den SHA-256 auf dem Server: <code>{command}</code> (oder die Datei eines anderen Typs).',
  'ssh.hostKey.adds': 'Beim Akzeptieren wird {file} um eine Zeile ergänzt, die auch OpenSSH liest.',
  'ssh.hostKey.addsNothing':
    'Ihre SSH-Konfiguration nennt keine known_hosts-Datei: Der Schlüssel gilt nur, bis Sie diese App beenden.',
  'ssh.hostKey.accept': 'Diesen Hostschlüssel akzeptieren',

  'ssh.configured.place': 'Aus ~/.ssh/config: {host}, Port {port}.',
  'ssh.configured.jumps': 'Über {jumps}.',
  'ssh.configured.key': 'Schlüsseldatei: {file}.',

  'ssh.notFollowed.canonicalizehostname':
    'CanonicalizeHostname wird nicht beachtet: Abschnitte für den vollständigen Namen des Hosts zählen nicht.',
  'ssh.notFollowed.certificatefile': 'Benutzerzertifikate werden nicht verwendet.',
  'ssh.notFollowed.pkcs11provider':
    'Schlüssel auf Smartcards werden nicht verwendet, außer wenn ein Agent sie bereithält.',
  'ssh.notFollowed.gssapiauthentication': 'Kerberos-Tickets werden für die Anmeldung nicht verwendet.',
  'ssh.notFollowed.hostbasedauthentication': 'Anmeldungen mit dem Schlüssel dieses Rechners werden nicht verwendet.',
  'ssh.notFollowed.addressfamily':
    'AddressFamily wird nicht beachtet: Adressen werden in der Reihenfolge verwendet, in der der Resolver sie liefert.',
  'ssh.notFollowed.bindaddress':
    'BindAddress wird nicht beachtet: Die Absenderadresse der Verbindung wählt das System.',
  'ssh.notFollowed.bindinterface':
    'BindInterface wird nicht beachtet: Die Absenderadresse der Verbindung wählt das System.',

  'ssh.config.place': '{file}, Zeile {line}',
  'ssh.config.proxyCommand': 'Sie verlangt, einen Befehl auszuführen (ProxyCommand).',
  'ssh.config.knownHostsCommand': 'Sie verlangt, einen Befehl auszuführen (KnownHostsCommand).',
  'ssh.config.matchExec': 'Sie verlangt, einen Befehl auszuführen (Match exec): {place}. Davon hängt ab: {keywords}.',
  'ssh.config.matchUnknown':
    'Sie verwendet Match {criterion}, was hier nicht unterstützt wird: {place}. Davon hängt ab: {keywords}.',
  'ssh.config.variable': 'Sie verwendet {variable}, und diese Variable ist für diese App nicht gesetzt: {place}.',
  'ssh.config.user': 'Sie verwendet ~{user}, und ein Benutzer dieses Namens ist hier nicht bekannt: {place}.',
  'ssh.config.token': 'Sie verwendet {token}, was hier nicht unterstützt wird: {place}.',
  'ssh.config.jumpToken': 'ProxyJump verwendet {token}, was hier nicht unterstützt wird: {place}.',
  'ssh.config.jumpForm': 'ProxyJump hat nicht die Form user@host:port.',
  'ssh.config.jumpCircle': 'ProxyJump führt im Kreis.',
  'ssh.config.jumpTooLong': 'ProxyJump hat mehr als {n, plural, one {# Host} other {# Hosts}}.',
  'ssh.config.noHostName': 'Für diesen Namen steht dort kein HostName, und er selbst ist kein Hostname. {problem}',
  'ssh.config.port': 'Port ist dort keine Portnummer.',
  'ssh.config.quote': 'Anführungszeichen nicht geschlossen: {place}.',
  'ssh.config.match': 'Die Match-Zeile ist unvollständig: {place}.',
  'ssh.config.nested': 'Include-Dateien sind zu tief verschachtelt: {file}.',
  'ssh.config.tooLarge': '{file} ist zu groß.',
  'ssh.origin.jump': 'ein ProxyJump aus ~/.ssh/config',
  'ssh.origin.alias': '{alias} in ~/.ssh/config',
  'ssh.origin.jumpAlias': 'ein ProxyJump aus ~/.ssh/config, {alias} in ~/.ssh/config',

  'ssh.knownHosts.missing': 'Die Datei existiert nicht.',
  'ssh.knownHosts.revocationList': 'Die Datei ist eine Schlüssel-Sperrliste (KRL), die diese App nicht lesen kann.',
  'ssh.knownHosts.line': 'Zeile {line} ist kein öffentlicher Schlüssel.',
  'ssh.knownHosts.notFile': 'Das ist keine Datei.',
  'ssh.knownHosts.tooLarge': 'Die Datei ist größer als 16 MB.',

  'ssh.key.securityKey':
    'Der Schlüssel braucht einen Security-Key (FIDO), was hier nicht unterstützt wird. Verwenden Sie einen Schlüssel ohne oder melden Sie sich mit Passwort an.',
  'ssh.key.dsa': 'Es ist ein DSA-Schlüssel, den Server seit OpenSSH 7 ablehnen. Erzeugen Sie einen neuen: {command}.',
  'ssh.key.type':
    'Es ist ein Schlüssel eines Typs, der hier nicht unterstützt wird. Erzeugen Sie einen neuen: {command}.',
  'ssh.key.kind':
    'Weder SSH-Server noch diese App verwenden Schlüssel dieser Art ({kind}). Erzeugen Sie einen neuen: {command}.',
  'ssh.key.cipher':
    'Der Schlüssel ist mit {cipher} verschlüsselt, was hier nicht unterstützt wird. Verschlüsseln Sie ihn neu: {command}.',
  'ssh.key.encryption':
    'Der Schlüssel ist auf eine Weise verschlüsselt, die hier nicht unterstützt wird. Verschlüsseln Sie ihn neu: {command}.',
  'ssh.key.cut': 'Die Datei ist beschädigt: Ein Teil fehlt.',
  'ssh.key.damaged': 'Die Datei ist beschädigt.',
  'ssh.key.unreadable': 'Die Datei ist beschädigt oder kein privater Schlüssel in einem bekannten Format.',
  'ssh.key.format': 'Es ist kein privater Schlüssel in einem bekannten Format.',
  'ssh.key.tooLarge': 'Die Datei ist zu groß für einen Schlüssel.',
  'ssh.key.puttyPassphrase':
    'Es ist ein PuTTY-Schlüssel der Version 3 mit Passphrase, was hier nicht unterstützt wird. In PuTTYgen: Conversions, Export OpenSSH key.',
  'ssh.key.puttyVersion':
    'Es ist ein PuTTY-Schlüssel der Version {version}. In PuTTYgen: Conversions, Export OpenSSH key.',
  'ssh.key.puttyEncryption':
    'Es ist ein PuTTY-Schlüssel mit einer Verschlüsselung, die hier nicht unterstützt wird. In PuTTYgen: Conversions, Export OpenSSH key.',
  'ssh.key.rounds':
    'Der Schlüssel ließ sich nicht binnen {seconds, plural, one {# Sekunde} other {# Sekunden}} öffnen: Er verwendet zu viele Runden. Verschlüsseln Sie ihn mit weniger Runden neu: {command}.',
  'ssh.key.publicOnly': 'Es ist ein öffentlicher Schlüssel. Gebraucht wird der private.',
  'ssh.key.publicNoAgent':
    'Es ist ein öffentlicher Schlüssel. Es gibt keinen SSH-Agent, der damit signieren könnte: {reason}',
  'ssh.key.publicNotInAgent':
    'Es ist ein öffentlicher Schlüssel. Der SSH-Agent hat den zugehörigen privaten Schlüssel nicht.',
  'ssh.key.noneChosen': 'Es ist keine Schlüsseldatei gewählt, und ~/.ssh/config nennt keine für diesen Host.',
  'ssh.key.storedPassphrase': 'Die gespeicherte Passphrase öffnet sie nicht.',
  'ssh.key.locked':
    'Sie ist verschlüsselt, hier ist keine Passphrase dafür gespeichert, und niemand hat sie eingegeben.',
  'ssh.file.missing': 'Eine solche Datei gibt es nicht.',
  'ssh.file.denied': 'Sie haben kein Leserecht.',
  'ssh.file.folder': 'Das ist ein Ordner.',

  'ssh.method.none': 'keine Anmeldung nötig',
  'ssh.method.password': 'Passwort',
  'ssh.method.questions': 'Antworten auf seine Fragen',
  'ssh.method.agent': 'Agent mit {n, plural, one {# Schlüssel} other {# Schlüsseln}}',
  'ssh.method.agentNone': 'Agent ohne einen der Schlüssel, die IdentityFile nennt',
  'ssh.method.noAgent': 'kein Agent',
  'ssh.method.key': 'Schlüssel {file}',
  'ssh.method.keyInAgent': 'Schlüssel {file} im Agent',
  'ssh.method.keyNot': 'Schlüssel {file} ({why})',
  'ssh.method.nothing':
    'nichts, was der Server akzeptiert ({login, select, agent {Agent} key {Schlüssel} password {Passwort} interactive {Fragen} other {Agent, Schlüssel, Passwort}})',
  'ssh.method.notSaid': 'keine Angabe',
  'ssh.hop.jump': '{hop} (Jump-Host)',
  'ssh.unanswered.watched': 'Die Frage wurde abgelehnt, oder die Zeit lief ab.',
  'ssh.unanswered.background': 'Prüfungen im Hintergrund stellen keine Fragen.',
  'ssh.files.ended': 'Sein Programm endete sofort, mit dem Exit-Status {status}.',
  'ssh.files.notSftp': 'Das Programm, das an seiner Stelle läuft, spricht kein SFTP.',
  'ssh.sudo.noReason': 'sudo nannte keinen Grund.',
  'ssh.sudo.noCommands':
    'Der Server führt für diesen Benutzer keine Befehle aus, oder er führt stattdessen andere aus.',
};
