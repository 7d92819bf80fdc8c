import type { salt as english } from '../en/salt';

export const salt: Record<keyof typeof english, string> = {
  'salt.none': 'Соль этого сервера здесь неизвестна.',
  'salt.proved':
    'Подтверждено, что сохранённая здесь соль принадлежит этому серверу: с ней {n, plural, one {расшифровывается} few {расшифровываются} many {расшифровываются} other {расшифровываются}} {by} из собственной конфигурации oxTrust.',
  'salt.refused':
    'Сохранённая здесь соль отклонена, потому что {kind, select, partly {она расшифровывает только часть конфигурации этого сервера} other {она не от этого сервера}}.',
  'salt.refused.inFull':
    'Сохранённая здесь соль отклонена, потому что {kind, select, partly {она расшифровывает только часть конфигурации этого сервера} other {она не от этого сервера}}. {why} {remedy}',
  'salt.refused.beside':
    'Соль отклонена, потому что {kind, select, partly {она расшифровывает только часть конфигурации этого сервера} other {она не от этого сервера}}. {why} {remedy}',
  'salt.refused.foreign.why':
    'С ней не {n, plural, one {расшифровывается} few {расшифровываются} many {расшифровываются} other {расшифровываются}} {by} из собственной конфигурации oxTrust. Соль от другого сервера или другой установки, или в ней опечатка.',
  'salt.refused.foreign.remedy': 'Вставьте соль этого сервера из его собственного файла /etc/gluu/conf/salt.',
  'salt.refused.partly.why':
    'С ней не {n, plural, one {расшифровывается} few {расшифровываются} many {расшифровываются} other {расшифровываются}} {by} из собственной конфигурации oxTrust, хотя {opened} расшифровывается. Остальное восстановлено из другой установки или введено вручную открытым текстом.',
  'salt.refused.partly.remedy':
    'Посмотрите /etc/gluu/conf/salt на этом сервере. Если соль верна, введите {by} заново в oxTrust, «JSON конфигурация».',
  'salt.unproved':
    'Подтвердить, что сохранённая здесь соль принадлежит этому серверу, не удаётся. {why} Сравните её с /etc/gluu/conf/salt на этом сервере.',
  'salt.unproved.unreached': 'Сервер не прочитан. {what}',
  'salt.unproved.noEntry': 'Эта учётная запись не видит записи с собственной конфигурацией oxTrust.',
  'salt.unproved.noAttribute':
    'Эта учётная запись не видит oxTrustConfApplication в записи с собственной конфигурацией oxTrust.',
  'salt.unproved.several':
    'В oxTrustConfApplication {count, plural, one {# значение} few {# значения} many {# значений} other {# значения}} вместо одного.',
  'salt.unproved.broken': 'JSON в oxTrustConfApplication не читается. {why}',
  'salt.unproved.damaged':
    'В собственной конфигурации oxTrust {opened} с ней расшифровывается, а из {by} получается повреждённый текст.',
  'salt.unproved.silent':
    'В собственной конфигурации oxTrust idpBindPassword {idpBindPassword, select, absent {отсутствует} empty {пуст} other {не зашифрован}}, а oxAuthClientPassword {oxAuthClientPassword, select, absent {отсутствует} empty {пуст} other {не зашифрован}}.',
  'salt.notLookedAt': 'Она не проверялась.',
  'salt.another': 'Здесь сохранена другая соль.',
};
