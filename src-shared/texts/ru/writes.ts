import type { writes as english } from '../en/writes';

export const writes: Record<keyof typeof english, string> = {
  'writes.interrupted.title':
    '{n, plural, =1 {Запись на {server} прервана.} one {Прервана # запись на {server}.} few {Прерваны # записи на {server}.} many {Прервано # записей на {server}.} other {Прервано # записи на {server}.}}',
  'writes.interrupted.ending':
    '{outcome, select, saved {{at}: сохранено. Подтверждено повторным чтением сервера.} notSaved {{at}: не сохранено. Подтверждено повторным чтением сервера.} other {{at}: всё ещё неизвестно, сохранено ли.}}',
  'writes.interrupted.open': 'Проверка повторяется при каждом чтении этого сервера.',
  'writes.interrupted.settled': 'См. историю.',

  'writes.lost.title': 'На {server} больше нет того, что было сохранено.',
  'writes.lost.text':
    'После обновления настроек самим Gluu на сервере другие значения: {fields}. Проверьте их в «Настройках организации» и внесите изменение снова.',

  'writes.verify.reading': 'итог неизвестен; сервер читается снова',

  'writes.readBack.other': 'Сервер прочитан снова: на нём не то, что было записано.',
  'writes.readBack.gone': 'Сервер прочитан снова: записанное исчезло.',
  'writes.readBack.stillThere': 'Сервер прочитан снова: удалённое всё ещё на месте.',
  'writes.severalValues':
    '{n, plural, one {Хранится # значение, а ожидается одно.} few {Хранится # значения, а ожидается одно.} many {Хранится # значений, а ожидается одно.} other {Хранится # значения, а ожидается одно.}}',
};
