import type { failuresProfiles as english } from '../en/failures-profiles';

export const failuresProfiles: Record<keyof typeof english, string> = {
  'failure.profiles.unreadable.what': 'Не удалось прочитать файл {file}.',
  'failure.profiles.unreadable.why': '{why}',
  'failure.profiles.unreadable.todo':
    'Проверьте, существует ли он и можно ли вам его читать. Ниже сообщение самой системы.',
  'failure.profiles.tooLarge.what': 'Файл {file} больше {limit} МБ. Он не прочитан.',
  'failure.profiles.tooLarge.why': 'Даже экспорт тысячи серверов меньше.',
  'failure.profiles.tooLarge.todo': 'Выберите файл, экспортированный этим приложением.',
  'failure.profiles.notOurs.what': 'Файл {file} не является правильным экспортом серверов. Ничего не импортировано.',
  'failure.profiles.notOurs.why': '{why}',
  'failure.profiles.notOurs.todo': 'Экспортируйте серверы заново или выберите другой файл.',
  'failure.profiles.newer.what':
    'Файл {file} экспортирован более новой версией этого приложения. Ничего не импортировано.',
  'failure.profiles.newer.why': 'Версия его формата {found}; это приложение читает версию {known}.',
  'failure.profiles.newer.todo': 'Обновите приложение или экспортируйте серверы этой версией.',
  'failure.profiles.passphrase.what': 'Эта парольная фраза не открывает секреты.',
  'failure.profiles.passphrase.why': 'В ней опечатка, или файл изменили после экспорта.',
  'failure.profiles.passphrase.todo': 'Введите парольную фразу ещё раз или импортируйте серверы без секретов.',
  'failure.profiles.tampered.what':
    'Файл изменили после экспорта: один из секретов в нём от другого места. Секреты не импортированы.',
  'failure.profiles.tampered.why': 'Секрет ({server}) запечатан для {sealedFor}, а в файле теперь указано: {named}.',
  'failure.profiles.tampered.todo': 'Спросите того, кто дал вам файл. Серверы можно импортировать без секретов.',
  'failure.profiles.gone.what': 'Подготовленный импорт или экспорт устарел. Ничего не изменено.',
  'failure.profiles.gone.why': 'С тех пор открыт другой файл или подготовлен другой экспорт.',
  'failure.profiles.gone.todo': 'Начните заново.',
  'failure.profiles.changed.what':
    'С тех пор как файл сравнили со списком серверов, список изменился. Ничего не импортировано.',
  'failure.profiles.changed.todo': 'Откройте файл ещё раз и посмотрите различия.',
  'failure.profiles.tooMany.what': 'В списке было бы больше {limit} серверов. Ничего не добавлено.',
  'failure.profiles.tooMany.todo': 'Сначала удалите часть серверов или добавьте меньше.',
};
