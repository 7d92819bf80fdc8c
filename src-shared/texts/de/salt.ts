import type { salt as english } from '../en/salt';

export const salt: Record<keyof typeof english, string> = {
  'salt.none': 'Der Salt dieses Servers ist hier nicht bekannt.',
  'salt.proved':
    'Der hier gespeicherte Salt gehört nachweislich zu diesem Server: {by} aus der Konfiguration von oxTrust {n, plural, one {lässt} other {lassen}} sich damit entschlüsseln.',
  'salt.refused':
    'Der hier gespeicherte Salt wird abgelehnt: {kind, select, partly {Nur ein Teil der Konfiguration dieses Servers lässt sich damit entschlüsseln} other {Er gehört nicht zu diesem Server}}.',
  'salt.refused.inFull':
    'Der hier gespeicherte Salt wird abgelehnt: {kind, select, partly {Nur ein Teil der Konfiguration dieses Servers lässt sich damit entschlüsseln} other {Er gehört nicht zu diesem Server}}. {why} {remedy}',
  'salt.refused.beside':
    'Der Salt wird abgelehnt: {kind, select, partly {Nur ein Teil der Konfiguration dieses Servers lässt sich damit entschlüsseln} other {Er gehört nicht zu diesem Server}}. {why} {remedy}',
  'salt.refused.foreign.why':
    '{by} aus der Konfiguration von oxTrust {n, plural, one {lässt} other {lassen}} sich damit nicht entschlüsseln. Der Salt gehört zu einem anderen Server oder einer anderen Installation, oder er wurde falsch eingegeben.',
  'salt.refused.foreign.remedy': 'Fügen Sie den Salt dieses Servers ein, aus seiner Datei /etc/gluu/conf/salt.',
  'salt.refused.partly.why':
    '{by} aus der Konfiguration von oxTrust {n, plural, one {lässt} other {lassen}} sich damit nicht entschlüsseln, {opened} dagegen schon. Der Rest wurde aus einer anderen Installation wiederhergestellt oder ist Klartext, der von Hand eingegeben wurde.',
  'salt.refused.partly.remedy':
    'Sehen Sie sich /etc/gluu/conf/salt auf diesem Server an. Stimmt der Salt, geben Sie {by} in oxTrust unter „JSON Configuration“ neu ein.',
  'salt.unproved':
    'Es lässt sich nicht nachweisen, dass der hier gespeicherte Salt zu diesem Server gehört. {why} Vergleichen Sie ihn mit /etc/gluu/conf/salt auf diesem Server.',
  'salt.unproved.unreached': 'Der Server wurde nicht gelesen. {what}',
  'salt.unproved.noEntry': 'Dieses Konto kann den Konfigurationseintrag von oxTrust nicht sehen.',
  'salt.unproved.noAttribute':
    'Dieses Konto kann oxTrustConfApplication im Konfigurationseintrag von oxTrust nicht sehen.',
  'salt.unproved.several':
    'oxTrustConfApplication hat {count, plural, one {# Wert} other {# Werte}} statt genau einem.',
  'salt.unproved.broken': 'Das JSON in oxTrustConfApplication ist nicht lesbar. {why}',
  'salt.unproved.damaged':
    'In der Konfiguration von oxTrust lässt sich {opened} damit entschlüsseln, {by} ergibt aber einen beschädigten Text.',
  'salt.unproved.silent':
    'In der Konfiguration von oxTrust {idpBindPassword, select, absent {fehlt idpBindPassword} empty {ist idpBindPassword leer} other {ist idpBindPassword nicht verschlüsselt}}, und {oxAuthClientPassword, select, absent {oxAuthClientPassword fehlt} empty {oxAuthClientPassword ist leer} other {oxAuthClientPassword ist nicht verschlüsselt}}.',
  'salt.notLookedAt': 'Er wurde nicht geprüft.',
  'salt.another': 'Hier ist ein anderer Salt gespeichert.',
};
