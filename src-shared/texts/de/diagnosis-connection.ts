import type { diagnosisConnection as english } from '../en/diagnosis-connection';

export const diagnosisConnection: Record<keyof typeof english, string> = {
  'diagnosis.S01.title': 'Hostname nicht gefunden',
  'diagnosis.S01.explanation': '{host} gibt es im DNS nicht, von diesem Arbeitsplatz aus gesehen.',
  'diagnosis.S01.remedy':
    'Prüfen Sie die Schreibweise. Wenn es ein interner Name ist, testen Sie vom Gluu Server aus, oder verbinden Sie sich zuerst mit dem VPN.',
  'diagnosis.S01.gluu':
    'Wenn auch der Gluu Server den Namen nicht auflösen kann, scheitert Gluu ebenfalls und zeigt nur an, dass der Test fehlgeschlagen ist.',
  'diagnosis.S02.title': 'Keine Antwort vom DNS',
  'diagnosis.S02.explanation':
    'Der DNS-Server dieses Arbeitsplatzes hat nicht geantwortet. Über {host} sagt das nichts aus.',
  'diagnosis.S02.remedy':
    'Prüfen Sie Netzwerk und VPN und führen Sie den Test dann erneut aus. Wenn Sie stattdessen eine IP-Adresse als Host verwenden, passt der Name im Zertifikat nicht.',
  'diagnosis.S02.gluu': 'Der Gluu Server verwendet ein eigenes DNS, das von hier nicht geprüft werden kann.',
  'diagnosis.S03.title': 'DNS-Ergebnisse weichen ab',
  'diagnosis.S03.explanation': '{host} wird hier zu {here} aufgelöst, auf dem Gluu Server aber zu {there} (Split-DNS).',
  'diagnosis.S03.remedy': 'Verlassen Sie sich auf das Ergebnis vom Gluu Server.',
  'diagnosis.S03.gluu': 'Gluu verwendet die Adressen aus dem DNS des Gluu Servers: {there}.',
  'diagnosis.S04.title': 'Verbindung abgelehnt',
  'diagnosis.S04.explanation': '{ip} hat geantwortet, aber auf Port {port} lauscht kein Dienst.',
  'diagnosis.S04.remedy':
    'Prüfen Sie den Port: Üblich sind 25, 465 und 587. In diesem Test ist „localhost“ dieser Arbeitsplatz, für Gluu ist es der Gluu Server.',
  'diagnosis.S04.gluu':
    'Ist „Requires Authentication“ aus, kann Gluu vor 4.2 bei jedem Host so scheitern: Es ignoriert den Host und verbindet sich mit localhost, Port 25.',
  'diagnosis.S05.title': 'Zeitüberschreitung der Verbindung',
  'diagnosis.S05.explanation':
    '{ip} hat auf Port {port} nicht {seconds, select, noLimit {rechtzeitig} other {innerhalb von {seconds, number} s}} geantwortet. Meist verwirft eine Firewall auf dem Weg die Pakete.',
  'diagnosis.S05.remedy':
    'Versuchen Sie einen anderen Port: Viele Netze sperren ausgehende Verbindungen zu Port 25. Testen Sie vom Gluu Server aus, oder lassen Sie die Firewall von {local, select, notSeen {diesem Arbeitsplatz} other {{local}}} zu {ip}, Port {port}, öffnen.',
  'diagnosis.S05.gluu': 'Gluu bis 4.2 hängt, weil sein Timeout keine Wirkung hat.',
  'diagnosis.S06.title': 'Keine Route zum Host',
  'diagnosis.S06.explanation': 'Von diesem Arbeitsplatz gibt es keine Route zu {ip} ({family}).',
  'diagnosis.S06.remedy':
    'Prüfen Sie Netzwerk und VPN, oder verwenden Sie einen Hostnamen, der eine Adresse der anderen Familie hat (IPv4 oder IPv6).',
  'diagnosis.S06.gluu': 'Für Gluu zählen die Routen des Gluu Servers, nicht die dieses Arbeitsplatzes.',
  'diagnosis.S07.title': 'Verbindung vor der Begrüßung geschlossen',
  'diagnosis.S07.explanation':
    '{ip} hat die Verbindung auf Port {port} angenommen und dann ohne Begrüßung geschlossen.',
  'diagnosis.S07.remedy':
    'Wahrscheinliche Ursachen: eine Sperrliste, eine Firewall auf dem Weg oder zu viele Verbindungen. Prüfen Sie, aus welchen Netzen der Mailserver Verbindungen annimmt, warten Sie etwas und führen Sie den Test erneut aus.',
  'diagnosis.S07.gluu':
    'Gluu scheitert genauso, wenn der Mailserver die Adresse des Gluu Servers so behandelt wie diese.',
  'diagnosis.S08.title': 'Keine Begrüßung vom Server',
  'diagnosis.S08.explanation':
    '{ip} hat die Verbindung auf Port {port} angenommen, aber {seconds, select, noLimit {nicht rechtzeitig} other {nicht innerhalb von {seconds, number} s}} eine SMTP-Begrüßung gesendet.',
  'diagnosis.S08.remedy':
    'Der Server ist vielleicht überlastet, verzögert seine Begrüßung absichtlich oder ist kein Mailserver. Prüfen Sie den Port.',
  'diagnosis.S08.gluu': 'Gluu bis 4.2 hängt, weil sein Timeout keine Wirkung hat.',
  'diagnosis.S09.title': 'Dieser Port erwartet TLS von Anfang an',
  'diagnosis.S09.explanation':
    'Port {port} erwartet TLS ab dem ersten Byte und sendet keine unverschlüsselte Begrüßung.',
  'diagnosis.S09.remedy':
    'Wählen Sie „TLS von Anfang an“. Schalten Sie auf dem Gluu Server „Requires SSL“ ein; ab 4.4.1 wählen Sie „SslTls“.',
  'diagnosis.S09.gluu': 'Ist „Requires SSL“ aus, hängt Gluu: Jede Seite wartet auf die andere.',
  'diagnosis.S10.title': 'Dieser Port beginnt unverschlüsselt',
  'diagnosis.S10.explanation':
    'Port {port} beginnt unverschlüsselt; TLS beginnt erst mit dem Befehl STARTTLS, wenn überhaupt.',
  'diagnosis.S10.remedy':
    'Wählen Sie „STARTTLS“. Lassen Sie „Requires SSL“ bei Gluu bis 4.4.0 eingeschaltet; ab 4.4.1 wählen Sie „StartTls“.',
  'diagnosis.S10.gluu':
    'Gluu bis 4.4.0 versucht es noch einmal unverschlüsselt, dann mit STARTTLS. Ab 4.4.1 scheitert „SslTls“.',
  'diagnosis.S11.title': 'Kein Mailserver',
  'diagnosis.S11.explanation':
    'Auf Port {port} lauscht {service, select, httpServer {ein Webserver (HTTP)} sshServer {ein SSH-Server} pop3Server {ein POP3-Server} imapServer {ein IMAP-Server} vncServer {ein VNC-Server} rsyncServer {ein rsync-Server} ftpServer {ein FTP-Server} other {ein anderer Dienst}}, kein SMTP-Server.',
  'diagnosis.S11.remedy': 'Berichtigen Sie den Host oder den Port.',
  'diagnosis.S11.gluu': 'Gluu scheitert ebenfalls, oder es hängt, wenn der Dienst nichts sendet.',
  'diagnosis.S12.title': 'Vorerst keine neuen Verbindungen',
  'diagnosis.S12.explanation': 'Der Mailserver nimmt vorerst keine neuen Verbindungen an.',
  'diagnosis.S12.remedy':
    'Warten Sie und führen Sie den Test dann erneut aus. Bleibt das Problem bestehen, gibt es vielleicht zu viele Verbindungen, oder {local, select, notSeen {dieser Arbeitsplatz} other {{local}}} hat einen schlechten Ruf.',
  'diagnosis.S12.gluu': 'Gluu scheitert und versucht es nicht noch einmal.',
  'diagnosis.S13.title': 'IP-Adresse abgelehnt',
  'diagnosis.S13.explanation':
    'Der Mailserver nimmt keine E-Mails von {local, select, notSeen {diesem Arbeitsplatz} other {{local}}} an.',
  'diagnosis.S13.remedy':
    'Lassen Sie {local, select, notSeen {diesen Arbeitsplatz} other {{local}}} vom Anbieter zulassen oder die Adresse von der Sperrliste entfernen, oder verwenden Sie den Submission-Port 587 mit Anmeldung.',
  'diagnosis.S13.gluu': 'Für Gluu zählt die eigene Adresse des Gluu Servers: Testen Sie vom Gluu Server aus.',
  'diagnosis.S14.title': 'EHLO-Name abgelehnt',
  'diagnosis.S14.explanation': 'Der Mailserver lehnt {ehlo} ab, den Namen, den dieser Arbeitsplatz mit EHLO sendet.',
  'diagnosis.S14.remedy':
    'Geben Sie diesem Rechner einen Hostnamen, der sich auflösen lässt. Für den Gluu Server lässt sich dieser Name nicht im Formular einstellen.',
  'diagnosis.S14.gluu':
    'Gluu sendet den Hostnamen, den sein Java findet, oder „localhost“, wenn der Gluu Server keinen richtigen Namen hat.',
  'diagnosis.S15.title': 'Die SMTP-Sitzung wurde unterbrochen',
  'diagnosis.S15.explanation':
    '{ended, select, late {Im Schritt „{stage}“ hat der Mailserver innerhalb von {seconds, number} s keine vollständige Antwort gesendet.} closed {Im Schritt „{stage}“ hat der Mailserver die Verbindung geschlossen.} error {Im Schritt „{stage}“ ging die Verbindung verloren ({code}).} other {Im Schritt „{stage}“ hat der Mailserver nicht weitergemacht.}}',
  'diagnosis.S15.remedy':
    'Führen Sie den Test erneut aus. Tritt das wieder auf, prüfen Sie das Log des Mailservers und suchen Sie auf dem Weg nach einer Firewall oder einem Virenscanner.',
  'diagnosis.S15.gluu':
    'Gluu scheitert, wenn die Verbindung geschlossen wird; bis 4.2 hängt es, wenn keine Antwort kommt.',
  'diagnosis.vantages.onlyHere':
    'Der Test von diesem Arbeitsplatz bleibt im Schritt „{stage}“ stehen („{title}“), der Test vom Gluu Server nicht. Für Gluu zählt nur der Gluu Server: Eine Firewall oder eine Relay-Regel lässt wahrscheinlich nur ihn durch.',
  'diagnosis.vantages.onlyThere':
    'Der Test vom Gluu Server bleibt im Schritt „{stage}“ stehen („{title}“), der Test von diesem Arbeitsplatz nicht. Auch die E-Mails von Gluu selbst scheitern dort.',
  'diagnosis.vantages.bothStop':
    'Der Test bleibt von diesem Arbeitsplatz im Schritt „{here}“ stehen, vom Gluu Server im Schritt „{there}“.',
  'diagnosis.vantages.certificates':
    'Dieser Arbeitsplatz und der Gluu Server sehen verschiedene Zertifikate: Entweder teilen sich zwei Maschinen einen Namen, oder etwas auf dem Weg fängt TLS ab. Adressen von diesem Arbeitsplatz aus: {here}. Adressen vom Gluu Server aus: {there}.',
};
