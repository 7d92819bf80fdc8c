import type { demo as english } from '../en/demo';

export const demo: Record<keyof typeof english, string> = {
  'demo.server.meadow': 'Исправен: пользователи могут сбросить пароль, письмо приходит.',
  'demo.server.mill':
    'Почтовый сервер принимает только TLS 1.2 и новее, а Gluu 3.1.2 предлагает TLS 1.0, поэтому не может отправлять почту.',
  'demo.server.harbour':
    'В настройках почты выключена аутентификация, поэтому Gluu 3.1.5 игнорирует хост и отправляет на localhost:25.',
  'demo.server.orchard':
    'Сохранённый пароль SMTP зашифрован другой солью, поэтому этот сервер не может его расшифровать.',
  'demo.server.tower': 'У двух пользователей один почтовый адрес, сброс пароля выключен, а почта ещё не настроена.',
  'demo.server.about': 'Об этом демонстрационном сервере',
  'demo.mail.ports':
    'Демонстрационный почтовый сервер: «Хост SMTP» {host}, «Порт SMTP» {plain} (без шифрования), {startTls} (STARTTLS), {implicitTls} (TLS с самого начала).',
  'demo.mail.account': '«От почтового адреса» и «Имя пользователя SMTP» {user}, «Пароль SMTP» {password}.',

  'demo.inbox.empty': 'Пока ничего не отправлено.',
  'demo.inbox.send': 'Отправить проверочное письмо',
  'demo.inbox.head': '{from} для {to}',
  'demo.message.title': 'Письмо',
  'demo.message.choose': 'Выберите письмо, чтобы прочитать его.',
  'demo.message.gone': 'Этого письма больше нет во входящих.',
  'demo.message.noSubject': '(без темы)',
  'demo.message.from': 'От кого',
  'demo.message.to': 'Кому',
  'demo.message.received': 'Получено',
  'demo.message.encrypted': 'зашифровано',
  'demo.message.unencrypted': 'без шифрования',
  'demo.message.login': 'Вход как',
  'demo.message.noLogin': 'без входа',
  'demo.message.headers': 'Все заголовки',
};
