import { servedVersions } from '../../src-shared/gluu/served-versions';
import { rangeNamed } from '../../src-shared/gluu/tree-versions';
import { isAfter, overlap, versionWords } from '../../src-shared/gluu/versions';
import type { GluuFileKind, MissingPiece, PasswordState } from '../../src-shared/model/discovery';
import { stillEnglish } from '../../src-shared/texts/still-english';
import type { LdapProperties } from './gluu-texts';
import type { FileLook } from './read-files';

const fileNames: Record<GluuFileKind, string> = {
  ldap: 'LDAP properties file',
  salt: 'salt file',
  certificate: 'LDAP certificate',
  gluu: 'gluu.properties',
};
const withoutIt: Record<GluuFileKind, string> = {
  ldap: 'It names the LDAP server, the bind DN and the encrypted bind password.',
  salt: 'Without it the bind password cannot be decrypted, and the SMTP password can be neither checked nor changed.',
  certificate: 'Without it you compare and trust the certificate at the first connection.',
  gluu: 'It says where Gluu 4 keeps its data.',
};

/** No installation was found on the host at the far end of `via`. */
export const noInstallation = (via: string): MissingPiece => ({
  kind: 'installation',
  needed: true,
  what: 'No Gluu installation was found on this host.',
  why: `Looked as ${via} for /opt/gluu-server-…, /opt/gluu-server, /etc/gluu/conf and /opt/tomcat/conf.`,
  todo: 'Check the host, or paste what the files say.',
  remedies: ['paste'],
});

/** A file that was looked for over SSH and could not be had, with the remedy for exactly that. */
export function missingFile(kind: GluuFileKind, look: Exclude<FileLook, { state: 'read' }>, via: string): MissingPiece {
  const base = { kind, needed: kind === 'ldap', file: look.path };
  const name = fileNames[kind];
  const later: MissingPiece['remedies'] = kind === 'certificate' ? ['trustLater'] : [];
  switch (look.state) {
    case 'missing':
      return {
        ...base,
        what: `There is no ${name} at ${look.path}.`,
        why: withoutIt[kind],
        todo:
          kind === 'certificate' ? 'Paste the certificate, or take it at the first connection.' : 'Paste what it says.',
        remedies: ['paste', ...later],
      };
    case 'tooLarge':
      return {
        ...base,
        what: `${look.path} is larger than a ${name} can rightly be. It was not read.`,
        why: withoutIt[kind],
        todo: 'Look at the file on the server, then paste what it says.',
        remedies: ['paste', ...later],
      };
    case 'denied':
      return {
        ...base,
        what: `${via} may not read ${look.path}.`,
        why: look.sudo === undefined ? withoutIt[kind] : `sudo did not read it either: ${look.sudo}`,
        todo: 'Let sudo read it (its password is used once and never stored), log in as a user who may, or paste what it says.',
        remedies: ['sudo', 'otherUser', 'paste', ...later],
      };
  }
}

/** A file of which nothing is known, because nothing was read over SSH. */
export const notGiven = (kind: GluuFileKind): MissingPiece => ({
  kind,
  needed: kind === 'ldap',
  what: `The ${fileNames[kind]} was not given.`,
  why: withoutIt[kind],
  todo: kind === 'certificate' ? 'Paste it, or trust the certificate at the first connection.' : 'Paste what it says.',
  remedies: kind === 'certificate' ? ['paste', 'trustLater'] : ['paste'],
});

/** A file that is there but says nothing that can be used. */
export const unusable = (kind: GluuFileKind, source: string): MissingPiece => ({
  kind,
  needed: kind === 'ldap',
  what: `What ${source} says is no ${fileNames[kind]}.`,
  why: withoutIt[kind],
  todo: 'Look at the file on the server, then paste what it says.',
  remedies: ['paste'],
});

/** A salt that can be one, and is not that of the installation whose properties these are. It is not kept. */
export const refusedSalt = (source: string, properties: string): MissingPiece => ({
  kind: 'salt',
  needed: false,
  what: `The salt from ${source} is refused: it belongs to another installation.`,
  why: `bindPassword in ${properties} does not decrypt with it. What this console encrypted with it, Gluu could not decrypt.`,
  todo: 'Paste the salt of the installation that these properties are of.',
  remedies: ['paste'],
});

/** What an LDAP properties file itself leaves out. */
export function missingInLdap({ servers, unusable: odd, bindDn }: LdapProperties, source: string): MissingPiece[] {
  const lacks = (key: string, why: string): MissingPiece => ({
    kind: 'servers',
    needed: true,
    what: `${source} has no ${key} that can be used.`,
    why,
    todo: 'Look at the file on the server, then paste what it says.',
    remedies: ['paste'],
  });
  return [
    ...(servers.length > 0
      ? []
      : [lacks('servers', odd.length > 0 ? `It says: ${odd.join(', ')}` : 'It says nothing there.')]),
    ...(bindDn === undefined ? [lacks('bindDN', 'Without it nobody can log in.')] : []),
  ];
}

const passwordWhy: Record<Exclude<PasswordState, 'decrypts'>, string> = {
  noSalt: 'It is there, encrypted, and the salt is missing.',
  wrongSalt: 'It does not decrypt with this salt: file and salt belong to different installations, or one was changed.',
  notEncrypted: 'It is not encrypted as Gluu does it, so it tells nothing of the salt either.',
  absent: 'The file has no bindPassword.',
  blank: 'It decrypts to an empty text.',
};

/** The bind password, if it could not be had. */
export const missingPassword = (state: Exclude<PasswordState, 'decrypts'>): MissingPiece => ({
  kind: 'bindPassword',
  needed: false,
  what: 'The bind password could not be read.',
  why: passwordWhy[state],
  todo: state === 'noSalt' ? 'Get the salt, or type the bind password below.' : 'Type the bind password below.',
  remedies: ['typePassword'],
});

/** What cannot be done with an installation of this version; none where it is served. It can be added all the same. */
export function unsupportedVersion(version: string | undefined): MissingPiece[] {
  const range = rangeNamed(version ?? '');
  if (!range || overlap(range, servedVersions)) return [];
  const what = `This is Gluu ${version}. This console changes ${stillEnglish(versionWords(servedVersions))} only.`;
  const why = isAfter(range, servedVersions)
    ? 'The console can reach this one and watch its certificate, and nothing more.'
    : 'The console can look at this one, and change nothing of its settings.';
  return [
    {
      kind: 'version',
      needed: false,
      what,
      why,
      todo: 'Use oxTrust for this one.',
      remedies: ['otherTool'],
    },
  ];
}

/** Gluu 4 can keep its data elsewhere (gluu.properties, `persistence.type`); `hybrid` keeps a part in LDAP. */
export const otherStorage = (type: string, source: string): MissingPiece => ({
  kind: 'storage',
  needed: type !== 'hybrid',
  what:
    type === 'hybrid'
      ? 'This Gluu Server keeps only a part of its data in LDAP.'
      : `This Gluu Server keeps its data in ${type}, not in LDAP.`,
  why: `${source} says persistence.type ${type}.`,
  todo:
    type === 'hybrid'
      ? 'The console works if the configuration is in the LDAP part. The check of the server tells.'
      : 'This console reads and changes Gluu Servers over LDAP only. Use oxTrust for this one.',
  remedies: ['otherTool'],
});
