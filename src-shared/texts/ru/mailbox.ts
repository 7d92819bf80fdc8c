import type { mailbox as english } from '../en/mailbox';

export const mailbox: Record<keyof typeof english, string> = {
  'mailbox.domainMissing': '(домен не указан)',
  'mailbox.check.absent':
    '{check}: результата в заголовках нет. Сервер почтового ящика это не проверял или не записал результат.',
  'mailbox.check.unknown': '{check}: результат «{result}».',
  'mailbox.check.by': 'Сообщил {server}.',
  'mailbox.check.byMailbox': 'Сообщил сервер почтового ящика.',
  'mailbox.check.byReceivedSpf': 'Сообщено в поле Received-SPF.',
  'mailbox.spf.pass': 'SPF: релей может отправлять письма от имени {domain}.',
  'mailbox.spf.fail': 'SPF: согласно записи SPF релей не может отправлять письма от имени {domain}.',
  'mailbox.spf.softfail':
    'SPF: в записи SPF для {domain} этого релея нет, и она просит получателей относиться к его письмам с подозрением.',
  'mailbox.spf.neutral': 'SPF: запись SPF для {domain} не разрешает и не запрещает этот релей.',
  'mailbox.spf.none': 'SPF: у {domain} нет записи SPF.',
  'mailbox.spf.temperror': 'SPF: запись SPF для {domain} в тот момент не удалось получить.',
  'mailbox.spf.permerror': 'SPF: в записи SPF для {domain} ошибка.',
  'mailbox.spf.policy': 'SPF: по {domain} решение приняло правило сервера почтового ящика.',
  'mailbox.dkim.pass': 'DKIM: подпись {domain} действительна.',
  'mailbox.dkim.fail':
    'DKIM: подпись {domain} не сходится. Письмо изменили по пути, или опубликован не тот ключ, которым оно подписано.',
  'mailbox.dkim.none': 'DKIM: у письма нет подписи.',
  'mailbox.dkim.neutral': 'DKIM: подпись {domain} использовать не удалось.',
  'mailbox.dkim.policy': 'DKIM: подпись {domain} действительна, но правило сервера почтового ящика её не принимает.',
  'mailbox.dkim.temperror': 'DKIM: ключ {domain} в тот момент не удалось получить.',
  'mailbox.dkim.permerror': 'DKIM: в подписи или ключе {domain} ошибка.',
  'mailbox.dmarc.pass': 'DMARC: SPF или DKIM подтверждает отправителя {domain}.',
  'mailbox.dmarc.fail': 'DMARC: ни SPF, ни DKIM не подтверждает отправителя {domain}.',
  'mailbox.dmarc.none': 'DMARC: {domain} не публикует политику DMARC.',
  'mailbox.dmarc.bestguesspass':
    'DMARC: {domain} не публикует политику DMARC. По оценке сервера почтового ящика, письмо прошло бы проверку.',
  'mailbox.dmarc.temperror': 'DMARC: политику DMARC для {domain} в тот момент не удалось получить.',
  'mailbox.dmarc.permerror': 'DMARC: в политике DMARC для {domain} ошибка.',
  'mailbox.dmarc.policy': 'Политика на случай неудачи: {policy}.',

  'mailbox.hop.unnamed': 'Безымянный сервер',
  'mailbox.hop.received':
    '{named, select, claim {{seen, select, address {{by} получил его от {giver} ({address}), назвавшегося {claim}.} other {{by} получил его от {giver}, назвавшегося {claim}.}}} other {{seen, select, address {{by} получил его от {giver} ({address}).} other {{by} получил его от {giver}.}}}}',
  'mailbox.hop.inside': '{by} передал его дальше внутри системы.',
  'mailbox.hop.connection': 'Соединение: {facts}.',
  'mailbox.hop.encrypted': 'зашифровано',
  'mailbox.hop.unencrypted': 'без шифрования',
  'mailbox.hop.loggedIn': 'со входом',
  'mailbox.hop.took': 'Это заняло {duration}.',
  'mailbox.hop.sameSecond': 'Письмо прибыло в ту же секунду.',
  'mailbox.hop.behind': 'Его часы отстают не менее чем на {duration}.',

  'mailbox.note.otherResults': 'Результаты от имени {server} не учитываются: отправитель может их подделать.',
  'mailbox.note.namelessResults': 'Результаты без имени сервера не учитываются: отправитель может их подделать.',
  'mailbox.note.cut': 'Заголовки длиннее, чем читает консоль; часть из них опущена.',

  'mailbox.step.login': 'как {user}',
  'mailbox.step.noLogin': 'сервер не запросил вход',
  'mailbox.step.folders': '{folders}',
  'mailbox.step.noJunk': '{folders}; папку спама сервер не указывает',
  'mailbox.step.found': 'в {folder}',
  'mailbox.step.notYet': 'пока нет',
  'mailbox.step.notAfter': 'нет спустя {duration}',
  'mailbox.step.notOpened': '«{folder}» не открывается',

  'mailbox.form.title': 'Почтовый ящик',
  'mailbox.form.host': 'Хост IMAP',
  'mailbox.form.port': 'Порт IMAP',
  'mailbox.form.encryption': 'Шифрование',
  'mailbox.form.unencrypted':
    'Пароль передаётся без шифрования; перед первой отправкой система запросит подтверждение.',
  'mailbox.form.user': 'Имя пользователя',
  'mailbox.form.password': 'Пароль почтового ящика',
  'mailbox.form.passwordHelp':
    '{keychain, select, absent {Хранится только в этом сеансе: на этом компьютере нет связки ключей.} other {Хранится в связке ключей этого компьютера.}} Используется только для этих хоста, порта, шифрования и пользователя.',
  'mailbox.form.forget': 'Забыть этот ящик',
  'mailbox.form.certificate': 'Сертификат сервера почтового ящика',
  'mailbox.form.readable': 'Почтовый ящик читается: {folders}.',
  'mailbox.task.check': 'Проверка почтового ящика',
  'mailbox.end.read': 'Почтовый ящик читается.',
  'mailbox.end.notRead': 'Почтовый ящик не читается.',
};
