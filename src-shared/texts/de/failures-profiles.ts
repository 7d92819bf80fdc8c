import type { failuresProfiles as english } from '../en/failures-profiles';

export const failuresProfiles: Record<keyof typeof english, string> = {
  'failure.profiles.unreadable.what': 'Die Datei {file} konnte nicht gelesen werden.',
  'failure.profiles.unreadable.why': '{why}',
  'failure.profiles.unreadable.todo':
    'Prüfen Sie, ob sie existiert und ob Sie sie lesen dürfen. Die Meldung des Systems steht unten.',
  'failure.profiles.tooLarge.what': 'Die Datei {file} ist größer als {limit} MB. Sie wurde nicht gelesen.',
  'failure.profiles.tooLarge.why': 'Ein Export von tausend Servern ist kleiner.',
  'failure.profiles.tooLarge.todo': 'Wählen Sie eine Datei, die diese App exportiert hat.',
  'failure.profiles.notOurs.what': 'Die Datei {file} ist kein gültiger Export von Servern. Es wurde nichts importiert.',
  'failure.profiles.notOurs.why': '{why}',
  'failure.profiles.notOurs.todo': 'Exportieren Sie die Server noch einmal, oder wählen Sie eine andere Datei.',
  'failure.profiles.newer.what':
    'Die Datei {file} wurde von einer neueren Version dieser App exportiert. Es wurde nichts importiert.',
  'failure.profiles.newer.why': 'Ihr Format hat Version {found}; diese App liest Version {known}.',
  'failure.profiles.newer.todo': 'Aktualisieren Sie die App, oder exportieren Sie die Server mit dieser Version.',
  'failure.profiles.passphrase.what': 'Diese Passphrase öffnet die Geheimnisse nicht.',
  'failure.profiles.passphrase.why': 'Sie wurde falsch eingegeben, oder die Datei wurde nach dem Export geändert.',
  'failure.profiles.passphrase.todo':
    'Geben Sie die Passphrase noch einmal ein, oder importieren Sie die Server ohne ihre Geheimnisse.',
  'failure.profiles.tampered.what':
    'Die Datei wurde nach dem Export geändert: Ein Geheimnis darin gehört zu einem anderen Ziel. Es wurde kein Geheimnis importiert.',
  'failure.profiles.tampered.why':
    'Das Geheimnis von {server} ist für {sealedFor} versiegelt, die Datei nennt aber jetzt {named}.',
  'failure.profiles.tampered.todo':
    'Fragen Sie die Person, von der Sie die Datei haben. Sie können die Server ohne Geheimnisse importieren.',
  'failure.profiles.gone.what': 'Der vorbereitete Import oder Export ist verfallen. Es wurde nichts geändert.',
  'failure.profiles.gone.why': 'Seitdem wurde eine andere Datei geöffnet oder ein anderer Export vorbereitet.',
  'failure.profiles.gone.todo': 'Beginnen Sie von vorn.',
  'failure.profiles.changed.what':
    'Die Serverliste hat sich geändert, seit die Datei mit ihr verglichen wurde. Es wurde nichts importiert.',
  'failure.profiles.changed.todo': 'Öffnen Sie die Datei noch einmal und sehen Sie sich die Unterschiede an.',
  'failure.profiles.tooMany.what': 'Die Liste hätte dann mehr als {limit} Server. Es wurde nichts hinzugefügt.',
  'failure.profiles.tooMany.todo': 'Entfernen Sie zuerst einige Server, oder fügen Sie weniger hinzu.',
};
