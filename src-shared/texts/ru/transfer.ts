import type { transfer as english } from '../en/transfer';

export const transfer: Record<keyof typeof english, string> = {
  'transfer.working': 'Выполняется',
  'transfer.passphrase': 'Парольная фраза',

  'transfer.export.button':
    '{n, plural, one {Экспортировать # сервер} few {Экспортировать # сервера} many {Экспортировать # серверов} other {Экспортировать # сервера}}',
  'transfer.export.saveWithout': 'Сохранить без этих секретов',
  'transfer.export.intro':
    'Один файл со всеми сведениями об этих серверах, кроме секретов: адреса, маршруты, доверенные сертификаты, группы и заметки. Демонстрационные серверы не экспортируются.',
  'transfer.export.none': 'Серверов для экспорта пока нет.',
  'transfer.export.withSecrets': 'С секретами',
  'transfer.export.withSecrets.on':
    'Файл включает пароли, соли и секреты SSH, запечатанные парольной фразой. Сама фраза нигде не хранится, а без неё их не открыть.',
  'transfer.export.withSecrets.off': 'Пароли и соли остаются на этом компьютере.',
  'transfer.export.again': 'Повторите парольную фразу',
  'transfer.export.leftBehind': 'Эти секреты не читаются и не экспортируются:',
  'transfer.export.title':
    'Экспорт: {n, plural, one {# сервер} few {# сервера} many {# серверов} other {# сервера}}, {secrets, plural, =0 {без секретов} one {{secrets, number} запечатанный секрет} few {{secrets, number} запечатанных секрета} many {{secrets, number} запечатанных секретов} other {{secrets, number} запечатанного секрета}}',
  'transfer.export.done':
    '{n, plural, one {Экспортирован # сервер} few {Экспортировано # сервера} many {Экспортировано # серверов} other {Экспортировано # сервера}}',
  'transfer.export.off.none': 'Выберите хотя бы один сервер.',
  'transfer.export.off.short':
    '{min, plural, one {Парольная фраза должна быть не короче # символа.} few {Парольная фраза должна быть не короче # символов.} many {Парольная фраза должна быть не короче # символов.} other {Парольная фраза должна быть не короче # символа.}}',
  'transfer.export.off.long': 'Парольная фраза слишком длинная.',
  'transfer.export.off.differ': 'Парольные фразы не совпадают.',

  'transfer.pick.legend': 'Серверы для экспорта',
  'transfer.pick.all': '{n, plural, one {Все: #} few {Все: #} many {Все: #} other {Все: #}}',
  'transfer.pick.found': 'Найденные по «{query}»',
  'transfer.pick.none': 'Ни одного',
  'transfer.pick.chosen': '{n, plural, one {выбрано: #} few {выбрано: #} many {выбрано: #} other {выбрано: #}}',

  'transfer.import.title': 'Импорт серверов из {file}',
  'transfer.import.nothing': 'Ничего не импортировано',
  'transfer.import.another': 'Выбрать другой файл',
  'transfer.import.button':
    '{n, plural, one {Импортировать # сервер} few {Импортировать # сервера} many {Импортировать # серверов} other {Импортировать # сервера}}',
  'transfer.import.allSkipped': 'Все серверы пропускаются.',
  'transfer.import.summary':
    '{n, plural, one {# сервер} few {# сервера} many {# серверов} other {# сервера}}: новых {added, number}, отличаются от здешних {different, number}, таких же {same, number}.',
  'transfer.import.from': 'Экспортировано {at} версией {version}. До импорта ничего не меняется.',
  'transfer.import.allDiffering': 'Все отличающиеся',
  'transfer.import.empty': 'В файле нет серверов.',
  'transfer.import.noSecrets': 'В файле нет секретов. Их придётся ввести здесь.',
  'transfer.import.opened':
    '{n, plural, one {Открыт # секрет. Секреты импортируются вместе со своими серверами.} few {Открыто # секрета. Секреты импортируются вместе со своими серверами.} many {Открыто # секретов. Секреты импортируются вместе со своими серверами.} other {Открыто # секрета. Секреты импортируются вместе со своими серверами.}}',
  'transfer.import.sealed': 'В файле есть запечатанные секреты. Без парольной фразы серверы импортируются без них.',
  'transfer.import.open': 'Открыть секреты',
  'transfer.import.opening': 'Открытие',
  'transfer.import.done':
    '{n, plural, one {Импортирован # сервер} few {Импортировано # сервера} many {Импортировано # серверов} other {Импортировано # сервера}}',
  'transfer.import.counts':
    'Добавлено: {added, number}, заменено: {replaced, number}, пропущено: {skipped, number}. {secrets, plural, one {Сохранён # секрет.} few {Сохранено # секрета.} many {Сохранено # секретов.} other {Сохранено # секрета.}}',
  'transfer.import.salts':
    '{n, plural, one {# соль ещё не подтверждена. Соль проверяется при чтении её сервера.} few {# соли ещё не подтверждены. Соль проверяется при чтении её сервера.} many {# солей ещё не подтверждены. Соль проверяется при чтении её сервера.} other {# соли ещё не подтверждено. Соль проверяется при чтении её сервера.}}',
  'transfer.import.leftBehind': 'Эти секреты не сохранены. Измените серверы и введите их:',
  'transfer.leftBehind': '<b>{server}</b> {secret}: {why}',

  'transfer.action': 'Что делать с сервером {server}',
  'transfer.action.add': 'Добавить',
  'transfer.action.replace': 'Заменить',
  'transfer.action.skip': 'Пропустить',
  'transfer.standing.new': 'Новый',
  'transfer.standing.same': 'Такой же',
  'transfer.standing.differs': 'Отличается',
  'transfer.keepWritable': 'Оставить запись на {server} разрешённой, как при экспорте',
  'transfer.differences': 'Различия в {server}',
  'transfer.differences.field': 'Поле',
  'transfer.differences.here': 'Здесь',
  'transfer.differences.file': 'В файле',
  'transfer.differences.empty': 'пусто',
  'transfer.note.calledHere': 'Здесь он называется «{name}».',
  'transfer.note.nameTaken': 'Такое же имя есть у другого сервера.',
  'transfer.note.readOnly': 'Экспортирован с разрешённой записью. Импортируется в режиме только чтения.',
  'transfer.note.pin': 'Включает доверенный сертификат: SHA-256 {sha256}.',
  'transfer.note.mailPins':
    '{n, plural, one {Включает # доверенный сертификат почтового сервера.} few {Включает # доверенных сертификата почтовых серверов.} many {Включает # доверенных сертификатов почтовых серверов.} other {Включает # доверенного сертификата почтовых серверов.}}',
  'transfer.note.keyFile': 'Его файла ключа SSH {keyFile} на этом компьютере может не быть.',
  'transfer.note.secrets': 'Секреты: {secrets}.',
  'transfer.place': '{place} через {via}',

  'transfer.value.yes': 'Да',
  'transfer.value.no': 'Нет',
  'transfer.value.direct': 'напрямую',
  'transfer.value.over': '{route}, вход: {login}',
  'transfer.value.overWithKey': '{route}, вход: {login}, файл ключа {keyFile}',
  'transfer.value.pin': '{sha256}, с {at}',
  'transfer.value.mailPin': '{place} {sha256}, с {at}',
  'transfer.value.foundVersion': '{version} в {root}, {at}',

  'transfer.invalid.format': 'Значение format не равно {format}.',
  'transfer.invalid.schemaVersion': 'Значение schemaVersion не является целым числом от 1.',
  'transfer.invalid.sameId': 'У двух серверов в нём одинаковый id.',
  'transfer.invalid.json': 'Это не JSON.',
  'transfer.invalid.utf8': 'Это не UTF-8.',
  'transfer.invalid.deep': 'Слишком глубокая вложенность.',
  'transfer.invalid.object': 'Это не объект JSON.',
  'transfer.invalid.proto': 'В нём есть поле __proto__.',
  'transfer.invalid.notRegular': 'Это не обычный файл.',
  'transfer.noSuchServer': 'сервер, которого нет в файле',
  'transfer.noSuchPlace': 'такого места нет',

  'transfer.trusts': 'Доверяет сертификату',
  'transfer.trustsMail': 'Доверяет сертификату почтового сервера, для {name}',
  'transfer.invalid.base64':
    '{n, plural, one {Это не # байт в Base64.} few {Это не # байта в Base64.} many {Это не # байт в Base64.} other {Это не # байта в Base64.}}',
  'transfer.import.ask':
    '{n, plural, one {Импортировать # сервер со всем, чему доверяет и что разрешает файл?} few {Импортировать # сервера со всем, чему доверяет и что разрешает файл?} many {Импортировать # серверов со всем, чему доверяет и что разрешает файл?} other {Импортировать # сервера со всем, чему доверяет и что разрешает файл?}}',
  'transfer.import.yes': 'Импортировать',
};
