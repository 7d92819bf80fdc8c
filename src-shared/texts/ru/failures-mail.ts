import type { failuresMail as english } from '../en/failures-mail';

export const failuresMail: Record<keyof typeof english, string> = {
  'failure.smtp.passwordUnreadable.what': 'Соль этого сервера не расшифровывает сохранённый пароль SMTP.',
  'failure.smtp.passwordUnreadable.why':
    'Он зашифрован другой солью или повреждён. То, что сохранённая здесь соль принадлежит этому серверу, подтверждено.',
  'failure.smtp.passwordUnreadable.todo': 'Выберите «Заменить», введите пароль SMTP и нажмите «Обновить».',
  'failure.smtp.passwordDamaged.what':
    'Сохранённый пароль SMTP после расшифровки оказывается повреждённым текстом: его байты не UTF-8.',
  'failure.smtp.passwordDamaged.why':
    'Его сохранила другая программа, в другой кодировке. Gluu до 4.2.2 включительно отправляет байты как есть; более новые версии вместо недопустимых отправляют U+FFFD.',
  'failure.smtp.passwordDamaged.todo': 'Выберите «Заменить», введите пароль SMTP и нажмите «Обновить».',
  'failure.smtp.passwordUnopened.what': 'Сохранённая здесь соль не расшифровывает сохранённый пароль SMTP.',
  'failure.smtp.passwordUnopened.why':
    'Подтвердить, что это соль этого сервера, не удаётся. {why} Поэтому неверным может быть либо пароль, либо соль.',
  'failure.smtp.passwordUnopened.todo':
    'Сначала сравните соль с /etc/gluu/conf/salt на этом сервере. Заменяйте пароль, только если она та же.',
  'failure.smtp.clearText.what':
    'Пароль пользователя {user} ушёл бы без шифрования. Консоль остановилась до подключения.',
  'failure.smtp.clearText.why': '«Требуется SSL» выключено. Сам Gluu Server отправил бы пароль без шифрования.',
  'failure.smtp.clearText.todo':
    'Включите «Требуется SSL». Или повторите попытку и разрешите это, когда появится вопрос.',
  'failure.smtp.failed.what': '{title}.',
  'failure.smtp.failed.why': '{explanation}',
  'failure.smtp.failed.todo': '{remedy}',
  'failure.mailbox.none.what': 'Почтовый ящик здесь не настроен.',
  'failure.mailbox.none.todo': 'Сначала введите его сервер IMAP, пользователя и пароль.',
  'failure.imap.clearText.what':
    'Пароль пользователя {user} ушёл бы к почтовому ящику без шифрования. Консоль остановилась до подключения.',
  'failure.imap.clearText.todo':
    'Выберите TLS или STARTTLS. Или повторите попытку и разрешите это, когда появится вопрос.',
  'failure.imap.silent.what': 'Соединение есть, но сервер не прислал приветствия IMAP.',
  'failure.imap.silent.why': 'Это не сервер IMAP, или он перегружен.',
  'failure.imap.silent.todo': 'Проверьте хост и порт или повторите попытку позже.',
  'failure.imap.notImap.what':
    'Служба на {port, select, none {этом порту} other {порту {port}}} неправильно говорит по IMAP.',
  'failure.imap.notImap.todo': 'Проверьте хост и порт.',
  'failure.imap.unavailable.what': 'Сервер почтового ящика не принял соединение.',
  'failure.imap.unavailable.why': 'Слишком много соединений, чёрный список или обслуживание.',
  'failure.imap.unavailable.todo': 'Подождите несколько минут и повторите попытку. Ниже сообщение самого сервера.',
  'failure.imap.startTlsMissing.what':
    'Сервер почтового ящика не начинает TLS на {port, select, none {этом порту} other {порту {port}}}. Пароль не отправлен.',
  'failure.imap.startTlsMissing.why': 'Он не предлагает здесь STARTTLS, или что-то на пути убирает это предложение.',
  'failure.imap.startTlsMissing.todo': 'Используйте порт 993, где TLS с самого начала.',
  'failure.imap.injection.what':
    'За ответом на STARTTLS последовали незашифрованные байты. Соединение закрыто, пароль не отправлен.',
  'failure.imap.injection.why':
    'Возможно, кто-то между этим компьютером и сервером почтового ящика вмешивается в соединение.',
  'failure.imap.injection.todo': 'Используйте порт 993, где TLS с самого начала, и сообщите администратору вашей сети.',
  'failure.imap.loginDisabled.what':
    'Сервер почтового ящика не принимает по этому соединению имя пользователя и пароль. Пароль не отправлен.',
  'failure.imap.loginDisabled.why': 'Он требует сначала шифрования или другого способа входа.',
  'failure.imap.loginDisabled.todo':
    'Выберите TLS или STARTTLS. Провайдер, который допускает вход только на своей странице, возможно, выдаёт пароли приложений.',
  'failure.imap.credentials.what': 'Сервер почтового ящика не принимает эти имя пользователя и пароль.',
  'failure.imap.credentials.why':
    'Возможно, имя пользователя должно быть полным адресом, IMAP для учётной записи выключен или провайдеру нужен пароль приложения.',
  'failure.imap.credentials.todo': 'Проверьте оба значения и повторите попытку.',
  'failure.imap.loginRefused.what': 'Сервер почтового ящика временно отказал во входе.',
  'failure.imap.loginRefused.todo': 'Ниже его собственное сообщение.',
  'failure.imap.refused.what': 'Сервер почтового ящика отклонил запрос.',
  'failure.imap.refused.todo': 'Ниже его собственное сообщение.',
  'failure.imap.noReply.what': 'Сервер почтового ящика не ответил вовремя.',
  'failure.imap.noReply.why': 'Он перегружен или завис.',
  'failure.imap.noReply.todo': 'Повторите попытку.',
  'failure.imap.tooMuch.what':
    'Сервер почтового ящика прислал больше, чем нужно для заголовков письма. Соединение закрыто.',
  'failure.imap.tooMuch.todo': 'Проверьте, тот ли это сервер.',
};
