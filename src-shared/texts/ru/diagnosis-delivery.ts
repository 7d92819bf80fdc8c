import type { diagnosisDelivery as english } from '../en/diagnosis-delivery';

export const diagnosisDelivery: Record<keyof typeof english, string> = {
  'diagnosis.S80.title': 'Принято',
  'diagnosis.S80.explanation': '{host} принял письмо. Это ещё не значит, что оно доставлено.',
  'diagnosis.S80.remedy': 'Посмотрите в почтовом ящике {to}, в том числе в папке спама.',
  'diagnosis.S81.title': 'Принято, затем возвращено',
  'diagnosis.S81.explanation':
    'Релей принял письмо, но один из следующих серверов его отверг. Причина указана в уведомлении о недоставке, отправленном на {from}.',
  'diagnosis.S81.remedy': 'Откройте это уведомление: причину называют код состояния и текст.',
  'diagnosis.S81.gluu': 'Gluu не читает уведомлений о недоставке: они приходят на адрес отправителя.',
  'diagnosis.S82.title': 'Доставлено в спам',
  'diagnosis.S82.explanation': 'Письмо доставлено, но принимающая сторона считает его спамом.',
  'diagnosis.S82.remedy': 'Проверьте SPF, DKIM и DMARC домена {fromDomain}.',
  'diagnosis.S82.gluu': 'С письмами Gluu, скорее всего, будет так же.',
  'diagnosis.S83.title': 'Принято, но не пришло',
  'diagnosis.S83.explanation': 'Письмо в карантине, в очереди или молча отброшено.',
  'diagnosis.S83.remedy':
    '{answered, select, accepted {Попросите администратора почтового сервера найти в журнале «{words}». Проверьте, существует ли почтовый ящик {from}.} other {Попросите администратора почтового сервера найти это письмо в журнале. Проверьте, существует ли почтовый ящик {from}.}}',
  'diagnosis.S84.title': 'Часть получателей отвергнута',
  'diagnosis.S84.explanation':
    'Сервер принимает одних получателей и не принимает других. Приняты: {accepted}. Отвергнуты: {refused}.',
  'diagnosis.S84.remedy': 'Посмотрите ответ на каждого получателя.',
  'diagnosis.S84.gluu': 'Gluu отправляет каждое письмо одному получателю.',
  'diagnosis.S85.title': 'Отсюда работает, но не у Gluu',
  'diagnosis.S85.explanation': 'С этого компьютера SMTP работает, но у Gluu Server не получится ({rules}).',
  'diagnosis.S85.remedy': 'Сделайте то, что советует прогноз для Gluu.',
  'diagnosis.S85.gluu': 'Что сделает Gluu, показывает прогноз.',
  'diagnosis.S86.title': 'Здесь всё в порядке, но у Gluu не получается',
  'diagnosis.S86.explanation': 'Все проверки отсюда проходят; причину покажет только журнал Gluu Server.',
  'diagnosis.S86.remedy':
    'Найдите «Failed to send message» в oxtrust.log. Достаточно уровня ERROR: до 3.1.x включительно DEBUG записывает в этот файл пароль SMTP.',
  'diagnosis.S86.gluu': 'Gluu записывает в журнал исключение Java.',
};
