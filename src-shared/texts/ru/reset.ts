import type { reset as english } from '../en/reset';

export const reset: Record<keyof typeof english, string> = {
  'duration.hours': '{n, plural, one {# час} few {# часа} many {# часов} other {# часа}}',
  'duration.minutes': '{n, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}',
  'duration.seconds': '{n, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}',

  'reset.tabs': 'Сброс пароля',
  'reset.tab.test': 'Проверить сброс пароля',
  'reset.tab.pending': 'Ожидающие запросы',
  'reset.tab.runs': 'Прежние проверки',
  'reset.typeName': 'Введите выше {server}.',

  'reset.preflight': 'Перед началом',
  'reset.person.title': 'Кто получит письмо?',
  'reset.person.label': 'Пользователь',
  'reset.person.placeholder': 'имя, uid или почтовый адрес',
  'reset.person.missing': 'Введите имя, uid или почтовый адрес.',
  'reset.person.note': 'Почтовый адрес ищется так, как пользователь вводит его на странице сброса.',
  'reset.person.find': 'Найти',
  'reset.person.nobody': 'Никто не найден.',
  'reset.person.found': 'Найденные пользователи',
  'reset.person.noAddress': '{uid}, нет почтового адреса',
  'reset.person.more': 'Подходят и другие пользователи. Уточните имя.',
  'reset.person.instead': 'Взять для проверки {uid}',

  'reset.preview.title': 'Письмо',
  'reset.preview.ofRehearsal':
    '<b>Пробная отправка.</b> Отправляет Gluu Console, а не Gluu. Ссылка ничего не открывает.',
  'reset.preview.ofRequest':
    '<b>Настоящий запрос.</b> В отправленном письме есть рабочая ссылка, которую консоль никогда не показывает. Ссылка в этом предпросмотре ничего не открывает.',
  'reset.preview.from': 'От',
  'reset.preview.through': 'Через',
  'reset.preview.subject': 'Тема',
  'reset.preview.part': 'Часть письма',
  'reset.preview.html': 'Часть HTML',
  'reset.preview.plain': 'Простой текст',
  'reset.preview.frame': 'Часть HTML письма',
  'reset.preview.link': 'В настоящем письме ссылка была бы {link} и действовала бы {duration}.',

  'reset.rehearsal.title': 'Пробная отправка',
  'reset.rehearsal.note':
    'Отправляет это письмо с этого компьютера через {relay}, с пометкой TEST и со ссылкой, которая ничего не открывает. Ничего не записывается.',
  'reset.rehearsal.to': 'Кому',
  'reset.rehearsal.noAddress': 'Введите адрес получателя.',
  'reset.rehearsal.unencrypted':
    '{where, select, demo {Пароль пользователя {user} отправляется без шифрования.} other {Пароль пользователя {user} отправляется без шифрования; перед первой отправкой система запросит подтверждение.}}',
  'reset.rehearsal.send': 'Отправить пробное письмо',

  'reset.request.title': 'Настоящий запрос',
  'reset.request.note':
    'Создаёт одну запись запроса, как это делает Gluu, и отправляет письмо со ссылкой, которая действует {duration}. Запрос можно отозвать.',
  'reset.request.supersedes':
    '{n, plural, one {# прежний запрос этого пользователя перестанет действовать.} few {# прежних запроса этого пользователя перестанут действовать.} many {# прежних запросов этого пользователя перестанут действовать.} other {# прежнего запроса этого пользователя перестанут действовать.}}',
  'reset.request.start': 'Начать настоящий запрос',
  'reset.request.running': 'Запись и отправка',
  'reset.request.withdraw': 'Отозвать',
  'reset.request.confirm': 'Запросить сброс для {person}',
  'reset.request.effect':
    'Создаёт одну запись под ou=resetPasswordRequests и отправляет письмо на {to}. Любой, кто прочитает письмо, сможет задать пароль.',
  'reset.request.on': 'Запросить на {server}',

  'reset.run.title': 'Эта проверка',
  'reset.run.rehearsal': 'Ход пробной отправки',
  'reset.run.request': 'Ход настоящего запроса',
  'reset.run.timeline.rehearsal': 'Хронология пробной отправки {token}',
  'reset.run.timeline.request': 'Хронология настоящего запроса {token}',
  'reset.arrival.title': 'Письмо пришло?',
  'reset.arrival.look': 'Найдите {token} в {address}, в том числе в спаме. Принято ещё не значит доставлено.',
  'reset.arrival.inbox': 'Пришло',
  'reset.arrival.spam': 'В спаме',
  'reset.arrival.notYet': 'Пока нет',
  'reset.arrival.demoInbox': 'Открыть входящие (демо)',
  'reset.arrival.lookIn': 'Искать в {user}',
  'reset.arrival.changeMailbox': 'Изменить ящик',
  'reset.arrival.setUpMailbox': 'Настроить почтовый ящик (IMAP)',
  'reset.arrival.looking': 'Поиск в почтовом ящике',
  'reset.arrival.found': 'Найдено в папке {folder} через {duration}.',
  'reset.arrival.notFound': 'Через {duration} письма ещё нет.',
  'reset.arrival.headers': 'Что говорят заголовки',
  'reset.arrival.servers':
    '{n, plural, one {Письмо прошло через # сервер.} few {Письмо прошло через # сервера.} many {Письмо прошло через # серверов.} other {Письмо прошло через # сервера.}}',

  'reset.pending.removeExpired':
    '{n, plural, one {Удалить # истёкший} few {Удалить # истёкших} many {Удалить # истёкших} other {Удалить # истёкшего}}',
  'reset.pending.removed':
    '{n, plural, one {# запрос удалён.} few {# запроса удалены.} many {# запросов удалено.} other {# запроса удалено.}}',
  'reset.pending.alreadyGone':
    '{n, plural, one {# запроса уже не было.} few {# запросов уже не было.} many {# запросов уже не было.} other {# запроса уже не было.}}',
  'reset.pending.kept':
    '{n, plural, one {# запрос за это время изменился и не удалён.} few {# запроса за это время изменились и не удалены.} many {# запросов за это время изменились и не удалены.} other {# запроса за это время изменились и не удалены.}}',
  'reset.pending.left':
    '{n, plural, one {Остался # истёкший запрос. Удалите и его.} few {Осталось # истёкших запроса. Удалите и их.} many {Осталось # истёкших запросов. Удалите и их.} other {Осталось # истёкшего запроса. Удалите и их.}}',
  'reset.pending.lifetime': 'Ссылки для сброса в этой версии действуют {duration}.',
  'reset.pending.none': 'Ожидающих запросов нет.',
  'reset.pending.column.person': 'Пользователь',
  'reset.pending.column.requested': 'Запрошено',
  'reset.pending.column.ends': 'Истекает',
  'reset.pending.column.link': 'Ссылка',
  'reset.pending.column.action': 'Действие',
  'reset.pending.notKnown': 'неизвестно',
  'reset.pending.state.live': 'действует',
  'reset.pending.state.superseded': 'заменена более новой',
  'reset.pending.state.expired': 'истекла',
  'reset.pending.state.undated': 'дата не читается',
  'reset.pending.createdHere': '{state}, создано здесь',

  'reset.runs.reading': 'Чтение прежних проверок',
  'reset.runs.none': 'Сброс пароля на {server} ещё не проверялся.',
  'reset.runs.about': '{person}, на {to}, через {relay}, {token}',
  'reset.runs.withdraw': 'Отозвать',

  'reset.task.preview': 'Составление письма для сброса',
  'reset.task.rehearse': 'Пробная отправка',
  'reset.task.request': 'Запрос на сброс',
  'reset.task.withdraw': 'Отзыв запроса',
  'reset.task.wait': 'Ожидание письма',
  'reset.task.pending': 'Чтение ожидающих запросов',
  'reset.task.purge': 'Удаление запросов',
  'reset.task.search': 'Поиск пользователей',
  'reset.end.preview': 'Письмо составлено.',
  'reset.end.noPreview': 'Письмо не составлено.',
  'reset.end.accepted': 'Пробное письмо принято.',
  'reset.end.maybeSent': 'Пробное письмо, возможно, отправлено.',
  'reset.end.notSent': 'Пробное письмо не отправлено.',
  'reset.end.written': 'Запрос записан.',
  'reset.end.notWritten': 'Запрос не записан.',
  'reset.end.writeUnknown': 'Неизвестно, записан ли запрос.',
  'reset.end.withdrawn': 'Запрос отозван.',
  'reset.end.gone': 'Запроса уже не было.',
  'reset.end.notWithdrawn': 'Запрос не отозван.',
  'reset.end.unknown': 'Неизвестно, отозван ли запрос.',
  'reset.end.arrived': 'Письмо пришло.',
  'reset.end.noMail': 'Письма пока нет.',
  'reset.end.pending':
    '{n, plural, one {Найден # запрос.} few {Найдено # запроса.} many {Найдено # запросов.} other {Найдено # запроса.}}',
  'reset.end.noPending': 'Прочитать запросы не удалось.',
  'reset.end.purged':
    '{n, plural, one {Удалён # запрос.} few {Удалено # запроса.} many {Удалено # запросов.} other {Удалено # запроса.}}',
  'reset.end.notPurged': 'Ничего не удалено.',
  'reset.end.found':
    '{n, plural, one {Найден # пользователь.} few {Найдено # пользователя.} many {Найдено # пользователей.} other {Найдено # пользователя.}}',
  'reset.end.notSearched': 'Поиск пользователей не удался.',

  'reset.doubt.deadLinks':
    'Gluu 3.0.0 и 3.0.1 не могут сохранить запрос: их собственная страница рассылает нерабочие ссылки. По LDAP не видно, стоит ли на сервере одна из этих версий или 3.0.2.',
  'reset.doubt.linkForm':
    'До 3.1.7 включительно ссылка оканчивается на /resetPassword/…, начиная с 3.1.7.sp1 на /resetPassword.htm?guid=…. По LDAP не видно, какую отправляет этот сервер.',
  'reset.doubt.versions':
    'По LDAP нельзя определить, какая версия на этом сервере ({own}). Письмо, ссылка в нём и срок её действия в этих версиях различаются; показано для Gluu {shown}.',
  'reset.doubt.salt':
    'Сохранённый пароль SMTP расшифрован сохранённой здесь солью, но подтвердить, что это соль этого сервера, не удаётся: консоль может войти там, где Gluu не сможет. {why}',

  'reset.link.baseMissing': '{key} не задано: Gluu отправляет ссылки без имени хоста.',
  'reset.link.baseNotWeb': '{key} не является веб-адресом: ссылки никуда не ведут.',
  'reset.lifetime.missing': 'passwordResetRequestExpirationTime не задано: любая ссылка истекает сразу после создания.',
  'reset.lifetime.none':
    'passwordResetRequestExpirationTime равно {seconds}: любая ссылка истекает сразу после создания.',
  'reset.lifetime.tooLong':
    'passwordResetRequestExpirationTime равно {seconds} с: через 2 часа форма ещё открывается, но нового пароля Gluu уже не принимает.',

  'reset.quirk.subjectBlank': 'В теме письма вместо названия организации пусто. Gluu с 3.1.2 по 4.5.3 его пропускает.',
  'reset.quirk.plainOnly': 'В письме только простой текст, и в нём виден HTML-код кнопки.',
  'reset.quirk.plainLetter': 'Письмо состоит только из простого текста; ссылка стоит на отдельной строке.',
  'reset.quirk.buttonCode': 'В простом тексте виден HTML-код кнопки.',
  'reset.quirk.noLineBreaks': 'В тексте HTML нет переносов строк: почтовые программы показывают его одним абзацем.',
  'reset.quirk.plainIsHtml': 'Текстовая часть тоже содержит HTML-код.',
  'reset.quirk.wording':
    'Фразы этого письма составлены этой консолью; тема, значения, ссылка, части и разметка такие, какими их отправляет эта версия.',
  'reset.quirk.zeroMinutes': 'В письме написано «0 minute(s)».',
  'reset.quirk.helloNull': 'У пользователя не указано имя: в письме написано «Hello null».',
  'reset.quirk.helloNobody': 'У пользователя не указано имя: в письме написано «Hello» без имени.',
  'reset.quirk.organizationNull': 'У организации нет названия: в теме написано «null».',
  'reset.quirk.organizationNobody': 'У организации нет названия: в теме письма на его месте пусто.',
  'reset.quirk.markup': 'В имени есть HTML. Gluu вставляет его в письмо без экранирования.',
  'reset.quirk.exclamation':
    'В ссылке может быть восклицательный знак, и некоторые почтовые программы обрывают её на нём.',
  'reset.quirk.linkStays':
    'Gluu не удаляет запрос: ссылка действует все 2 часа, даже после того как новый пароль задан.',
  'reset.quirk.linkUsedUp': 'После неверного ответа на секретный вопрос ссылка больше не действует.',
  'reset.quirk.anyCase':
    'Gluu не различает прописные и строчные буквы, когда сравнивает новый пароль с его повтором и ответ на секретный вопрос с сохранённым.',

  'reset.problem.noSettings': 'Настройки SMTP не сохранены.',
  'reset.problem.noHost': '«Хост SMTP» не задан.',
  'reset.problem.host': 'Хост SMTP: {why}',
  'reset.problem.noPort': '«Порт SMTP» не задан.',
  'reset.problem.noFrom': '«От почтового адреса» не задано.',
  'reset.problem.from': 'От почтового адреса: {why}',
  'reset.problem.noUser': '«Имя пользователя SMTP» не задано.',
  'reset.problem.noPassword': 'Пароль SMTP не сохранён.',
  'reset.problem.noAddress': 'У пользователя нет почтового адреса.',
  'reset.problem.ownAddressOnly': 'Рабочую ссылку можно отправить только на адреса самого пользователя.',

  'reset.step.requests':
    '{more, select, yes {{n, plural, one {# запрос, есть ещё} few {# запроса, есть ещё} many {# запросов, есть ещё} other {# запроса, есть ещё}}} other {{n, plural, one {# запрос} few {# запроса} many {# запросов} other {# запроса}}}}',
  'reset.step.there': 'запрос на месте',
  'reset.step.notThere': 'запроса нет',
  'reset.step.notReached': 'сервер недоступен',
  'reset.step.added': 'запрос добавлен',
  'reset.step.branchAdded': 'добавлены ветвь и запрос',
  'reset.step.equal': 'совпадает',
  'reset.step.toRemove':
    '{n, plural, one {удалить # запрос} few {удалить # запроса} many {удалить # запросов} other {удалить # запроса}}',
  'reset.step.someRemoved': 'удалено {done, number} из {all, number}',
  'reset.step.removed': 'запрос удалён',
  'reset.step.branchRemoved': 'запрос и пустая ветвь удалены',
  'reset.step.gone': 'больше нет',
  'reset.step.noMail': 'письмо не отправлялось',

  'reset.answer.form': 'Открывается форма для нового пароля.',
  'reset.answer.none': 'Ссылку не удалось открыть: {why}',
  'reset.answer.notResetPage': 'Ссылка не открывалась: её адрес не ведёт на страницу сброса.',
  'reset.answer.http':
    'Ссылка не открывалась: она начинается с http://, и кто угодно на пути мог бы её прочитать и использовать.',
  'reset.answer.untrusted': 'Ссылка не открывалась: этот компьютер не доверяет сертификату. {why}',
  'reset.answer.notWeb': 'Сервер по этому адресу не является веб-сервером.',
  'reset.answer.status': 'Страница отвечает с кодом {status}.',
  'reset.answer.noField': 'Страница открывается, но поля для нового пароля на ней нет.',
  'reset.answer.endless': 'Страница перенаправляет снова и снова, а до формы дело не доходит.',
  'reset.answer.nowhere': 'Страница перенаправляет, но адрес недопустим.',
  'reset.answer.elsewhere': 'Страница перенаправляет на {to}, а не на форму.',
  'reset.answer.dead': 'Ссылка не работает: Gluu предлагает запросить новую.',
  'reset.answer.login': 'Страница перенаправляет на страницу входа вместо формы (oxTrust, issue 607).',

  'reset.event.begun.rehearsal': 'Пробная отправка начата.',
  'reset.event.begun.request': 'Настоящий запрос начат.',
  'reset.event.written': 'Запрос записан и перечитан. Истекает {at}.',
  'reset.event.notWritten': 'Не записан. Письмо не отправлялось.',
  'reset.event.notKept': 'Запрос на сервере не сохранился. Письмо не отправлялось.',
  'reset.event.noHistory': 'Ничего не записано, потому что нельзя записать историю.',
  'reset.event.writeUnknown': 'Неизвестно, есть ли запрос на сервере. Письмо не отправлялось.',
  'reset.event.foundAgain': 'Запрос есть на сервере: он нашёлся при повторном чтении. Письмо не отправлялось.',
  'reset.event.neverThere': 'Запроса на сервере нет, письмо не отправлялось.',
  'reset.event.cleaned':
    'Запроса на сервере нет. Gluu к этому времени уже удалил бы его, поэтому неизвестно, был ли он записан.',
  'reset.event.accepted': 'Принято сервером {server}: {reply}',
  'reset.event.refused': 'Не отправлено: {why}',
  'reset.event.refused.atStage': 'Не отправлено. {stage}: {why}',
  'reset.event.unknown': 'Возможно, почтовый сервер принял письмо: {why}',
  'reset.event.unknown.atStage': 'Возможно, почтовый сервер принял письмо. {stage}: {why}',
  'reset.event.cutShort': 'Приложение завершилось во время отправки, поэтому письмо могло уйти.',
  'reset.event.arrived.inbox': 'Письмо во входящих.',
  'reset.event.arrived.spam': 'Письмо в папке спама.',
  'reset.event.arrived.notYet': 'Письма пока нет.',
  'reset.event.withdrawn': 'Отозван: запрос удалён, и его ссылка больше не работает.',
  'reset.event.notWithdrawn': 'Запрос ещё на сервере: он не отозван.',
  'reset.event.removalUnknown': 'Неизвестно, удалён ли запрос.',
  'reset.event.noLonger': 'Запроса на сервере больше нет.',
  'reset.event.purged': 'Удалён вместе с ожидающими запросами.',
  'reset.event.gone.expired': 'Запрос истёк, его больше нет.',
  'reset.event.gone.used': 'Запрос исчез до истечения срока: ссылкой воспользовались или кто-то удалил запрос.',
  'reset.event.gone.withdrawn': 'Запрос исчез: его кто-то удалил. Эта версия Gluu сама запросы не удаляет.',

  'reset.request.foundAgain':
    'Сначала было неизвестно, чем закончилась запись. При повторном чтении сервера запрос нашёлся.',
  'reset.request.clock.ahead':
    'Часы этого компьютера спешат на {duration} относительно часов сервера, поэтому ссылка действует на столько же дольше.',
  'reset.request.clock.behind':
    'Часы этого компьютера отстают на {duration} от часов сервера, поэтому ссылка истекает на столько же раньше.',
};
