import type { failuresConnection as english } from '../en/failures-connection';

export const failuresConnection: Record<keyof typeof english, string> = {
  'failure.net.nameUnknown.what': 'Такого имени хоста нет, по данным этого компьютера.',
  'failure.net.nameUnknown.why': 'В имени опечатка, или его знает только сеть самого сервера.',
  'failure.net.nameUnknown.todo': 'Проверьте имя. Если оно внутреннее, сначала подключитесь к той сети.',
  'failure.net.nameTrouble.what': 'Сервер имён не ответил. О самом хосте это ничего не говорит.',
  'failure.net.nameTrouble.todo': 'Проверьте сеть этого компьютера и повторите попытку.',
  'failure.net.refused.what':
    'В соединении отказано: на {port, select, none {этом порту} other {порту {port}}} никто не слушает.',
  'failure.net.refused.why': 'Порт неверен, служба не работает или слушает только на loopback, как обычно LDAP у Gluu.',
  'failure.net.refused.todo':
    'Проверьте порт. Если служба слушает только на loopback, измените настройки сервера: выберите маршрут SSH и хост localhost.',
  'failure.net.timeout.what': 'Время ожидания истекло.',
  'failure.net.timeout.why': 'Обычно пакеты отбрасывает межсетевой экран, или служба на порту зависла.',
  'failure.net.timeout.todo': 'Проверьте межсетевой экран между этим компьютером и хостом и повторите попытку.',
  'failure.net.noRoute.what': 'С этого компьютера нет маршрута к этому адресу.',
  'failure.net.noRoute.todo': 'Проверьте сеть и VPN или используйте адрес другого семейства (IPv4 или IPv6).',
  'failure.net.dropped.what': 'Другая сторона закрыла соединение.',
  'failure.net.dropped.why':
    'Ограничение простоя, перезапуск, слишком много соединений или служба, которая ждёт другого на {port, select, none {этом порту} other {порту {port}}}.',
  'failure.net.dropped.todo': 'Повторите попытку. Если это каждый раз происходит сразу, проверьте порт и шифрование.',
  'failure.tls.untrusted.what': 'Этот компьютер не доверяет сертификату сервера.',
  'failure.tls.untrusted.why': '{causes}',
  'failure.tls.untrusted.todo': 'Сравните его SHA-256 с тем, что на сервере, и доверьтесь именно этому сертификату.',
  'failure.tls.keyUsage.what':
    'Сертификат сервера не разрешает подписывать своим ключом, а для TLS это нужно. Ничего не отправлено.',
  'failure.tls.keyUsage.why':
    'В его key usage нет digitalSignature, как обычно у сертификата центра сертификации. Программы, которые этого не проверяют, всё же подключаются.',
  'failure.tls.keyUsage.todo':
    'Получите для сервера сертификат, в key usage которого есть digitalSignature или у которого нет поля key usage.',
  'failure.tls.changed.what': 'Это не тот сертификат, которому вы доверились для этого сервера.',
  'failure.tls.changed.why': 'Его обновили, или кто-то перехватывает соединение. Ничего не отправлено.',
  'failure.tls.changed.todo': 'Прежде чем доверять новому, узнайте у администратора сервера, обновлялся ли сертификат.',
  'failure.tls.old.what': 'Сервер предлагает только TLS старше 1.2.',
  'failure.tls.old.todo': 'Включите на сервере TLS 1.2.',
  'failure.tls.failed.what': 'Не удалось установить зашифрованное соединение.',
  'failure.tls.failed.why': 'У сторон нет общих версии TLS и шифра, или ключ либо сертификат сервера непригоден.',
  'failure.tls.failed.todo': 'Проверьте настройку TLS на сервере. Ниже причина так, как её называет библиотека TLS.',
  'failure.tls.expected.what': '{port, select, none {Этот порт} other {Порт {port}}} ждёт TLS с первого байта.',
  'failure.tls.expected.todo': 'Выберите LDAPS для каталога или «TLS с самого начала» для почты.',
  'failure.tls.unexpected.what': '{port, select, none {Этот порт} other {Порт {port}}} начинает не с TLS.',
  'failure.tls.unexpected.why': 'Он начинает без шифрования и, возможно, предлагает STARTTLS.',
  'failure.tls.unexpected.todo': 'Выберите STARTTLS или порт, где TLS с самого начала.',
  'failure.reason.noAnswerFor':
    'Нет ответа в течение {seconds, plural, one {# секунды} few {# секунд} many {# секунд} other {# секунды}}.',
};
