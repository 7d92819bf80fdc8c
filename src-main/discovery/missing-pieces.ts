import { sourceName } from '../../src-shared/discovery/found-source';
import { servedVersions } from '../../src-shared/gluu/pages/served-versions';
import { rangeNamed } from '../../src-shared/gluu/tree-versions';
import { isAfter, overlap, versionWords } from '../../src-shared/gluu/versions';
import type { FoundSource, GluuFileKind, MissingPiece, PasswordState } from '../../src-shared/model/discovery';
import { type Message, message } from '../../src-shared/texts/message';
import type { LdapProperties } from './gluu-texts';
import type { FileLook } from './read-files';

const withoutIt = (kind: GluuFileKind): Message => message(`discovery.why.${kind}`);
const LOOK_AND_PASTE = message('discovery.todo.lookAndPaste');

const pasteIt = (kind: GluuFileKind): Message =>
  message(kind === 'certificate' ? 'discovery.todo.pasteCertificate' : 'discovery.todo.paste');

/** No installation was found on the host at the far end of `via`. */
export const noInstallation = (via: string): MissingPiece => ({
  kind: 'installation',
  needed: true,
  what: message('discovery.missing.installation'),
  why: message('discovery.why.installation', { via }),
  todo: message('discovery.todo.installation'),
  remedies: ['paste'],
});

/** A file that was looked for over SSH and could not be had, with the remedy for exactly that. */
export function missingFile(kind: GluuFileKind, look: Exclude<FileLook, { state: 'read' }>, via: string): MissingPiece {
  const { path } = look;
  const base = { kind, needed: kind === 'ldap', file: path, why: withoutIt(kind) };
  const later: MissingPiece['remedies'] = kind === 'certificate' ? ['trustLater'] : [];
  switch (look.state) {
    case 'missing':
      return {
        ...base,
        what: message('discovery.missing.file', { file: kind, path }),
        todo: pasteIt(kind),
        remedies: ['paste', ...later],
      };
    case 'tooLarge':
      return {
        ...base,
        what: message('discovery.missing.tooLarge', { file: kind, path }),
        todo: LOOK_AND_PASTE,
        remedies: ['paste', ...later],
      };
    case 'denied':
      return {
        ...base,
        what: message('discovery.missing.denied', { via, path }),
        why: look.sudo === undefined ? base.why : message('discovery.why.sudo', { why: look.sudo }),
        todo: message('discovery.todo.denied'),
        remedies: ['sudo', 'otherUser', 'paste', ...later],
      };
  }
}

/** A file of which nothing is known, because nothing was read over SSH. */
export const notGiven = (kind: GluuFileKind): MissingPiece => ({
  kind,
  needed: kind === 'ldap',
  what: message('discovery.missing.notGiven', { file: kind }),
  why: withoutIt(kind),
  todo: pasteIt(kind),
  remedies: kind === 'certificate' ? ['paste', 'trustLater'] : ['paste'],
});

/** A file that is there but says nothing that can be used. */
export const unusable = (kind: GluuFileKind, source: FoundSource): MissingPiece => ({
  kind,
  needed: kind === 'ldap',
  what: message('discovery.missing.unusable', { file: kind, source: sourceName(source) }),
  why: withoutIt(kind),
  todo: LOOK_AND_PASTE,
  remedies: ['paste'],
});

/** A salt that can be one, and is not that of the installation whose properties these are. It is not kept. */
export const refusedSalt = (source: FoundSource, properties: FoundSource): MissingPiece => ({
  kind: 'salt',
  needed: false,
  what: message('discovery.missing.refusedSalt', { source: sourceName(source) }),
  why: message('discovery.why.refusedSalt', { source: sourceName(properties) }),
  todo: message('discovery.todo.refusedSalt'),
  remedies: ['paste'],
});

/** What an LDAP properties file itself leaves out. */
export function missingInLdap({ servers, unusable: odd, bindDn }: LdapProperties, source: FoundSource): MissingPiece[] {
  const lacks = (key: string, why: Message): MissingPiece => ({
    kind: 'servers',
    needed: true,
    what: message('discovery.missing.key', { key, source: sourceName(source) }),
    why,
    todo: LOOK_AND_PASTE,
    remedies: ['paste'],
  });
  const oddServers =
    odd.length > 0
      ? message('discovery.why.oddServers', { entries: { list: odd, as: 'plain' } })
      : message('discovery.why.noServers');
  return [
    ...(servers.length > 0 ? [] : [lacks('servers', oddServers)]),
    ...(bindDn === undefined ? [lacks('bindDN', message('discovery.why.noBindDn'))] : []),
  ];
}

/** The bind password, if it could not be had. */
export const missingPassword = (state: Exclude<PasswordState, 'decrypts'>): MissingPiece => ({
  kind: 'bindPassword',
  needed: false,
  what: message('discovery.missing.password'),
  why: message(`discovery.why.password.${state}`),
  todo: message(state === 'noSalt' ? 'discovery.todo.salt' : 'discovery.todo.password'),
  remedies: ['typePassword'],
});

/** What cannot be done with an installation of this version; none where it is served. It can be added all the same. */
export function unsupportedVersion(version = ''): MissingPiece[] {
  const range = rangeNamed(version);
  if (!range || overlap(range, servedVersions)) return [];
  return [
    {
      kind: 'version',
      needed: false,
      what: message('discovery.missing.version', { version, served: versionWords(servedVersions) }),
      why: message(isAfter(range, servedVersions) ? 'discovery.why.laterVersion' : 'discovery.why.earlierVersion'),
      todo: message('discovery.todo.oxtrust'),
      remedies: ['otherTool'],
    },
  ];
}

/** Gluu 4 can keep its data elsewhere (gluu.properties, `persistence.type`); `hybrid` keeps a part in LDAP. */
export function otherStorage(storage: string, source: FoundSource): MissingPiece {
  const isHybrid = storage === 'hybrid';
  return {
    kind: 'storage',
    needed: !isHybrid,
    what: isHybrid ? message('discovery.missing.hybrid') : message('discovery.missing.storage', { storage }),
    why: message('discovery.why.storage', { storage, source: sourceName(source) }),
    todo: message(isHybrid ? 'discovery.todo.hybrid' : 'discovery.todo.storage'),
    remedies: ['otherTool'],
  };
}
