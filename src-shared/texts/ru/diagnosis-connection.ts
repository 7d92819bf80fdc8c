import type { diagnosisConnection as english } from '../en/diagnosis-connection';

export const diagnosisConnection: Record<keyof typeof english, string> = {
  'diagnosis.S01.title': 'Имя хоста не найдено',
  'diagnosis.S01.explanation': '{host} нет в DNS, по данным этого компьютера.',
  'diagnosis.S01.remedy':
    'Проверьте, нет ли опечатки. Если имя внутреннее, запустите проверку с Gluu Server или сначала подключитесь к VPN.',
  'diagnosis.S01.gluu':
    'Если и Gluu Server не может разрешить имя, Gluu тоже не отправит письмо и сообщит только, что проверка не удалась.',
  'diagnosis.S02.title': 'DNS не отвечает',
  'diagnosis.S02.explanation': 'Сервер DNS этого компьютера не ответил. О {host} это ничего не говорит.',
  'diagnosis.S02.remedy':
    'Проверьте сеть и VPN, затем повторите проверку. Если вместо имени указать IP-адрес, не совпадёт имя в сертификате.',
  'diagnosis.S02.gluu': 'У Gluu Server собственный DNS, отсюда его проверить нельзя.',
  'diagnosis.S03.title': 'Ответы DNS расходятся',
  'diagnosis.S03.explanation':
    'Здесь {host} разрешается в {here}, а на Gluu Server в {there} (раздельный DNS, split DNS).',
  'diagnosis.S03.remedy': 'Полагайтесь на результат с Gluu Server.',
  'diagnosis.S03.gluu': 'Gluu использует адреса из DNS самого Gluu Server: {there}.',
  'diagnosis.S04.title': 'В соединении отказано',
  'diagnosis.S04.explanation': '{ip} отвечает, но на порту {port} никто не слушает.',
  'diagnosis.S04.remedy':
    'Проверьте порт: обычно это 25, 465 или 587. В этой проверке «localhost» означает этот компьютер, а для Gluu это сам Gluu Server.',
  'diagnosis.S04.gluu':
    'Если «Требуется аутентификация» выключено, Gluu до 4.2 может получить такой отказ с любым хостом: он игнорирует хост и подключается к localhost, порт 25.',
  'diagnosis.S05.title': 'Время ожидания истекло',
  'diagnosis.S05.explanation':
    '{ip} не отвечает на порту {port} {seconds, select, noLimit {вовремя} other {в течение {seconds, number} с}}. Чаще всего пакеты отбрасывает межсетевой экран на пути.',
  'diagnosis.S05.remedy':
    'Попробуйте другой порт: во многих сетях исходящий порт 25 закрыт. Запустите проверку с Gluu Server или попросите открыть в межсетевом экране путь от {local, select, notSeen {этого компьютера} other {{local}}} к {ip}, порт {port}.',
  'diagnosis.S05.gluu': 'Gluu до 4.2 включительно зависает, потому что его тайм-аут не действует.',
  'diagnosis.S06.title': 'Нет маршрута к хосту',
  'diagnosis.S06.explanation': 'С этого компьютера нет маршрута к {ip} ({family}).',
  'diagnosis.S06.remedy':
    'Проверьте сеть и VPN или используйте имя хоста, у которого есть адрес другого семейства (IPv4 или IPv6).',
  'diagnosis.S06.gluu': 'Для Gluu важны маршруты Gluu Server, а не этого компьютера.',
  'diagnosis.S07.title': 'Соединение закрыто до приветствия',
  'diagnosis.S07.explanation': '{ip} принял соединение на порту {port} и закрыл его без приветствия.',
  'diagnosis.S07.remedy':
    'Вероятные причины: чёрный список, межсетевой экран на пути или слишком много соединений. Проверьте, из каких сетей почтовый сервер принимает соединения, подождите и повторите проверку.',
  'diagnosis.S07.gluu':
    'У Gluu будет то же самое, если почтовый сервер относится к адресу Gluu Server так же, как к этому.',
  'diagnosis.S08.title': 'Сервер не присылает приветствие',
  'diagnosis.S08.explanation':
    '{ip} принял соединение на порту {port}, но не прислал приветствия SMTP {seconds, select, noLimit {вовремя} other {в течение {seconds, number} с}}.',
  'diagnosis.S08.remedy':
    'Сервер может быть перегружен, нарочно задерживать приветствие или вообще не быть почтовым. Проверьте порт.',
  'diagnosis.S08.gluu': 'Gluu до 4.2 включительно зависает, потому что его тайм-аут не действует.',
  'diagnosis.S09.title': 'Этот порт ждёт TLS с самого начала',
  'diagnosis.S09.explanation': 'Порт {port} ждёт TLS с первого байта и не присылает приветствия без шифрования.',
  'diagnosis.S09.remedy':
    'Выберите «TLS с самого начала». На Gluu Server включите «Требуется SSL», начиная с 4.4.1 выберите «SslTls».',
  'diagnosis.S09.gluu': 'Если «Требуется SSL» выключено, Gluu зависает: стороны ждут друг друга.',
  'diagnosis.S10.title': 'Этот порт начинает без шифрования',
  'diagnosis.S10.explanation':
    'Соединение на порту {port} начинается без шифрования; TLS возможен только после команды STARTTLS, если вообще возможен.',
  'diagnosis.S10.remedy':
    'Выберите «STARTTLS». В Gluu до 4.4.0 включительно оставьте «Требуется SSL» включённым, начиная с 4.4.1 выберите «StartTls».',
  'diagnosis.S10.gluu':
    'Gluu до 4.4.0 включительно пробует снова без шифрования, затем через STARTTLS. Начиная с 4.4.1 с «SslTls» письмо не отправится.',
  'diagnosis.S11.title': 'Это не почтовый сервер',
  'diagnosis.S11.explanation':
    'На порту {port} слушает {service, select, httpServer {веб-сервер (HTTP)} sshServer {сервер SSH} pop3Server {сервер POP3} imapServer {сервер IMAP} vncServer {сервер VNC} rsyncServer {сервер rsync} ftpServer {сервер FTP} other {какая-то другая служба}}, а не сервер SMTP.',
  'diagnosis.S11.remedy': 'Исправьте хост или порт.',
  'diagnosis.S11.gluu': 'Gluu тоже не отправит письмо, а если служба ничего не присылает, зависнет.',
  'diagnosis.S12.title': 'Новые соединения временно не принимаются',
  'diagnosis.S12.explanation': 'Почтовый сервер сейчас не принимает новых соединений.',
  'diagnosis.S12.remedy':
    'Подождите и повторите проверку. Если ничего не изменится, то соединений слишком много или у {local, select, notSeen {этого компьютера} other {{local}}} плохая репутация.',
  'diagnosis.S12.gluu': 'Gluu не отправит письмо и не повторит попытку.',
  'diagnosis.S13.title': 'IP-адрес отвергнут',
  'diagnosis.S13.explanation':
    'Почтовый сервер не принимает почту от {local, select, notSeen {этого компьютера} other {{local}}}.',
  'diagnosis.S13.remedy':
    'Попросите провайдера разрешить {local, select, notSeen {этот компьютер} other {{local}}}, добейтесь удаления адреса из чёрного списка или используйте порт 587 для отправки с аутентификацией.',
  'diagnosis.S13.gluu': 'Для Gluu важен адрес самого Gluu Server: запустите проверку с Gluu Server.',
  'diagnosis.S14.title': 'Имя в EHLO отвергнуто',
  'diagnosis.S14.explanation': 'Почтовый сервер не принимает {ehlo}, имя, которое этот компьютер передаёт в EHLO.',
  'diagnosis.S14.remedy':
    'Дайте этому компьютеру имя хоста, которое разрешается. Для Gluu Server в форме такой настройки нет.',
  'diagnosis.S14.gluu':
    'Gluu передаёт имя хоста, которое находит Java, или «localhost», если у Gluu Server нет нормального имени.',
  'diagnosis.S15.title': 'Сеанс SMTP прерван',
  'diagnosis.S15.explanation':
    '{ended, select, late {На этапе «{stage}» почтовый сервер не прислал полного ответа за {seconds, number} с.} closed {На этапе «{stage}» почтовый сервер закрыл соединение.} error {На этапе «{stage}» соединение оборвалось ({code}).} other {На этапе «{stage}» почтовый сервер не стал продолжать.}}',
  'diagnosis.S15.remedy':
    'Повторите проверку. Если это случится снова, посмотрите журнал почтового сервера и поищите на пути межсетевой экран или антивирус.',
  'diagnosis.S15.gluu':
    'Если соединение закрыто, Gluu не отправит письмо; до 4.2 включительно он зависает, если ответа нет.',
  'diagnosis.vantages.onlyHere':
    'Проверка с этого компьютера останавливается на этапе «{stage}» («{title}»), а проверка с Gluu Server на нём не останавливается. Для Gluu важна только проверка с Gluu Server: вероятно, межсетевой экран или правило релея пропускает только его.',
  'diagnosis.vantages.onlyThere':
    'Проверка с Gluu Server останавливается на этапе «{stage}» («{title}»), а проверка с этого компьютера на нём не останавливается. Почта самого Gluu остановится там же.',
  'diagnosis.vantages.bothStop':
    'С этого компьютера проверка останавливается на этапе «{here}», с Gluu Server на этапе «{there}».',
  'diagnosis.vantages.certificates':
    'Этот компьютер и Gluu Server видят разные сертификаты: либо под одним именем две машины, либо что-то на пути перехватывает TLS. Адреса, видимые с этого компьютера: {here}. Адреса, видимые с Gluu Server: {there}.',
};
