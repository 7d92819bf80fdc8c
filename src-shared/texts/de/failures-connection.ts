import type { failuresConnection as english } from '../en/failures-connection';

export const failuresConnection: Record<keyof typeof english, string> = {
  'failure.net.nameUnknown.what': 'Diesen Hostnamen gibt es nicht, von diesem Arbeitsplatz aus gesehen.',
  'failure.net.nameUnknown.why': 'Der Name ist falsch geschrieben, oder nur das Netz des Servers kennt ihn.',
  'failure.net.nameUnknown.todo':
    'Prüfen Sie den Namen. Bei einem internen Namen verbinden Sie sich zuerst mit diesem Netz.',
  'failure.net.nameTrouble.what': 'Der Nameserver hat nicht geantwortet. Über den Host selbst sagt das nichts aus.',
  'failure.net.nameTrouble.todo': 'Prüfen Sie das Netzwerk dieses Rechners und versuchen Sie es erneut.',
  'failure.net.refused.what':
    'Verbindung abgelehnt: Auf {port, select, none {diesem Port} other {Port {port}}} lauscht kein Dienst.',
  'failure.net.refused.why':
    'Der Port ist falsch, der Dienst läuft nicht, oder er lauscht nur auf Loopback, wie meist das LDAP von Gluu.',
  'failure.net.refused.todo':
    'Prüfen Sie den Port. Lauscht der Dienst nur auf Loopback, bearbeiten Sie den Server: Wählen Sie die Route SSH und den Host localhost.',
  'failure.net.timeout.what': 'Keine rechtzeitige Antwort.',
  'failure.net.timeout.why': 'Meist verwirft eine Firewall die Pakete, oder der Dienst auf dem Port hängt.',
  'failure.net.timeout.todo':
    'Prüfen Sie die Firewall zwischen diesem Arbeitsplatz und dem Host und versuchen Sie es erneut.',
  'failure.net.noRoute.what': 'Von diesem Arbeitsplatz gibt es keine Route zu dieser Adresse.',
  'failure.net.noRoute.todo':
    'Prüfen Sie Netzwerk und VPN, oder verwenden Sie eine Adresse der anderen Familie (IPv4 oder IPv6).',
  'failure.net.dropped.what': 'Die Gegenseite hat die Verbindung geschlossen.',
  'failure.net.dropped.why':
    'Ein Leerlauf-Limit, ein Neustart, zu viele Verbindungen oder ein Dienst, der auf {port, select, none {diesem Port} other {Port {port}}} etwas anderes erwartet.',
  'failure.net.dropped.todo':
    'Versuchen Sie es erneut. Geschieht es jedes Mal sofort, prüfen Sie Port und Verschlüsselung.',
  'failure.tls.untrusted.what': 'Dieser Rechner vertraut dem Zertifikat des Servers nicht.',
  'failure.tls.untrusted.why': '{causes}',
  'failure.tls.untrusted.todo':
    'Vergleichen Sie seinen SHA-256 mit dem auf dem Server und vertrauen Sie dann genau diesem Zertifikat.',
  'failure.tls.keyUsage.what':
    'Das Zertifikat des Servers erlaubt seinem Schlüssel kein Signieren, das TLS braucht. Es wurde nichts gesendet.',
  'failure.tls.keyUsage.why':
    'Seiner Schlüsselverwendung (Key Usage) fehlt digitalSignature, wie beim Zertifikat einer Zertifizierungsstelle üblich. Programme, die das nicht prüfen, verbinden sich trotzdem.',
  'failure.tls.keyUsage.todo':
    'Beschaffen Sie für den Server ein Zertifikat, dessen Schlüsselverwendung digitalSignature enthält oder das dieses Feld nicht hat.',
  'failure.tls.changed.what': 'Das ist nicht das Zertifikat, dem Sie für diesen Server vertraut haben.',
  'failure.tls.changed.why': 'Es wurde erneuert, oder jemand fängt die Verbindung ab. Es wurde nichts gesendet.',
  'failure.tls.changed.todo':
    'Fragen Sie den Administrator des Servers, ob es erneuert wurde, bevor Sie dem neuen vertrauen.',
  'failure.tls.old.what': 'Der Server bietet nur TLS vor 1.2 an.',
  'failure.tls.old.todo': 'Aktivieren Sie TLS 1.2 auf dem Server.',
  'failure.tls.failed.what': 'Die verschlüsselte Verbindung konnte nicht aufgebaut werden.',
  'failure.tls.failed.why':
    'Die beiden Seiten haben keine TLS-Version mit einem Verfahren (Cipher) gemeinsam, oder der Schlüssel oder das Zertifikat des Servers ist nicht brauchbar.',
  'failure.tls.failed.todo':
    'Prüfen Sie die TLS-Einstellungen des Servers. Unten steht, wie die TLS-Bibliothek den Grund nennt.',
  'failure.tls.expected.what':
    '{port, select, none {Dieser Port} other {Port {port}}} erwartet TLS ab dem ersten Byte.',
  'failure.tls.expected.todo': 'Wählen Sie LDAPS für ein Verzeichnis, TLS von Anfang an für E-Mail.',
  'failure.tls.unexpected.what': '{port, select, none {Dieser Port} other {Port {port}}} beginnt nicht mit TLS.',
  'failure.tls.unexpected.why': 'Er beginnt im Klartext und bietet vielleicht STARTTLS an.',
  'failure.tls.unexpected.todo': 'Wählen Sie STARTTLS oder einen Port mit TLS von Anfang an.',
  'failure.reason.noAnswerFor':
    '{seconds, plural, one {Keine Antwort innerhalb von # Sekunde.} other {Keine Antwort innerhalb von # Sekunden.}}',
};
