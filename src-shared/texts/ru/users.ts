import type { users as english } from '../en/users';

export const users: Record<keyof typeof english, string> = {
  'users.title': 'Пользователи',
  'users.tab.people': 'Поиск',
  'users.tab.pick': 'Кто получит письмо',
  'users.tab.duplicates': 'Общие адреса',
  'users.tab.test': 'Тестовые пользователи',

  'users.people.search': 'Поиск пользователей',
  'users.people.placeholder': 'uid, mail, имя или inum',
  'users.people.start': 'Найти',
  'users.people.anywhere': 'Искать и внутри слов (на больших серверах медленно)',
  'users.people.searching': 'Поиск…',
  'users.people.found':
    '{n, plural, one {# пользователь.} few {# пользователя.} many {# пользователей.} other {# пользователя.}}',
  'users.people.foundFor':
    '{n, plural, one {По запросу «{text}»: # пользователь.} few {По запросу «{text}»: # пользователя.} many {По запросу «{text}»: # пользователей.} other {По запросу «{text}»: # пользователя.}}',
  'users.people.exactFor':
    '{n, plural, one {# точное совпадение с «{text}».} few {# точных совпадения с «{text}».} many {# точных совпадений с «{text}».} other {# точного совпадения с «{text}».}}',
  'users.people.lookingFurther': 'Идёт поиск остальных…',
  'users.people.onlyExact': 'Остальные не искались.',
  'users.people.moreExist': 'Есть и другие.',
  'users.people.list': 'Найденные пользователи',
  'users.people.mails':
    '{n, plural, =0 {{uid}, {mails}} one {{uid}, {mails} и ещё #} few {{uid}, {mails} и ещё #} many {{uid}, {mails} и ещё #} other {{uid}, {mails} и ещё #}}',
  'users.people.noMail': '{uid}, нет адреса',
  'users.people.noStatus': 'нет статуса',
  'users.people.showMore': 'Показать ещё',

  'users.person': 'Пользователь',
  'users.person.choose': 'Выберите пользователя, чтобы увидеть его адреса.',
  'users.person.reading': 'Чтение…',
  'users.person.name': 'Имя',
  'users.person.mail': 'Почта',
  'users.person.noMail': 'нет: письмо для сброса не дойдёт',
  'users.person.moreMails': 'и ещё {n, number}',
  'users.person.status': 'Статус',
  'users.person.none': 'нет',
  'users.person.question': 'Вопрос',
  'users.person.question.set': 'задан: страница сброса спросит ответ',
  'users.person.question.questionOnly': 'ответ не сохранён: страница сброса этот вопрос не задаёт',
  'users.person.groups': 'Группы',
  'users.person.someGroups':
    '{n, plural, =0 {{groups}} one {{groups} и ещё #} few {{groups} и ещё #} many {{groups} и ещё #} other {{groups} и ещё #}}',
  'users.person.created': 'Создан',
  'users.person.changed': 'Изменён',

  'users.pick.address': 'Почтовый адрес',
  'users.pick.note': 'Введите его так, как пользователь ввёл бы на странице сброса.',
  'users.pick.find': 'Найти',
  'users.pick.nobody': 'Такого почтового адреса ни у кого нет.',
  'users.pick.unknown.tells': 'Gluu отправит на этот адрес письмо о том, что его нет в базе данных.',
  'users.pick.unknown.silent': 'Gluu ничего не отправит, но страница всё равно сообщит, что письмо отправлено.',
  'users.pick.unknown.either':
    'До 3.1.3 включительно Gluu отправляет письмо о том, что адреса нет в базе данных. Начиная с 3.1.3.1 не отправляет ничего, но страница всё равно сообщает, что письмо отправлено.',
  'users.pick.only': 'Gluu выберет единственного пользователя с этим адресом: {who}.',
  'users.pick.first':
    'Пользователей с этим адресом: {n, number}. Gluu сортирует их по отображаемому имени и выберет первого: {who}.',
  'users.pick.others':
    '{n, plural, one {Ещё # пользователь не может сбросить пароль по этому адресу.} few {Ещё # пользователя не могут сбросить пароль по этому адресу.} many {Ещё # пользователей не могут сбросить пароль по этому адресу.} other {Ещё # пользователя не могут сбросить пароль по этому адресу.}}',
  'users.pick.sameName':
    '{more, plural, =0 {Первым стоит отображаемое имя, одинаковое у нескольких пользователей с этим адресом ({n, number}): {names}.} one {Первым стоит отображаемое имя, одинаковое у нескольких пользователей с этим адресом ({n, number}): {names} и ещё #.} few {Первым стоит отображаемое имя, одинаковое у нескольких пользователей с этим адресом ({n, number}): {names} и ещё #.} many {Первым стоит отображаемое имя, одинаковое у нескольких пользователей с этим адресом ({n, number}): {names} и ещё #.} other {Первым стоит отображаемое имя, одинаковое у нескольких пользователей с этим адресом ({n, number}): {names} и ещё #.}}',
  'users.pick.noName':
    '{more, plural, =0 {У нескольких пользователей с этим адресом ({n, number}) нет отображаемого имени, поэтому они стоят первыми: {names}.} one {У нескольких пользователей с этим адресом ({n, number}) нет отображаемого имени, поэтому они стоят первыми: {names} и ещё #.} few {У нескольких пользователей с этим адресом ({n, number}) нет отображаемого имени, поэтому они стоят первыми: {names} и ещё #.} many {У нескольких пользователей с этим адресом ({n, number}) нет отображаемого имени, поэтому они стоят первыми: {names} и ещё #.} other {У нескольких пользователей с этим адресом ({n, number}) нет отображаемого имени, поэтому они стоят первыми: {names} и ещё #.}}',
  'users.pick.tiedSure': 'При одинаковых именах Gluu выбирает того, кого его хеш-таблица вернёт первым: {who}, {inum}.',
  'users.pick.tiedOpen': 'Gluu выберет одного из них. Кого именно, по LDAP не узнать.',
  'users.pick.inactive': 'Статус «{status}»: {who}. Gluu игнорирует статус и отправит письмо.',
  'users.pick.noStatus': 'Статус не задан: {who}. Gluu это игнорирует и отправит письмо.',
  'users.pick.severalInactive': 'Неактивных среди них: {n, number}. Gluu игнорирует статус и отправит письмо.',
  'users.pick.more': 'Пользователей с этим адресом больше, чем показано здесь, поэтому первым может оказаться другой.',

  'users.hits.name': 'Имя',
  'users.hits.status': 'Статус',
  'users.hits.mail': 'Письмо для сброса',
  'users.hits.gets': 'получит письмо',
  'users.hits.mayGet': 'может получить письмо',
  'users.hits.never': 'не получит письма',

  'users.duplicates.readAll': 'Прочитать всех',
  'users.duplicates.saveCsv': 'Сохранить как CSV',
  'users.duplicates.read':
    '{n, plural, one {Прочитан # пользователь.} few {Прочитано # пользователя.} many {Прочитано # пользователей.} other {Прочитано # пользователя.}}',
  'users.duplicates.allHaveMail': 'Почтовый адрес есть у всех.',
  'users.duplicates.withoutMail':
    '{n, plural, one {У # из них нет почтового адреса, поэтому сбросить пароль нельзя.} few {У # из них нет почтового адреса, поэтому сбросить пароль нельзя.} many {У # из них нет почтового адреса, поэтому сбросить пароль нельзя.} other {У # из них нет почтового адреса, поэтому сбросить пароль нельзя.}}',
  'users.duplicates.none': 'Адресов, общих для нескольких пользователей, нет.',
  'users.duplicates.shared':
    '{n, plural, one {# адрес принадлежит нескольким пользователям.} few {# адреса принадлежат нескольким пользователям.} many {# адресов принадлежат нескольким пользователям.} other {# адреса принадлежит нескольким пользователям.}}',
  'users.duplicates.without': 'Пользователи без почтового адреса',
  'users.duplicates.withoutCount':
    '{n, plural, one {Без почтового адреса: # пользователь} few {Без почтового адреса: # пользователя} many {Без почтового адреса: # пользователей} other {Без почтового адреса: # пользователя}}',
  'users.duplicates.noName': '{uid}, нет отображаемого имени',
  'users.duplicates.firstListed': 'Показаны только первые {n, number}.',
  'users.duplicates.address':
    '{n, plural, one {{mail}: # пользователь} few {{mail}: # пользователя} many {{mail}: # пользователей} other {{mail}: # пользователя}}',
  'users.duplicates.more':
    '{n, plural, one {Ещё # адрес не показан.} few {Ещё # адреса не показаны.} many {Ещё # адресов не показаны.} other {Ещё # адреса не показано.}}',
  'users.duplicates.limit':
    '{n, plural, one {# пользователь} few {# пользователя} many {# пользователей} other {# пользователя}}',

  'users.test.givenName': 'Имя',
  'users.test.sn': 'Фамилия',
  'users.test.mail': 'Почтовый адрес',
  'users.test.mail.note': 'Куда должно прийти письмо для сброса.',
  'users.test.password': 'Пароль',
  'users.test.password.note':
    'Оставьте пустым, чтобы создать случайный. Используется для проверки входа и не показывается.',
  'users.test.create': 'Создать тестового пользователя',
  'users.test.creating': 'Создание…',
  'users.test.typeFirst': 'Введите выше {server}.',
  'users.test.ended': 'Результат',
  'users.test.created': 'Тестовый пользователь создан и прочитан с сервера.',
  'users.test.removed': 'Тестовый пользователь и его запросы на сброс удалены.',
  'users.test.unknown':
    'Пока неизвестно, записано ли это. Проверка повторится, когда тестовые пользователи будут прочитаны снова.',
  'users.test.on': 'Тестовые пользователи на {server}',
  'users.test.none': 'Тестовых пользователей этой консоли нет.',
  'users.test.more': 'Есть и другие. Показаны только первые {n, number}.',
  'users.test.checkLogin': 'Проверить вход',
  'users.test.loggedIn': 'Вход выполнен: {who}.',
  'users.test.removeNow': 'Удалить {uid} сейчас',
  'users.problem.notTestUser': 'Это не тестовый пользователь этой консоли.',

  'users.task.search': 'Поиск пользователей',
  'users.task.search.failed': 'Поиск пользователей не удался.',
  'users.task.person': 'Чтение записи пользователя',
  'users.task.person.done': 'Запись пользователя прочитана.',
  'users.task.person.failed': 'Не удалось прочитать запись пользователя.',
  'users.task.pick': 'Поиск получателя письма',
  'users.task.pick.done':
    '{n, plural, one {С этим адресом # пользователь.} few {С этим адресом # пользователя.} many {С этим адресом # пользователей.} other {С этим адресом # пользователя.}}',
  'users.task.pick.failed': 'Не удалось выполнить поиск по адресу.',
  'users.task.duplicates': 'Поиск общих адресов',
  'users.task.duplicates.failed': 'Не удалось прочитать пользователей.',
  'users.task.leftovers': 'Поиск тестовых пользователей',
  'users.task.leftovers.done': 'Тестовые пользователи прочитаны.',
  'users.task.leftovers.failed': 'Не удалось прочитать тестовых пользователей.',
  'users.task.create': 'Создание тестового пользователя',
  'users.task.create.done': 'Тестовый пользователь создан.',
  'users.task.create.failed': 'Тестовый пользователь не создан.',
  'users.task.login': 'Вход от имени тестового пользователя',
  'users.task.login.done': 'Попытка входа сделана.',
  'users.task.login.failed': 'Попытка входа не состоялась.',
  'users.task.remove': 'Удаление тестового пользователя',
  'users.task.remove.done': 'Тестовый пользователь удалён.',
  'users.task.remove.failed': 'Тестовый пользователь не удалён.',

  'users.note.read':
    '{n, plural, one {прочитан # пользователь} few {прочитано # пользователя} many {прочитано # пользователей} other {прочитано # пользователя}}',
};
