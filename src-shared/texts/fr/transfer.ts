import type { transfer as english } from '../en/transfer';

export const transfer: Record<keyof typeof english, string> = {
  'transfer.working': 'En cours',
  'transfer.passphrase': 'Phrase de passe',

  'transfer.export.button':
    '{n, plural, one {Exporter # serveur} many {Exporter # de serveurs} other {Exporter # serveurs}}',
  'transfer.export.saveWithout': 'Enregistrer sans ces secrets',
  'transfer.export.intro':
    'Un fichier avec tout ce qui concerne ces serveurs, sauf leurs secrets : adresses, chemins, certificats de confiance, groupes et notes. Les serveurs de démonstration ne sont pas exportés.',
  'transfer.export.none': 'Il n’y a encore aucun serveur à exporter.',
  'transfer.export.withSecrets': 'Avec les secrets',
  'transfer.export.withSecrets.on':
    'Les mots de passe, les sels et les secrets SSH sont inclus, scellés avec la phrase de passe. Elle n’est conservée nulle part : sans elle, impossible de les ouvrir.',
  'transfer.export.withSecrets.off': 'Les mots de passe et les sels restent sur cet ordinateur.',
  'transfer.export.again': 'Répéter la phrase de passe',
  'transfer.export.leftBehind': 'Ces secrets sont illisibles et ne sont pas exportés :',
  'transfer.export.title':
    '{secrets, plural, =0 {{n, plural, one {Exporter # serveur sans secrets} many {Exporter # de serveurs sans secrets} other {Exporter # serveurs sans secrets}}} one {{n, plural, one {Exporter # serveur avec {secrets, number} secret scellé} many {Exporter # de serveurs avec {secrets, number} secret scellé} other {Exporter # serveurs avec {secrets, number} secret scellé}}} many {{n, plural, one {Exporter # serveur avec {secrets, number} secrets scellés} many {Exporter # de serveurs avec {secrets, number} secrets scellés} other {Exporter # de serveurs avec {secrets, number} secrets scellés}}} other {{n, plural, one {Exporter # serveur avec {secrets, number} secrets scellés} many {Exporter # de serveurs avec {secrets, number} secrets scellés} other {Exporter # serveurs avec {secrets, number} secrets scellés}}}}',
  'transfer.export.done':
    '{n, plural, one {# serveur exporté} many {# de serveurs exportés} other {# serveurs exportés}}',
  'transfer.export.off.none': 'Choisissez au moins un serveur.',
  'transfer.export.off.short':
    '{min, plural, one {La phrase de passe doit compter au moins # caractère.} many {La phrase de passe doit compter au moins # de caractères.} other {La phrase de passe doit compter au moins # caractères.}}',
  'transfer.export.off.long': 'La phrase de passe est trop longue.',
  'transfer.export.off.differ': 'Les deux phrases de passe diffèrent.',

  'transfer.pick.legend': 'Serveurs à exporter',
  'transfer.pick.all': '{n, plural, one {Tous (#)} many {Tous (#)} other {Tous (#)}}',
  'transfer.pick.found': 'Ceux qui correspondent à « {query} »',
  'transfer.pick.none': 'Aucun',
  'transfer.pick.chosen': '{n, plural, one {# choisi} many {# choisis} other {# choisis}}',

  'transfer.import.title': 'Importer des serveurs depuis {file}',
  'transfer.import.nothing': 'Rien n’a été importé',
  'transfer.import.another': 'Choisir un autre fichier',
  'transfer.import.button':
    '{n, plural, one {Importer # serveur} many {Importer # de serveurs} other {Importer # serveurs}}',
  'transfer.import.allSkipped': 'Tous les serveurs sont ignorés.',
  'transfer.import.summary':
    '{n, plural, one {# serveur} many {# de serveurs} other {# serveurs}} : {added, plural, one {# nouveau} many {# nouveaux} other {# nouveaux}}, {different, plural, one {# différent de celui d’ici} many {# différents de ceux d’ici} other {# différents de ceux d’ici}}, {same, plural, one {# identique} many {# identiques} other {# identiques}}.',
  'transfer.import.from': 'Exporté le {at} par la version {version}. Rien n’est modifié tant que vous n’importez pas.',
  'transfer.import.allDiffering': 'Tous ceux qui diffèrent',
  'transfer.import.empty': 'Le fichier ne contient aucun serveur.',
  'transfer.import.noSecrets': 'Le fichier ne contient aucun secret. Ils sont à saisir ici.',
  'transfer.import.opened':
    '{n, plural, one {# secret ouvert. Il est importé avec son serveur.} many {# de secrets ouverts. Ils sont importés avec leurs serveurs.} other {# secrets ouverts. Ils sont importés avec leurs serveurs.}}',
  'transfer.import.sealed':
    'Le fichier contient des secrets scellés. Sans la phrase de passe, les serveurs sont importés sans eux.',
  'transfer.import.open': 'Ouvrir les secrets',
  'transfer.import.opening': 'Ouverture',
  'transfer.import.done':
    '{n, plural, one {# serveur importé} many {# de serveurs importés} other {# serveurs importés}}',
  'transfer.import.counts':
    '{added, plural, one {# ajouté} many {# ajoutés} other {# ajoutés}}, {replaced, plural, one {# remplacé} many {# remplacés} other {# remplacés}}, {skipped, plural, one {# ignoré} many {# ignorés} other {# ignorés}}. {secrets, plural, one {# secret enregistré.} many {# de secrets enregistrés.} other {# secrets enregistrés.}}',
  'transfer.import.salts':
    '{n, plural, one {# sel n’est pas encore confirmé. Il sera contrôlé à la lecture de son serveur.} many {# de sels ne sont pas encore confirmés. Chacun sera contrôlé à la lecture de son serveur.} other {# sels ne sont pas encore confirmés. Chacun sera contrôlé à la lecture de son serveur.}}',
  'transfer.import.leftBehind': 'Ces secrets n’ont pas été enregistrés. Éditez les serveurs et saisissez-les :',
  'transfer.leftBehind': '<b>{server}</b> {secret} : {why}',

  'transfer.action': 'Que faire de {server}',
  'transfer.action.add': 'Ajouter',
  'transfer.action.replace': 'Remplacer',
  'transfer.action.skip': 'Ignorer',
  'transfer.standing.new': 'Nouveau',
  'transfer.standing.same': 'Identique',
  'transfer.standing.differs': 'Différent',
  'transfer.keepWritable': 'Garder {server} modifiable, comme à l’exportation',
  'transfer.differences': 'Différences pour {server}',
  'transfer.differences.field': 'Champ',
  'transfer.differences.here': 'Ici',
  'transfer.differences.file': 'Dans le fichier',
  'transfer.differences.empty': 'vide',
  'transfer.note.calledHere': 'Il s’appelle ici « {name} ».',
  'transfer.note.nameTaken': 'Un autre serveur porte le même nom.',
  'transfer.note.readOnly': 'Il a été exporté comme modifiable. Il est importé en lecture seule.',
  'transfer.note.pin': 'Inclut un certificat de confiance : SHA-256 {sha256}.',
  'transfer.note.mailPins':
    '{n, plural, one {Inclut # certificat de confiance d’un serveur de messagerie.} many {Inclut # de certificats de confiance de serveurs de messagerie.} other {Inclut # certificats de confiance de serveurs de messagerie.}}',
  'transfer.note.keyFile': 'Son fichier de clé SSH {keyFile} n’existe peut-être pas sur cet ordinateur.',
  'transfer.note.secrets': 'Secrets : {secrets}.',
  'transfer.place': '{place} via {via}',

  'transfer.value.yes': 'Oui',
  'transfer.value.no': 'Non',
  'transfer.value.direct': 'direct',
  'transfer.value.over': '{route}, authentification : {login}',
  'transfer.value.overWithKey': '{route}, authentification : {login}, fichier de clé {keyFile}',
  'transfer.value.pin': '{sha256}, depuis le {at}',
  'transfer.value.mailPin': '{place} {sha256}, depuis le {at}',
  'transfer.value.foundVersion': '{version} dans {root}, le {at}',

  'transfer.invalid.format': 'Son format n’est pas {format}.',
  'transfer.invalid.schemaVersion': 'Son schemaVersion n’est pas un nombre entier d’au moins 1.',
  'transfer.invalid.sameId': 'Deux serveurs y ont le même id.',
  'transfer.invalid.json': 'Ce n’est pas du JSON.',
  'transfer.invalid.utf8': 'Ce n’est pas de l’UTF-8.',
  'transfer.invalid.deep': 'Il est imbriqué trop profondément.',
  'transfer.invalid.object': 'Ce n’est pas un objet JSON.',
  'transfer.invalid.proto': 'Il contient un champ nommé __proto__.',
  'transfer.invalid.notRegular': 'Ce n’est pas un fichier ordinaire.',
  'transfer.noSuchServer': 'un serveur absent du fichier',
  'transfer.noSuchPlace': 'destination inconnue',

  'transfer.trusts': 'Fait confiance à un certificat',
  'transfer.trustsMail': 'Fait confiance au certificat d’un serveur de messagerie, pour {name}',
  'transfer.invalid.base64':
    '{n, plural, one {Ce n’est pas # octet en Base64.} many {Ce ne sont pas # d’octets en Base64.} other {Ce ne sont pas # octets en Base64.}}',
  'transfer.import.ask':
    '{n, plural, one {Importer # serveur avec tout ce que son fichier approuve et autorise ?} many {Importer # de serveurs avec tout ce que leur fichier approuve et autorise ?} other {Importer # serveurs avec tout ce que leur fichier approuve et autorise ?}}',
  'transfer.import.yes': 'Importer',
};
