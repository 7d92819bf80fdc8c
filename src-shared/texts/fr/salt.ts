import type { salt as english } from '../en/salt';

export const salt: Record<keyof typeof english, string> = {
  'salt.none': 'Le sel de ce serveur n’est pas connu ici.',
  'salt.proved':
    'Le sel conservé ici est bien celui de ce serveur : dans la configuration d’oxTrust, {by} {n, plural, one {se déchiffre} many {se déchiffrent} other {se déchiffrent}} avec lui.',
  'salt.refused':
    'Le sel conservé ici est refusé, car {kind, select, partly {seule une partie de la configuration de ce serveur se déchiffre avec lui} other {ce n’est pas celui de ce serveur}}.',
  'salt.refused.inFull':
    'Le sel conservé ici est refusé, car {kind, select, partly {seule une partie de la configuration de ce serveur se déchiffre avec lui} other {ce n’est pas celui de ce serveur}}. {why} {remedy}',
  'salt.refused.beside':
    'Le sel est refusé, car {kind, select, partly {seule une partie de la configuration de ce serveur se déchiffre avec lui} other {ce n’est pas celui de ce serveur}}. {why} {remedy}',
  'salt.refused.foreign.why':
    'Dans la configuration d’oxTrust, {by} ne {n, plural, one {se déchiffre} many {se déchiffrent} other {se déchiffrent}} pas avec lui. Le sel appartient à un autre serveur ou à une autre installation, ou a été mal saisi.',
  'salt.refused.foreign.remedy':
    'Collez le sel de ce serveur, qui se trouve dans son propre fichier /etc/gluu/conf/salt.',
  'salt.refused.partly.why':
    'Dans la configuration d’oxTrust, {by} ne {n, plural, one {se déchiffre} many {se déchiffrent} other {se déchiffrent}} pas avec lui, alors que {opened} se déchiffre. Le reste a été restauré depuis une autre installation, ou c’est du texte en clair saisi à la main.',
  'salt.refused.partly.remedy':
    'Examinez /etc/gluu/conf/salt sur ce serveur. Si le sel est juste, saisissez à nouveau {by} dans oxTrust, « Configuration JSON ».',
  'salt.unproved':
    'Rien ne prouve que le sel conservé ici est celui de ce serveur. {why} Comparez-le à celui de /etc/gluu/conf/salt sur ce serveur.',
  'salt.unproved.unreached': 'Le serveur n’a pas été lu. {what}',
  'salt.unproved.noEntry': 'Ce compte ne peut pas voir l’entrée de la configuration d’oxTrust.',
  'salt.unproved.noAttribute':
    'Ce compte ne peut pas voir oxTrustConfApplication dans l’entrée de la configuration d’oxTrust.',
  'salt.unproved.several':
    'oxTrustConfApplication a {count, plural, one {# valeur} many {# de valeurs} other {# valeurs}} au lieu d’une.',
  'salt.unproved.broken': 'Le JSON dans oxTrustConfApplication est illisible. {why}',
  'salt.unproved.damaged':
    'Dans la configuration d’oxTrust, {opened} se déchiffre avec lui, mais le déchiffrement de {by} donne un texte endommagé.',
  'salt.unproved.silent':
    'Dans la configuration d’oxTrust, idpBindPassword {idpBindPassword, select, absent {est absent} empty {est vide} other {n’est pas chiffré}} et oxAuthClientPassword {oxAuthClientPassword, select, absent {est absent} empty {est vide} other {n’est pas chiffré}}.',
  'salt.notLookedAt': 'Il n’a pas été vérifié.',
  'salt.another': 'Un autre sel est conservé ici.',
};
