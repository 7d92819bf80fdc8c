import type { organization as english } from '../en/organization';

export const organization: Record<keyof typeof english, string> = {
  'organization.undo': 'Отменить',
  'organization.field.about': 'О поле «{field}»',
  'organization.field.initial': 'Новая установка',
  'organization.field.reader': 'Кто читает',
  'organization.field.key': '{attribute}, ключ {key}',
  'organization.field.notInLdap': 'не в LDAP',
  'organization.field.notStored': '(не хранится)',
  'organization.error.number': 'Введите целое число, например 587.',
  'organization.error.password': 'Введите новый пароль или выберите «Оставить».',
  'organization.error.salt':
    'Gluu не сможет расшифровать пароль, зашифрованный сохранённой здесь солью. Сначала исправьте соль.',
  'organization.secret.decrypts': 'Расшифровывается солью этого сервера.',
  'organization.secret.decryptsNonAscii':
    'Расшифровывается, но содержит символы вне ASCII. Страница самого Gluu показывает их искажёнными и так же сохранила бы; 4.2.3 отправляет их в ISO 8859-1. Надёжнее пароль только из символов ASCII.',
  'organization.secret.decryptsGarbled':
    'После расшифровки получаются искажённые символы, которые страница самого Gluu сохранила вместо символов вне ASCII. Все версии, кроме 4.2.3, отправляют неверный пароль. Введите пароль заново.',
  'organization.secret.decryptsDamaged':
    'После расшифровки получается повреждённый текст: его байты не UTF-8. Gluu до 4.2.2 включительно отправляет их как есть; более новые версии заменяют их на U+FFFD. Введите пароль заново.',
  'organization.secret.layered':
    'После расшифровки получается текст, который расшифровывается ещё раз: каждое нажатие «Обновить» на странице oxTrust в Gluu 3.1.0 или 3.1.1 шифровало пароль заново. Введите пароль ещё раз.',
  'organization.secret.usedAsStored':
    'Не расшифровывается, и эта версия Gluu тогда входит с самим сохранённым текстом. Если это не пароль, введите его заново.',
  'organization.secret.doesNotDecrypt': 'Зашифрован другой солью или повреждён.',
  'organization.secret.decryptsUnproved':
    'Расшифровывается сохранённой здесь солью. Может ли его расшифровать Gluu, неизвестно.',
  'organization.secret.doesNotDecryptUnproved':
    'Не расшифровывается сохранённой здесь солью: соль или пароль не от этого сервера. Прежде чем заменить пароль, проверьте соль.',
  'organization.secret.noSalt': 'Без соли его нельзя ни проверить, ни заменить; он остаётся как есть.',
  'organization.secret.wrongSalt': 'Может ли Gluu его расшифровать, неизвестно. Исправьте соль; пароль не заменяйте.',
  'organization.secret.paste': 'Вставить соль',
  'organization.secret.correct': 'Исправить соль',
  'organization.secret.check': 'Проверить соль',
  'organization.broken.label': 'Сохранённое не читается',
  'organization.broken.title': 'Сохранённый атрибут {attribute} не читается.',
  'organization.broken.gluu':
    'Gluu тоже не может его прочитать: вся запись с конфигурацией не загружается. Кнопка «Обновить» для этих полей отключена.',
  'organization.broken.todo': 'Исправьте атрибут в редакторе LDAP, затем перечитайте настройки.',
  'organization.broken.raw': 'Как хранится',
  'organization.unsaved':
    '{n, plural, one {# несохранённое изменение} few {# несохранённых изменения} many {# несохранённых изменений} other {# несохранённого изменения}}',
  'organization.discarded':
    '{n, plural, one {# отменённое изменение} few {# отменённых изменения} many {# отменённых изменений} other {# отменённого изменения}}',
  'organization.errors':
    '{n, plural, one {Ошибка в # поле.} few {Ошибки в # полях.} many {Ошибки в # полях.} other {Ошибки в # поля.}}',
  'organization.planning': 'Подготовка изменений',
  'organization.changed.label': 'Изменено кем-то другим',
  'organization.changed.sinceSaved': 'Изменилось на сервере после вашего сохранения.',
  'organization.changed.sinceRead': 'Изменилось на сервере после того, как вы это прочитали.',
  'organization.changed.by': '{fields}, изменил <code>{by}</code>',
  'organization.task.reading': 'Чтение',
  'organization.task.read': 'Настройки прочитаны.',
  'organization.task.notRead': 'Не удалось прочитать настройки.',
  'organization.task.updating': 'Обновление',
  'organization.task.saved': 'Сохранено и проверено.',
  'organization.task.notSaved': 'Не сохранено.',
  'organization.task.conflict': 'Не сохранено: изменено кем-то другим.',
  'organization.task.unknown': 'Пока неизвестно, сохранено ли. Проверяется.',
  'organization.task.nothing': 'Ничего не записано.',
  'organization.column.setting': 'Настройка',
  'organization.review.title':
    '{n, plural, one {Просмотреть # изменение} few {Просмотреть # изменения} many {Просмотреть # изменений} other {Просмотреть # изменения}}',
  'organization.review.writing': 'Запись на {server}',
  'organization.review.refused': 'Ничего не записано',
  'organization.review.again': 'Просмотреть ещё раз',
  'organization.review.typeName': 'Введите выше {server}.',
  'organization.review.only': 'Меняются только эти значения. Остальное сохраняется байт в байт.',
  'organization.review.now': 'Сейчас на сервере',
  'organization.review.afterUpdate': 'После обновления',
  'organization.review.afterRollback': 'После отката',
  'organization.review.guard.assertion':
    'Защищённая запись: на каждую запись каталога один запрос modify; он выполняется, только если хранимые значения всё ещё те, что вы загрузили. Затем консоль читает их снова.',
  'organization.review.guard.weaker':
    'Защита слабее: этот сервер не предлагает assertion control, поэтому консоль удаляет ровно старые значения и добавляет новые. Затем она читает их снова.',
  'organization.review.verifying': 'Проверяется, сохранено ли (до 30 с).',
  'organization.review.noCancel': 'Запись нельзя отменить.',
  'organization.conflict.title': 'После загрузки изменено кем-то другим',
  'organization.conflict.text': 'Ничего не записано. Выберите, какие значения оставить.',
  'organization.conflict.mine': 'Моё',
  'organization.conflict.theirs': 'Чужое, сейчас на сервере',
  'organization.conflict.loaded': 'При загрузке',
  'organization.conflict.pick.mine': '{field}: моё',
  'organization.conflict.pick.theirs': '{field}: чужое',
  'organization.conflict.later': 'Решить позже',
  'organization.conflict.continue': 'Продолжить с этими',
  'organization.conflict.open':
    '{n, plural, one {Не решено: #.} few {Не решено: #.} many {Не решено: #.} other {Не решено: #.}}',
  'organization.ending.label': 'Итог обновления',
  'organization.ending.saved': 'Сохранено и проверено.',
  'organization.ending.lost': 'Сохранено, но потом пропало.',
  'organization.ending.weaker':
    'Этот сервер не предлагает assertion control, поэтому от чужих изменений действовала только более слабая защита.',
  'organization.ending.notSaved': 'Не сохранено.',
  'organization.ending.partly': 'Записано до сбоя: {fields}.',
  'organization.ending.unknown': 'Пока неизвестно, сохранено ли это. Проверяется.',
  'organization.ending.unknownWhy':
    'Соединение оборвалось, пока сервер записывал, или после этого его не удалось прочитать. Консоль будет читать сервер, пока это не выяснится; дважды ничего не записывается.',
  'organization.ending.verify': 'Проверить сейчас',
  'organization.holding.waiting': 'В течение минуты Gluu может это перезаписать; после этого будет новая проверка.',
  'organization.holding.held': 'После обновления настроек самим Gluu всё на месте.',
  'organization.holding.lost':
    'После обновления настроек самим Gluu на сервере другие значения. Проверьте их и внесите изменение снова.',
  'organization.holding.unknown':
    'После обновления настроек самим Gluu сервер не удалось прочитать. Перечитайте его, чтобы узнать, на месте ли изменение.',
  'organization.notWritable.readOnly': 'В этой консоли сервер доступен только для чтения.',
  'organization.notWritable.reader': 'Эта учётная запись может читать конфигурацию, но не изменять её.',
  'organization.fixed': 'Эта учётная запись может читать запись «{entry}», но не изменять её.',
  'organization.note.mayWrite': 'можно менять настройки',
  'organization.note.asLoaded': 'как при загрузке',
  'organization.note.kept': 'изменено кем-то другим и оставлено: {fields}',
  'organization.note.written.assertion':
    '{n, plural, one {# запрос modify под защитой сервера} few {# запроса modify под защитой сервера} many {# запросов modify под защитой сервера} other {# запроса modify под защитой сервера}}',
  'organization.note.written.weaker':
    '{n, plural, one {# запрос modify с более слабой защитой} few {# запроса modify с более слабой защитой} many {# запросов modify с более слабой защитой} other {# запроса modify с более слабой защитой}}',
  'organization.note.equal': 'как записано',
  'organization.note.verifyOpen': 'сервер недоступен; проверка продолжается в фоне',
  'organization.conflict.whole': 'весь атрибут изменён или не читается',
  'plan.notFromHere': 'Отсюда это изменить нельзя.',
  'plan.severalValues':
    '{n, plural, one {В {attribute} хранится # значение вместо одного. Удалите лишние в редакторе LDAP, затем перечитайте.} few {В {attribute} хранится # значения вместо одного. Удалите лишние в редакторе LDAP, затем перечитайте.} many {В {attribute} хранится # значений вместо одного. Удалите лишние в редакторе LDAP, затем перечитайте.} other {В {attribute} хранится # значения вместо одного. Удалите лишние в редакторе LDAP, затем перечитайте.}}',
  'plan.notEncrypted': 'Новый пароль не зашифрован.',
  'plan.notWritten': 'Не записано: «{field}».',
  'plan.encrypted.proved':
    'Зашифровано солью этого сервера. После записи значение для проверки читается и расшифровывается.',
  'plan.encrypted.unproved': 'Зашифровано сохранённой здесь солью.',
  'plan.saltUnproved':
    'Нельзя подтвердить, что сохранённая здесь соль от этого сервера. Если она не от него, Gluu не сможет расшифровать записанное: {fields}. {why} Сравните соль с /etc/gluu/conf/salt на этом сервере.',
  'plan.previous.unknown':
    '{field}: неизвестно, может ли Gluu расшифровать прежнее значение, потому что соль этого сервера здесь неизвестна.',
  'plan.previous.otherSalt':
    '{field}: прежнее значение не расшифровывается солью этого сервера; оно зашифровано другой.',
  'plan.previous.oneIsWrong':
    '{field}: прежнее значение не расшифровывается сохранённой здесь солью; соль или значение не от этого сервера.',
  'plan.removed': '{attribute} удаляется полностью: раньше его не было.',
  'plan.copied': 'Также в копии в oxSmtpConfiguration, как её ведёт oxTrust.',
  'plan.neverNull': 'Без этого текста сервер не отправляет ни одного письма, поэтому записывается пустой текст.',
  'organization.saved.confirmed': 'Подтверждено повторным чтением сервера.',
  'organization.saved.notShown': 'Не удалось прочитать это снова и показать здесь.',
  'organization.saved.doesNotDecrypt': '{field}: значение на сервере не расшифровывается солью этого сервера.',
  'organization.saved.doesNotDecryptUnproved':
    '{field}: значение на сервере не расшифровывается сохранённой здесь солью; нельзя подтвердить, что она от этого сервера.',
  'organization.saved.decryptsUnproved':
    '{field}: неизвестно, может ли Gluu расшифровать значение на сервере: нельзя подтвердить, что сохранённая здесь соль от этого сервера.',
};
