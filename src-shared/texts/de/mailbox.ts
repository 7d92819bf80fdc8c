import type { mailbox as english } from '../en/mailbox';

export const mailbox: Record<keyof typeof english, string> = {
  'mailbox.domainMissing': '(Domain nicht angegeben)',
  'mailbox.check.absent':
    '{check}: Die Header enthalten kein Ergebnis. Der Postfachserver hat es nicht geprüft oder das Ergebnis nicht vermerkt.',
  'mailbox.check.unknown': '{check}: Das Ergebnis ist „{result}“.',
  'mailbox.check.by': 'Gemeldet von {server}.',
  'mailbox.check.byMailbox': 'Gemeldet vom Postfachserver.',
  'mailbox.check.byReceivedSpf': 'Gemeldet im Feld Received-SPF.',
  'mailbox.spf.pass': 'SPF: Das Relay darf für {domain} senden.',
  'mailbox.spf.fail': 'SPF: Das Relay darf nicht für {domain} senden, so steht es im SPF-Eintrag.',
  'mailbox.spf.softfail':
    'SPF: Im SPF-Eintrag von {domain} steht das Relay nicht; Empfänger sollen seinen E-Mails misstrauen.',
  'mailbox.spf.neutral': 'SPF: Der SPF-Eintrag von {domain} erlaubt das Relay nicht und verbietet es nicht.',
  'mailbox.spf.none': 'SPF: {domain} hat keinen SPF-Eintrag.',
  'mailbox.spf.temperror': 'SPF: Der SPF-Eintrag von {domain} war in dem Moment nicht abrufbar.',
  'mailbox.spf.permerror': 'SPF: Der SPF-Eintrag von {domain} ist fehlerhaft.',
  'mailbox.spf.policy': 'SPF: Über {domain} hat eine Regel des Postfachservers entschieden.',
  'mailbox.dkim.pass': 'DKIM: Die Signatur von {domain} ist gültig.',
  'mailbox.dkim.fail':
    'DKIM: Die Signatur von {domain} stimmt nicht. Die E-Mail wurde unterwegs geändert, oder der veröffentlichte Schlüssel ist nicht der, mit dem sie signiert wurde.',
  'mailbox.dkim.none': 'DKIM: Die E-Mail hat keine Signatur.',
  'mailbox.dkim.neutral': 'DKIM: Die Signatur von {domain} war nicht verwendbar.',
  'mailbox.dkim.policy':
    'DKIM: Die Signatur von {domain} ist gültig, aber eine Regel des Postfachservers akzeptiert sie nicht.',
  'mailbox.dkim.temperror': 'DKIM: Der Schlüssel von {domain} war in dem Moment nicht abrufbar.',
  'mailbox.dkim.permerror': 'DKIM: Die Signatur oder der Schlüssel von {domain} ist fehlerhaft.',
  'mailbox.dmarc.pass': 'DMARC: SPF oder DKIM bestätigt den Absender {domain}.',
  'mailbox.dmarc.fail': 'DMARC: Weder SPF noch DKIM bestätigt den Absender {domain}.',
  'mailbox.dmarc.none': 'DMARC: {domain} veröffentlicht keine DMARC-Richtlinie.',
  'mailbox.dmarc.bestguesspass':
    'DMARC: {domain} veröffentlicht keine DMARC-Richtlinie. Der Postfachserver nimmt an, dass die E-Mail bestehen würde.',
  'mailbox.dmarc.temperror': 'DMARC: Die DMARC-Richtlinie von {domain} war in dem Moment nicht abrufbar.',
  'mailbox.dmarc.permerror': 'DMARC: Die DMARC-Richtlinie von {domain} ist fehlerhaft.',
  'mailbox.dmarc.policy': 'Für Fehlschläge gilt dort die Richtlinie {policy}.',

  'mailbox.hop.unnamed': 'Ein Server, der sich nicht nennt',
  'mailbox.hop.received':
    '{named, select, claim {{seen, select, address {{by} hat sie von {giver} ({address}) erhalten; dieser nennt sich {claim}.} other {{by} hat sie von {giver} erhalten; dieser nennt sich {claim}.}}} other {{seen, select, address {{by} hat sie von {giver} ({address}) erhalten.} other {{by} hat sie von {giver} erhalten.}}}}',
  'mailbox.hop.inside': '{by} hat sie intern weitergegeben.',
  'mailbox.hop.connection': 'Verbindung: {facts}.',
  'mailbox.hop.encrypted': 'verschlüsselt',
  'mailbox.hop.unencrypted': 'unverschlüsselt',
  'mailbox.hop.loggedIn': 'mit Anmeldung',
  'mailbox.hop.took': 'Dauer: {duration}.',
  'mailbox.hop.sameSecond': 'Sie kam in derselben Sekunde an.',
  'mailbox.hop.behind': 'Seine Uhr geht mindestens {duration} nach.',

  'mailbox.note.otherResults':
    'Ergebnisse im Namen von {server} werden nicht beachtet: Ein Absender kann sie fälschen.',
  'mailbox.note.namelessResults': 'Ergebnisse ohne Servernamen werden nicht beachtet: Ein Absender kann sie fälschen.',
  'mailbox.note.cut': 'Die Header sind länger, als diese Konsole liest; ein Teil ist weggelassen.',

  'mailbox.step.login': 'als {user}',
  'mailbox.step.noLogin': 'der Server verlangte keine Anmeldung',
  'mailbox.step.folders': '{folders}',
  'mailbox.step.noJunk': '{folders}; der Server nennt keinen Spam-Ordner',
  'mailbox.step.found': 'in {folder}',
  'mailbox.step.notYet': 'noch nicht da',
  'mailbox.step.notAfter': 'nicht da nach {duration}',
  'mailbox.step.notOpened': '„{folder}“ lässt sich nicht öffnen',

  'mailbox.form.title': 'Postfach',
  'mailbox.form.host': 'IMAP-Host',
  'mailbox.form.port': 'IMAP-Port',
  'mailbox.form.encryption': 'Verschlüsselung',
  'mailbox.form.unencrypted': 'Das Passwort wird unverschlüsselt gesendet; vor dem ersten Mal fragt Ihr System nach.',
  'mailbox.form.user': 'Benutzername',
  'mailbox.form.password': 'Postfach-Passwort',
  'mailbox.form.passwordHelp':
    '{keychain, select, absent {Gilt nur für diese Sitzung, weil dieser Rechner keinen Schlüsselbund hat.} other {Liegt im Schlüsselbund dieses Rechners.}} Wird nur für diesen Host, diesen Port, diese Verschlüsselung und diesen Benutzer verwendet.',
  'mailbox.form.forget': 'Dieses Postfach vergessen',
  'mailbox.form.certificate': 'Das Zertifikat des Postfachservers',
  'mailbox.form.readable': 'Das Postfach ist lesbar: {folders}.',
  'mailbox.task.check': 'Postfachprüfung',
  'mailbox.end.read': 'Das Postfach ist lesbar.',
  'mailbox.end.notRead': 'Das Postfach ist nicht lesbar.',
};
