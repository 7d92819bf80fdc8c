import type { base as english } from '../en/base';

export const base: Record<keyof typeof english, string> = {
  verbatim: '{text}',
  'unknown.message': '(сообщение, неизвестное этой версии: {id})',
  'unknown.value': '(неизвестно)',

  'word.cancel': 'Отмена',
  'word.close': 'Закрыть',
  'word.save': 'Сохранить',
  'word.saveAndCheck': 'Сохранить и проверить',
  'word.copy': 'Копировать',
  'word.reload': 'Перечитать',
  'word.remove': 'Удалить',
  'word.discard': 'Отменить изменения',
  'word.keepEditing': 'Продолжить правку',
  'word.showAll': 'Показать все',
  'word.trustCertificate': 'Доверять этому сертификату',
  'word.optional': 'необязательно',
  'word.on': 'Вкл.',
  'word.off': 'Выкл.',
};
