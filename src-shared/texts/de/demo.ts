import type { demo as english } from '../en/demo';

export const demo: Record<keyof typeof english, string> = {
  'demo.server.meadow': 'In Ordnung: Benutzer können ihr Passwort zurücksetzen, und die E-Mail kommt an.',
  'demo.server.mill':
    'Der Mailserver akzeptiert nur TLS 1.2 und neuer, Gluu 3.1.2 bietet aber TLS 1.0 an und kann deshalb keine E-Mails senden.',
  'demo.server.harbour':
    'In den Mail-Einstellungen ist die Authentifizierung aus; Gluu 3.1.5 ignoriert deshalb den Host und sendet an localhost:25.',
  'demo.server.orchard':
    'Das gespeicherte SMTP-Passwort wurde mit einem anderen Salt verschlüsselt; dieser Server kann es deshalb nicht entschlüsseln.',
  'demo.server.tower':
    'Zwei Personen haben dieselbe E-Mail-Adresse, der Passwort-Reset ist ausgeschaltet, und E-Mail ist noch nicht eingerichtet.',
  'demo.server.about': 'Über diesen Demo-Server',
  'demo.mail.ports':
    'Demo-Mailserver: „SMTP Host“ {host}, „SMTP Port“ {plain} (unverschlüsselt), {startTls} (STARTTLS), {implicitTls} (TLS von Anfang an).',
  'demo.mail.account': '„From Email Address“ und „SMTP User Name“ {user}, „SMTP Password“ {password}.',

  'demo.inbox.empty': 'Noch wurde nichts gesendet.',
  'demo.inbox.send': 'Test-Mail senden',
  'demo.inbox.head': '{from} an {to}',
  'demo.message.title': 'E-Mail',
  'demo.message.choose': 'Wählen Sie eine E-Mail, um sie zu lesen.',
  'demo.message.gone': 'Diese E-Mail ist nicht mehr im Posteingang.',
  'demo.message.noSubject': '(kein Betreff)',
  'demo.message.from': 'Von',
  'demo.message.to': 'An',
  'demo.message.received': 'Empfangen',
  'demo.message.encrypted': 'verschlüsselt',
  'demo.message.unencrypted': 'unverschlüsselt',
  'demo.message.login': 'Angemeldet als',
  'demo.message.noLogin': 'niemand',
  'demo.message.headers': 'Alle Header',
};
