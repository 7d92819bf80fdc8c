import type { diagnosisDelivery as english } from '../en/diagnosis-delivery';

export const diagnosisDelivery: Record<keyof typeof english, string> = {
  'diagnosis.S80.title': 'Angenommen',
  'diagnosis.S80.explanation': '{host} hat die Nachricht angenommen. Zugestellt ist sie damit noch nicht.',
  'diagnosis.S80.remedy': 'Sehen Sie im Postfach von {to} nach, auch im Spam-Ordner.',
  'diagnosis.S81.title': 'Angenommen, dann unzustellbar',
  'diagnosis.S81.explanation':
    'Das Relay hat die E-Mail angenommen, aber ein späterer Server hat sie abgelehnt. Der Grund steht in der Unzustellbarkeitsmeldung an {from}.',
  'diagnosis.S81.remedy': 'Öffnen Sie diese Meldung: Statuscode und Text nennen den Grund.',
  'diagnosis.S81.gluu': 'Gluu liest Unzustellbarkeitsmeldungen nie: Sie gehen an seine Absenderadresse.',
  'diagnosis.S82.title': 'Als Spam zugestellt',
  'diagnosis.S82.explanation': 'Die E-Mail wurde zugestellt, aber die Empfängerseite behandelt sie als Spam.',
  'diagnosis.S82.remedy': 'Prüfen Sie SPF, DKIM und DMARC von {fromDomain}.',
  'diagnosis.S82.gluu': 'Die E-Mails von Gluu werden wahrscheinlich genauso behandelt.',
  'diagnosis.S83.title': 'Angenommen, aber nie angekommen',
  'diagnosis.S83.explanation':
    'Die E-Mail liegt in einer Quarantäne oder Warteschlange, oder sie wurde stillschweigend verworfen.',
  'diagnosis.S83.remedy':
    '{answered, select, accepted {Bitten Sie den Administrator des Mailservers, im Log nach „{words}“ zu suchen. Prüfen Sie, ob das Postfach {from} existiert.} other {Bitten Sie den Administrator des Mailservers, im Log nach der Nachricht zu suchen. Prüfen Sie, ob das Postfach {from} existiert.}}',
  'diagnosis.S84.title': 'Einige Empfänger abgelehnt',
  'diagnosis.S84.explanation':
    'Der Server akzeptiert einige Empfänger und lehnt andere ab. Akzeptiert: {accepted}. Abgelehnt: {refused}.',
  'diagnosis.S84.remedy': 'Prüfen Sie die Antwort zu jedem Empfänger.',
  'diagnosis.S84.gluu': 'Gluu sendet jede E-Mail an einen einzigen Empfänger.',
  'diagnosis.S85.title': 'Geht von hier, aber nicht für Gluu',
  'diagnosis.S85.explanation':
    'SMTP funktioniert von diesem Arbeitsplatz aus, aber dem Gluu Server wird es nicht gelingen ({rules}).',
  'diagnosis.S85.remedy': 'Folgen Sie der Empfehlung in der Vorhersage für Gluu.',
  'diagnosis.S85.gluu': 'Die Vorhersage zeigt, was Gluu tut.',
  'diagnosis.S86.title': 'Hier alles in Ordnung, aber Gluu scheitert',
  'diagnosis.S86.explanation':
    'Alle Prüfungen von hier sind erfolgreich; den Grund zeigt nur das Log des Gluu Servers.',
  'diagnosis.S86.remedy':
    'Suchen Sie in oxtrust.log nach „Failed to send message“. Der Log-Level ERROR genügt: Bis 3.1.x schreibt DEBUG das SMTP-Passwort in diese Datei.',
  'diagnosis.S86.gluu': 'Gluu protokolliert die Java-Exception.',
};
