import type { failuresSsh as english } from '../en/failures-ssh';

export const failuresSsh: Record<keyof typeof english, string> = {
  'failure.ssh.noConfig.what': 'Конфигурацию SSH этого компьютера нельзя использовать для {host}.',
  'failure.ssh.noConfig.why': '{why}',
  'failure.ssh.noConfig.todo':
    'Измените ~/.ssh/config в этом месте. Если причина в секции Match, поставьте перед ней секцию Host с этими значениями.',
  'failure.ssh.refused.what':
    'В соединении отказано: на {port, select, none {этом порту} other {порту {port}}} не слушает ни один сервер SSH.',
  'failure.ssh.refused.why': 'SSH там на другом порту, или sshd не запущен.',
  'failure.ssh.refused.todo': 'Проверьте порт SSH; обычно это 22.',
  'failure.ssh.hostKeyUnknown.what': 'Хост SSH {host} на этом компьютере неизвестен.',
  'failure.ssh.hostKeyUnknown.why': 'Его ключа хоста нет в known_hosts. Сравнить ключ нужно при первом подключении.',
  'failure.ssh.hostKeyUnknown.todo':
    'Сравните отпечаток с тем, который вам сообщит администратор сервера, затем примите ключ.',
  'failure.ssh.hostKeyChanged.what': 'Ключ хоста SSH {host} сменился. Ничего не отправлено.',
  'failure.ssh.hostKeyChanged.why':
    'Сервер переустановили, или кто-то перехватывает соединение. В known_hosts другой ключ: {file}, строка {line}.',
  'failure.ssh.hostKeyChanged.todo':
    'Узнайте у администратора сервера новый отпечаток. Только если он совпадает, удалите старую строку из known_hosts и подключитесь снова.',
  'failure.ssh.hostKeyRevoked.what': 'Ключ хоста SSH {host} помечен как отозванный. Ничего не отправлено.',
  'failure.ssh.hostKeyRevoked.why':
    'Так сказано в файле {file}, строка {line}. Ключ отзывают, когда он может быть у других: возможно, это другая машина.',
  'failure.ssh.hostKeyRevoked.todo':
    'Спросите администратора сервера. Серверу нужен новый ключ; не удаляйте строку, чтобы это обойти.',
  'failure.ssh.knownHostsUnreadable.what': 'Проверить ключ хоста нельзя: {file} не читается.',
  'failure.ssh.knownHostsUnreadable.why': '{why}',
  'failure.ssh.knownHostsUnreadable.todo':
    'Сделайте этот файл доступным для чтения или укажите другой в ~/.ssh/config. Без него сменившийся ключ хоста выглядел бы как новый.',
  'failure.ssh.noAgreement.what': 'У сервера SSH и этого приложения нет общего алгоритма шифрования.',
  'failure.ssh.noAgreement.why': 'Сервер SSH очень старый или очень строгий.',
  'failure.ssh.noAgreement.todo': 'Ниже сообщение самого сервера: разрешите на сервере один из этих алгоритмов.',
  'failure.ssh.notSsh.what': 'Служба на этом порту не является сервером SSH.',
  'failure.ssh.notSsh.why': 'Порт занят другой службой.',
  'failure.ssh.notSsh.todo': 'Исправьте порт SSH; обычно это 22.',
  'failure.ssh.hungUp.what': 'Служба на этом порту закрыла соединение, ничего не отправив. Сервер SSH представился бы.',
  'failure.ssh.hungUp.why':
    'Порт занят другой службой, или sshd не принимает этот компьютер: слишком много соединений или правило для адресов.',
  'failure.ssh.hungUp.todo': 'Проверьте порт SSH; обычно это 22. Если он верен, посмотрите журнал sshd.',
  'failure.ssh.login.what': 'Сервер SSH отказал во входе пользователю {user}.',
  'failure.ssh.login.why': 'Испробовано: {tried}. Сервер принимает: {methods}.',
  'failure.ssh.login.todo':
    'Проверьте пользователя, ключ и пароль. Ключ должен быть на сервере в ~/.ssh/authorized_keys пользователя {user}.',
  'failure.ssh.passwordMustChange.what': 'Сервер SSH требует, чтобы пользователь {user} сначала выбрал новый пароль.',
  'failure.ssh.passwordMustChange.why': 'Пароль истёк, или его сбросил администратор.',
  'failure.ssh.passwordMustChange.todo':
    'Один раз войдите командой ssh в терминале и выберите там новый пароль. Затем введите его здесь.',
  'failure.ssh.certificateUnused.what':
    'Сервер SSH не принял ключ пользователя {user}. Сертификат для этого ключа не использован.',
  'failure.ssh.certificateUnused.why':
    'Испробовано: {tried}. Сервер принимает: {methods}. Это приложение входит только по ключам и не использует сертификат {certificate}.',
  'failure.ssh.certificateUnused.todo':
    'Если сервер доверяет только сертификатам, попросите добавить сам ключ в ~/.ssh/authorized_keys пользователя {user} или войдите по паролю.',
  'failure.ssh.tooManyTries.what': 'Сервер SSH прервал вход пользователя {user}: слишком много попыток.',
  'failure.ssh.tooManyTries.why':
    'Испробовано: {tried}. Каждый ключ считается попыткой, и большинство серверов допускает шесть (MaxAuthTries).',
  'failure.ssh.tooManyTries.todo':
    'Выберите нужный ключ в поле «Файл ключа» или его открытую часть (.pub), если ключ в агенте. Или укажите его в ~/.ssh/config: IdentityFile и IdentitiesOnly yes.',
  'failure.ssh.noAgent.what': 'Агент SSH недоступен.',
  'failure.ssh.noAgent.why': 'SSH_AUTH_SOCK не задан, или там никто не отвечает.',
  'failure.ssh.noAgent.todo': 'Запустите агент и добавьте ключ командой ssh-add или выберите файл ключа.',
  'failure.ssh.keyUnreadable.what': 'Файл ключа {file} нельзя использовать.',
  'failure.ssh.keyUnreadable.why': '{why}',
  'failure.ssh.keyUnreadable.todo': 'Выберите сам файл закрытого ключа, в формате OpenSSH или PEM.',
  'failure.ssh.keyNotChosen.what': 'Этот файл ключа не выбран в этом приложении.',
  'failure.ssh.keyNotChosen.why':
    'Приложение использует файл ключа, только если его выбрали в диалоге самого приложения или он указан в ~/.ssh/config.',
  'failure.ssh.keyNotChosen.todo': 'Выберите его кнопкой «Выбрать файл ключа».',
  'failure.ssh.passphrase.what': 'Для файла ключа {file} нужна парольная фраза.',
  'failure.ssh.passphrase.why': '{why}',
  'failure.ssh.passphrase.todo':
    'Подключитесь снова и введите её, когда появится вопрос, или сохраните её в настройках сервера.',
  'failure.ssh.answerMissing.what': 'При входе по SSH {hop} задал вопрос, и никто не ответил.',
  'failure.ssh.answerMissing.why': '{why}',
  'failure.ssh.answerMissing.todo': 'Подключитесь снова и ответьте на вопрос.',
  'failure.ssh.forwardingRefused.what': 'SSH работает, но сервер отказывает в перенаправлении на {target}.',
  'failure.ssh.forwardingRefused.why': 'Его sshd_config это запрещает или разрешает только в другие места.',
  'failure.ssh.forwardingRefused.todo':
    'Задайте на сервере AllowTcpForwarding yes. Если используется PermitOpen, добавьте туда этот адрес.',
  'failure.ssh.targetRefused.what': 'SSH работает, но сервер не может подключиться к {target}.',
  'failure.ssh.targetRefused.why':
    'Возможно, служба остановлена или слушает в другом месте: в chroot, в контейнере или на другом порту.',
  'failure.ssh.targetRefused.todo': 'Проверьте на сервере, работает ли служба и на каком адресе она слушает.',
  'failure.ssh.tooManyChannels.what': 'Сервер SSH больше не разрешает соединений внутри этого.',
  'failure.ssh.tooManyChannels.why': 'Достигнут предел MaxSessions или другой.',
  'failure.ssh.tooManyChannels.todo': 'Дождитесь, пока закончится текущая работа, и повторите попытку.',
  'failure.ssh.dropped.what': 'Соединение SSH с {host} прервалось.',
  'failure.ssh.dropped.why': 'Причиной может быть сеть, перезапуск или ограничение времени на сервере.',
  'failure.ssh.dropped.todo': 'Повторите попытку: будет создано новое соединение.',
  'failure.ssh.noFiles.what': 'Сервер SSH не даёт доступа к файлам.',
  'failure.ssh.noFiles.why': 'Среди его подсистем нет SFTP.',
  'failure.ssh.noFiles.todo': 'Добавьте на сервере Subsystem sftp в sshd_config. Или вставьте содержимое файлов.',
  'failure.ssh.filesWithText.what': 'Сервер SSH выводит текст в соединение для файлов (SFTP), и оно от этого рвётся.',
  'failure.ssh.filesWithText.why':
    'Обычно его выводит сценарий входа, например .bashrc, или это сообщение, что учётной записи нельзя входить. Текст ниже.',
  'failure.ssh.filesWithText.todo':
    'Сделайте так, чтобы на сервере сценарий выводил текст только в интерактивной оболочке, или задайте для Subsystem sftp значение internal-sftp. Или вставьте содержимое файлов.',
  'failure.ssh.filesFailed.what': 'Сервер SSH предлагает файлы (SFTP), но SFTP не запускается.',
  'failure.ssh.filesFailed.why': '{why}',
  'failure.ssh.filesFailed.todo':
    'Проверьте на сервере строку Subsystem sftp в sshd_config. Или вставьте содержимое файлов.',
  'failure.ssh.fileMissing.what': 'На сервере нет файла {file}.',
  'failure.ssh.fileDenied.what': 'Пользователю {user} нельзя читать {file} на сервере.',
  'failure.ssh.fileDenied.why': 'После установки Gluu читать его могут только root и пользователь самой службы.',
  'failure.ssh.fileDenied.todo':
    'Прочитайте его через sudo, войдите как пользователь, которому это можно, или вставьте содержимое файла.',
  'failure.ssh.fileTooLarge.what': 'Файл {file} больше, чем ожидает приложение, и не прочитан.',
  'failure.ssh.sudo.what': 'sudo на сервере не дал пользователю {user} прочитать {file}.',
  'failure.ssh.sudo.why': '{why}',
  'failure.ssh.sudo.todo': 'Введите пароль для sudo, разрешите команду в sudoers или вставьте содержимое файла.',
  'failure.reason.loginUnfinished': 'Вход не завершился вовремя.',
  'failure.reason.channelsInUse': 'Все соединения внутри этого заняты.',
  'failure.reason.silent': 'Она ничего не прислала вовремя.',
  'failure.reason.getent': 'На {via} команда getent его не знает.',
  'failure.reason.noAgentNamed': 'SSH_AUTH_SOCK не задан, или IdentityAgent имеет значение none.',
  'failure.reason.packetSize':
    'Сервер принимает не больше {n, plural, one {# байта} few {# байт} many {# байт} other {# байта}} за раз.',
  'failure.reason.exchanges': 'Сервер снова и снова обменивается ключами.',
  'failure.reason.unread': 'Сервер присылает запросы и не читает ответов.',
  'failure.reason.tooMuchData': 'Сервер присылает больше, чем разрешено.',
};
