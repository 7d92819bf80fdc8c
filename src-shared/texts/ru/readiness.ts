import type { readiness as english } from '../en/readiness';

export const readiness: Record<keyof typeof english, string> = {
  'readiness.title': 'Сброс пароля',
  'readiness.checking': 'Проверяется сброс пароля…',
  'readiness.work': 'Проверка сброса пароля',
  'readiness.can.yes': 'Пользователи могут сбросить пароль.',
  'readiness.can.yesBut':
    'Пользователи могут сбросить пароль. {n, plural, one {# пункт требует} few {# пункта требуют} many {# пунктов требуют} other {# пункта требуют}} внимания.',
  'readiness.can.no':
    '{n, plural, =1 {Пользователи не могут сбросить пароль.} one {Пользователи не могут сбросить пароль. Мешает # причина.} few {Пользователи не могут сбросить пароль. Мешают # причины.} many {Пользователи не могут сбросить пароль. Мешают # причин.} other {Пользователи не могут сбросить пароль. Мешают # причины.}}',
  'readiness.can.notKnown':
    '{n, plural, =1 {Неизвестно, могут ли пользователи сбросить пароль.} one {Неизвестно, могут ли пользователи сбросить пароль. Открыт # вопрос.} few {Неизвестно, могут ли пользователи сбросить пароль. Открыты # вопроса.} many {Неизвестно, могут ли пользователи сбросить пароль. Открыты # вопросов.} other {Неизвестно, могут ли пользователи сбросить пароль. Открыты # вопроса.}}',
  'readiness.can.untested':
    '{n, plural, =0 {Всё настроено. Само письмо ещё не проверено.} one {Само письмо ещё не проверено. Внимания требует ещё # пункт.} few {Само письмо ещё не проверено. Внимания требуют ещё # пункта.} many {Само письмо ещё не проверено. Внимания требуют ещё # пунктов.} other {Само письмо ещё не проверено. Внимания требуют ещё # пункта.}}',
  'readiness.reasons': 'Причины',
  'readiness.more': 'и ещё {n, number}',
  'readiness.notChecked': 'Проверить сброс пароля не удалось.',

  'readiness.links': 'Проверки сброса пароля',
  'readiness.link.resetEnabled': 'Сброс Self-Service пароля',
  'readiness.link.smtpComplete': 'Настройки SMTP',
  'readiness.link.smtpPassword': 'Пароль SMTP',
  'readiness.link.fromAddress': 'От почтового адреса',
  'readiness.link.resetMail': 'Как отправит Gluu',
  'readiness.link.recaptcha': 'reCAPTCHA',
  'readiness.link.requestBranch': 'Запросы на сброс',
  'readiness.link.expiry': 'Срок действия ссылки',
  'readiness.link.linkHost': 'Ссылка в письме',
  'readiness.link.linkCertificate': 'Сертификат ссылки',
  'readiness.link.reminderPage': 'Страница сброса',
  'readiness.link.peopleWithoutMail': 'Пользователи без почтового адреса',
  'readiness.link.sharedMail': 'Общие почтовые адреса',
  'readiness.state.green': 'Без замечаний:',
  'readiness.state.amber': 'Есть замечание:',
  'readiness.state.red': 'Проблема:',
  'readiness.state.notKnown': 'Неизвестно:',

  'readiness.do.checkAgain': 'Проверить снова',
  'readiness.do.testNow': 'Проверить сейчас',
  'readiness.do.testMail': 'Проверить настройки почты',
  'readiness.do.enable': 'Включить',
  'readiness.do.openSmtp': 'Открыть настройки SMTP',
  'readiness.do.openField': 'Открыть поле',
  'readiness.do.enterPassword': 'Ввести пароль',
  'readiness.do.enterAddress': 'Ввести адрес',
  'readiness.do.enterSalt': 'Ввести соль',
  'readiness.do.correctSalt': 'Исправить соль',
  'readiness.do.lookAtSalt': 'Посмотреть соль',
  'readiness.do.showCertificate': 'Показать сертификат',
  'readiness.do.showPeople':
    '{n, plural, one {Показать # пользователя} few {Показать # пользователей} many {Показать # пользователей} other {Показать # пользователя}}',
  'readiness.do.showAddresses':
    '{n, plural, one {Показать # адрес} few {Показать # адреса} many {Показать # адресов} other {Показать # адреса}}',

  'readiness.inOxtrust.field': 'В oxTrust: Настройки организации, {label}.',
  'readiness.inOxtrust.json': 'В oxTrust: Настройки, JSON конфигурация, Настройки OxTrust.',
  'readiness.inOxtrust.linkBase': 'В oxTrust: Настройки, JSON конфигурация, Настройки OxTrust, {key}.',
  'readiness.inOxtrust.expiry': 'Задайте для passwordResetRequestExpirationTime значение 600, как в новой установке.',

  'readiness.version.beyond':
    'Консоль знает, как сброс пароля работает в Gluu {known}. На этом сервере Gluu {version}.',
  'readiness.because.versionBeyond': 'Консоль не знает, как сброс пароля работает в Gluu {version}.',
  'readiness.version.each': 'Gluu {version}: {reason}',
  'readiness.because.versionOpen': 'Неизвестно, какая из этих версий на сервере: Gluu {version}.',

  'readiness.enabled.on': 'Включён.',
  'readiness.enabled.off': 'Выключен.',
  'readiness.enabled.notSet': 'Не задан, то есть выключен.',
  'readiness.enabled.unrecognized':
    'Gluu не распознаёт сохранённое значение: считает сброс выключенным и удаляет это значение.',
  'readiness.enabled.notTrue': 'Сохранённое значение — не TRUE и не FALSE. Gluu считает его выключенным.',
  'readiness.enabled.contradicting':
    'Сохранённые значения ({n, number}) противоречат друг другу. Gluu использует то, которое получит первым.',
  'readiness.because.off': '«Сброс Self-Service пароля» не включён.',
  'readiness.because.contradicting': 'Значения passwordResetAllowed противоречат друг другу.',

  'readiness.smtp.complete':
    '{login, select, yes {Заполнены: {address}, с аутентификацией.} other {Заполнены: {address}, без аутентификации.}}',
  'readiness.smtp.broken': 'oxSmtpConfiguration не читается, поэтому Gluu вообще не может прочитать эту запись.',
  'readiness.smtp.missing': 'Gluu будет сообщать, что сброс пароля выключен, пока не задано: {fields}.',
  'readiness.smtp.hostEmpty': 'В «Хост SMTP» пустая строка. Gluu считает его заданным, но отправлять письмо некуда.',
  'readiness.because.smtpAbsent': 'Настройки SMTP не сохранены.',
  'readiness.because.smtpBroken': 'Gluu не может прочитать настройки SMTP.',
  'readiness.because.smtpMissing': 'Не хватает настроек SMTP: {fields}.',
  'readiness.because.hostEmpty': '«Хост SMTP» пуст.',

  'readiness.password.notNeeded': 'Не нужен: «Требуется аутентификация» выключено.',
  'readiness.password.undecidedAbsent': 'Неизвестно, нужен ли пароль: настройки SMTP не сохранены.',
  'readiness.password.undecidedBroken': 'Неизвестно, нужен ли пароль: настройки SMTP не читаются.',
  'readiness.password.decrypts': 'Расшифровывается солью этого сервера.',
  'readiness.password.none': 'Пароль не сохранён.',
  'readiness.password.doesNotDecrypt':
    'Соль этого сервера не расшифровывает сохранённый пароль, поэтому Gluu его не отправит, и вход не удастся.',
  'readiness.password.decryptsGarbled':
    'Расшифровывается, но страница oxTrust при сохранении исказила символы вне ASCII. Правильный пароль из него прочитает только Gluu 4.2.3.',
  'readiness.password.decryptsDamaged':
    'После расшифровки получается повреждённый текст: его байты не UTF-8, и большинство почтовых серверов такой пароль не примут.',
  'readiness.password.layered':
    'После расшифровки получается текст, который расшифровывается ещё раз: каждое нажатие «Обновить» на странице oxTrust в Gluu 3.1.0 или 3.1.1 шифровало пароль заново. Gluu входит с внутренним шифртекстом, и вход не удаётся.',
  'readiness.password.usedAsStored':
    'Соль этого сервера не расшифровывает сохранённый пароль. Эта версия Gluu тогда входит с самим сохранённым текстом; это верно, только если он сохранён незашифрованным.',
  'readiness.password.decryptsNonAscii':
    'Расшифровывается и содержит символы вне ASCII. Страница oxTrust показывает их искажёнными: кнопка «Обновить» там сохранит их такими, и вход не удастся.',
  'readiness.password.noSalt':
    'Сохранён. Расшифровывается ли он, проверить нельзя: соль этого сервера здесь неизвестна.',
  'readiness.password.wrongSalt': 'Сохранён. Неизвестно, может ли Gluu его расшифровать.',
  'readiness.password.doesNotDecryptUnproved':
    'Не расшифровывается сохранённой здесь солью: либо пароль, либо соль не от этого сервера.',
  'readiness.password.decryptsUnproved': 'Расшифровывается сохранённой здесь солью.',
  'readiness.password.mask': 'Состоит из звёздочек или точек, какими страницы заменяют пароль.',
  'readiness.because.passwordUndecided': 'Неизвестно, нужен ли «Пароль SMTP».',
  'readiness.because.password.none': '«Пароль SMTP» не сохранён.',
  'readiness.because.password.doesNotDecrypt': '«Пароль SMTP» не расшифровывается.',
  'readiness.because.password.decryptsGarbled': '«Пароль SMTP» искажён при сохранении.',
  'readiness.because.password.decryptsDamaged': '«Пароль SMTP» после расшифровки оказывается повреждённым текстом.',
  'readiness.because.password.layered': '«Пароль SMTP» зашифрован несколько раз.',
  'readiness.because.password.usedAsStored': 'Gluu использует «Пароль SMTP» так, как он сохранён, без расшифровки.',
  'readiness.because.password.decryptsNonAscii': '«Обновить» на странице oxTrust исказит «Пароль SMTP».',
  'readiness.because.password.noSalt': 'Соль этого сервера здесь неизвестна.',
  'readiness.because.password.wrongSalt': 'Конфигурация самого сервера противоречит сохранённой здесь соли.',
  'readiness.because.password.doesNotDecryptUnproved':
    '«Пароль SMTP» не расшифровывается сохранённой здесь солью: возможно, она от другого сервера.',
  'readiness.because.password.decryptsUnproved':
    'Подтвердить, что сохранённая здесь соль принадлежит этому серверу, не удаётся.',
  'readiness.because.password.mask': '«Пароль SMTP» состоит из звёздочек или точек.',

  'readiness.from.notSet': '«От почтового адреса» не задано. Gluu этого не требует, но отправить письмо не удастся.',
  'readiness.because.fromNotSet': '«От почтового адреса» не задано.',
  'readiness.because.fromInvalid': 'В «От почтового адреса» указан не почтовый адрес.',
  'readiness.because.fromDoubtful': 'Почтовые серверы могут не принять или изменить отправителя письма.',

  'readiness.mail.nothingToSendWith': 'Нет настроек для отправки.',
  'readiness.mail.untested': 'Почтовый сервер ещё не проверен.',
  'readiness.mail.open': 'Неизвестно: {what}',
  'readiness.mail.leftOpen': 'По ответам почтового сервера не видно, примет ли он письмо.',
  'readiness.mail.stale': 'Начиная с этапа «{stage}», в последней проверке почты были другие значения.',
  'readiness.mail.relay':
    'Gluu отправляет на порт 25 самого Gluu Server, как указано в настройках. Принимает ли там почту релей, отсюда не видно.',
  'readiness.because.mailImpossible': 'Письмо нельзя отправить.',
  'readiness.because.mailRefused': 'Почтовый сервер не примет письмо.',
  'readiness.because.open': 'Проверка не показала, отправится ли письмо.',
  'readiness.because.openUnencrypted':
    'Проверка не показала, отправится ли письмо. Если отправится, то без шифрования.',
  'readiness.because.sendsInClear': 'Почта не шифруется.',
  'readiness.because.fails': 'Письмо не уйдёт, но Gluu всё равно сообщит, что оно отправлено.',
  'readiness.because.hangs': 'Отправка письма зависнет.',
  'readiness.because.ignoresHost': 'Gluu отправляет письмо не на «Хост SMTP», а на собственный порт 25.',
  'readiness.because.relay': 'Отправка зависит от релея на Gluu Server.',

  'readiness.recaptcha.none': 'В этой версии её нет.',
  'readiness.recaptcha.on': 'Включена: пользователи проходят её до отправки письма.',
  'readiness.recaptcha.off': 'Выключена.',
  'readiness.recaptcha.half': 'Выключена, хотя {key} задан: второй ключ пуст.',
  'readiness.recaptcha.noKeys': 'Выключена, хотя authenticationRecaptchaEnabled имеет значение true: оба ключа пусты.',
  'readiness.because.recaptchaHalf': 'reCAPTCHA настроена лишь наполовину и поэтому не действует.',
  'readiness.because.recaptchaNoKeys': 'reCAPTCHA включена без ключей и поэтому не действует.',

  'readiness.requests.dead':
    'Эта версия записывает запрос с датой, которую не принимает её собственная схема LDAP: ни одна ссылка не работает.',
  'readiness.requests.upgrade': 'Обновите Gluu до 3.0.2 или новее.',
  'readiness.requests.notYet': 'Ветви ещё нет; Gluu создаст её при первом запросе.',
  'readiness.requests.present':
    '{n, plural, =0 {Запросов нет.} one {# запрос.} few {# запроса.} many {# запросов.} other {# запроса.}}',
  'readiness.requests.presentMore': 'Запросов больше {n, number}.',
  'readiness.requests.unending':
    '{n, plural, one {# из них для Gluu никогда не истекает: нет exp или del не равно true, поэтому таймер его не удалит.} few {# из них для Gluu никогда не истекают: нет exp или del не равно true, поэтому таймер их не удалит.} many {# из них для Gluu никогда не истекают: нет exp или del не равно true, поэтому таймер их не удалит.} other {# из них для Gluu никогда не истекают: нет exp или del не равно true, поэтому таймер их не удалит.}}',
  'readiness.requests.unread': 'Прочитать их не удалось.',
  'readiness.because.requestsDead': 'Эта версия не может сохранять запросы на сброс.',
  'readiness.because.requestsUnread': 'Ожидающие запросы не удалось прочитать.',
  'readiness.because.requestsUnending':
    '{n, plural, one {# запрос на сброс никогда не удаляется.} few {# запроса на сброс никогда не удаляются.} many {# запросов на сброс никогда не удаляются.} other {# запроса на сброс никогда не удаляются.}}',

  'readiness.expiry.fixed': 'Ссылки действуют 2 часа (в этой версии срок не меняется).',
  'readiness.expiry.ignored': 'Эта версия игнорирует заданный срок.',
  'readiness.expiry.minutes':
    '{n, plural, one {Ссылки действуют # минуту.} few {Ссылки действуют # минуты.} many {Ссылки действуют # минут.} other {Ссылки действуют # минуты.}}',
  'readiness.expiry.minutesSeconds':
    'Ссылки действуют {n, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}} {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.',
  'readiness.expiry.tooShort':
    'Ссылки действуют {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}. Письмо может идти дольше, и в нём написано «0 minute(s)».',
  'readiness.expiry.unreadable':
    'passwordResetRequestExpirationTime не целое число: oxTrust не может прочитать свою конфигурацию.',
  'readiness.expiry.missing':
    'passwordResetRequestExpirationTime отсутствует, как бывает после обновления, и считается равным 0: любая ссылка истекает сразу после создания.',
  'readiness.expiry.notPositive':
    'passwordResetRequestExpirationTime равно {seconds}: любая ссылка истекает сразу после создания.',
  'readiness.because.expiryUnreadable': 'oxTrust не может прочитать срок действия ссылок.',
  'readiness.because.expired': 'Любая ссылка истекает сразу после создания.',
  'readiness.because.expiryTooLong': 'Через 2 часа ссылка ещё открывается, но нового пароля Gluu уже не принимает.',
  'readiness.because.expiryTooShort': 'Ссылки истекают меньше чем за минуту.',

  'readiness.oxtrust.absent': 'Собственная конфигурация oxTrust не найдена.',
  'readiness.oxtrust.broken': 'Собственная конфигурация oxTrust не читается.',

  'readiness.host.own': 'Ссылки ведут на {host}, то есть на собственный компьютер каждого пользователя.',
  'readiness.host.unencrypted': 'Ссылки ведут на {address}: новый пароль отправляется без шифрования.',
  'readiness.host.notSet': '{key} не задан: ссылки в письмах для сброса никуда не ведут.',
  'readiness.host.noWebAddress': '{key} не является веб-адресом: ссылки в письмах для сброса никуда не ведут.',
  'readiness.host.tooMuch':
    'В {key} указаны не только схема, хост и порт, поэтому ссылки в письмах для сброса не работают.',
  'readiness.host.path': 'В {key} указан путь. Консоль запрашивает страницы только в корне хоста.',
  'readiness.host.unknown':
    'Этот компьютер не находит {host} в DNS. Пользователям из другой сети он может быть доступен.',
  'readiness.because.nowhere': 'Ссылки в письмах для сброса никуда не ведут.',
  'readiness.because.unencrypted': 'Ссылки в письмах для сброса ведут на адрес без шифрования.',
  'readiness.because.otherHost': 'Ссылки в письмах для сброса ведут не на этот сервер, а на другой хост.',
  'readiness.because.notAsked': 'Страница, на которую ведут ссылки, не запрашивалась.',
  'readiness.because.lookupFailed': 'Запрос к DNS о {host}, хосте из ссылок, не удался.',
  'readiness.because.hostUnknown': 'Хоста из ссылок, {host}, нет в DNS этого компьютера.',
  'readiness.because.noAddress': 'Нет адреса, который можно проверить.',

  'readiness.certificate.none': 'Нет: ссылки начинаются с http://.',
  'readiness.certificate.notSeen': 'Не получен: соединения по TLS не было.',
  'readiness.certificate.rejected': 'Браузеры показывают пользователям предупреждение вместо формы.',
  'readiness.certificate.ends':
    'Истекает {day}, через {n, plural, one {# день} few {# дня} many {# дней} other {# дня}}.',
  'readiness.certificate.trusted':
    'Доверенный. Истекает {day}, через {n, plural, one {# день} few {# дня} many {# дней} other {# дня}}.',
  'readiness.because.certificateNotSeen': 'Сертификат ссылки не получен.',
  'readiness.because.certificateRejected': 'Браузеры отвергают сертификат ссылки.',
  'readiness.because.certificateEnds': 'Сертификат ссылки скоро истекает.',

  'readiness.page.good': '{url} отвечает.',
  'readiness.page.title': 'Заголовок: «{title}».',
  'readiness.page.error': '{url} отвечает с кодом 200, но показывает страницу ошибки.',
  'readiness.page.noForm': '{url} отвечает, но формы, в которой пользователи запрашивают письмо, там нет.',
  'readiness.page.status': '{url} отвечает с кодом {status}.',
  'readiness.page.redirects': '{url} перенаправляет на {location} ({status}).',
  'readiness.page.redirectsNowhere': '{url} перенаправляет, но не указывает куда ({status}).',
  'readiness.page.notHttp': '{url}: ответ не соответствует HTTP ({detail}).',
  'readiness.page.failed': '{url}: {what}',
  'readiness.page.fromHere': 'Так это выглядит с этого компьютера.',
  'readiness.page.noName': 'Не запрашивалась: имя хоста не найдено.',
  'readiness.because.pageNotHttp': 'Сервер, на который ведут ссылки, не веб-сервер.',
  'readiness.because.pageSilent': 'Страница сброса не отвечает этому компьютеру.',
  'readiness.because.pageError': 'Страница сброса показывает ошибку.',
  'readiness.because.pageNoForm': 'На странице сброса нет формы.',
  'readiness.because.pageStatus': 'Страница сброса отвечает с кодом {status}.',
  'readiness.because.pageToLogin': 'Страница сброса перенаправляет на страницу входа.',
  'readiness.because.pageElsewhere': 'Страница сброса перенаправляет в другое место.',
  'readiness.because.pageNoName': 'Страницу сброса не удалось запросить с {host}.',

  'readiness.people.uncounted': 'Подсчитать пользователей не удалось.',
  'readiness.people.none': 'На этом сервере нет пользователей.',
  'readiness.people.limit':
    '{people, plural, =1 {Подсчитан только первый пользователь.} one {Подсчитаны только первые # пользователь.} few {Подсчитаны только первые # пользователя.} many {Подсчитаны только первые # пользователей.} other {Подсчитаны только первые # пользователя.}}',
  'readiness.people.time':
    'Подсчёт шёл слишком долго и остановлен после {people, plural, one {# пользователя} few {# пользователей} many {# пользователей} other {# пользователя}}.',
  'readiness.people.allHaveMail':
    'Почтовый адрес есть у всех ({people, plural, one {# пользователь} few {# пользователя} many {# пользователей} other {# пользователя}}).',
  'readiness.people.nobodyHasMail':
    'Почтового адреса нет ни у кого ({people, plural, one {# пользователь} few {# пользователя} many {# пользователей} other {# пользователя}}).',
  'readiness.people.someWithoutMail':
    'Почтового адреса нет у {n, plural, one {# пользователя} few {# пользователей} many {# пользователей} other {# пользователя}} из {people, number}.',
  'readiness.people.noneShared':
    'Ни один почтовый адрес не принадлежит нескольким пользователям ({people, plural, one {# пользователь} few {# пользователя} many {# пользователей} other {# пользователя}}).',
  'readiness.people.shared':
    '{n, plural, one {# почтовый адрес принадлежит} few {# почтовых адреса принадлежат} many {# почтовых адресов принадлежат} other {# почтового адреса принадлежат}} нескольким пользователям. При сбросе меняется пароль того, кого Gluu найдёт первым.',
  'readiness.people.refused':
    'Если сам LDAP-сервер не допускает второго пользователя с тем же адресом, сброс заканчивается сообщением «Email Already Registered».',
  'readiness.because.notAllCounted': 'Подсчитаны не все пользователи.',
  'readiness.because.nobodyHasMail': 'Почтового адреса нет ни у кого.',
  'readiness.because.withoutMail':
    'Почтового адреса нет у {n, plural, one {# пользователя} few {# пользователей} many {# пользователей} other {# пользователя}}.',
  'readiness.because.sharedMail':
    '{n, plural, one {# почтовый адрес принадлежит} few {# почтовых адреса принадлежат} many {# почтовых адресов принадлежат} other {# почтового адреса принадлежат}} нескольким пользователям.',

  'readiness.step.noLinkBase': '{key} не задан',
  'readiness.step.answers': 'отвечает с кодом {status}',
  'readiness.step.noAnswer': 'пригодного ответа нет',
  'readiness.step.uncounted': 'подсчитать не удалось',
  'readiness.step.counted':
    '{n, plural, one {подсчитан # пользователь} few {подсчитано # пользователя} many {подсчитано # пользователей} other {подсчитано # пользователя}}',
};
