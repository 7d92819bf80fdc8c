import { rangeNamed, treesFor } from '../../src-shared/gluu/tree-versions';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import type {
  DiscoveryFinding,
  FoundRow,
  GluuFileKind,
  MissingPiece,
  PasswordState,
} from '../../src-shared/model/discovery';
import { routeText } from '../../src-shared/model/route';
import type { LdapTarget } from '../../src-shared/model/server';
import { testimony } from '../gluu-ldap/salt-proof';
import { decrypt } from '../gluu-ldap/string-encrypter';
import { foundRows } from './found-rows';
import { type LdapProperties, readCertificate, readLdapProperties, readPersistence, readSalt } from './gluu-texts';
import type { Material, Source } from './material';
import {
  missingFile,
  missingInLdap,
  missingPassword,
  noInstallation,
  notGiven,
  otherStorage,
  refusedSalt,
  unsupportedVersion,
  unusable,
} from './missing-pieces';
import type { FileLook } from './read-files';

/** What follows from the material: for the window, and for the profile and the keychain. */
export interface Judgement {
  finding: Omit<DiscoveryFinding, 'findingId'>;
  target?: Omit<LdapTarget, 'via'>;
  bindPassword?: string;
  salt?: string;
  certificate?: CertificateFacts;
}

/** Judges what there is. Pure: reads nothing, asks nobody, never throws for what the texts say. */
export function judgeMaterial(material: Material): Judgement {
  const via = material.route && (routeText(material.route) ?? '');
  const sourceOf = (kind: GluuFileKind) => sourceIn(material, kind, via);
  const [ldapText, saltText, certificateText, gluuText] = [
    sourceOf('ldap'),
    sourceOf('salt'),
    sourceOf('certificate'),
    sourceOf('gluu'),
  ];
  const ldap = ldapText && readLdapProperties(ldapText.text);
  const readable = saltText && readSalt(saltText.text);
  const certificate = certificateText && readCertificate(certificateText.text);
  const persistence = gluuText && readPersistence(gluuText.text);
  const { password, bindPassword } = readPassword(ldap, readable);
  const salt = password === 'wrongSalt' ? undefined : readable;
  const target = targetOf(ldap);
  const version = material.installations.find(({ root }) => root === material.root)?.version;

  const missing: MissingPiece[] = [
    ...(via !== undefined && material.installations.length === 0 && !ldapText ? [noInstallation(via)] : []),
    ...(persistence && gluuText && persistence !== 'ldap' ? [otherStorage(persistence, gluuText.source)] : []),
    // Before 4.0 there is no gluu.properties.
    ...unsupportedVersion(version ?? (persistence === undefined ? undefined : '4.x')),
    ...missingOf(material, 'ldap', ldapText, ldap, via),
    ...(ldap && ldapText ? missingInLdap(ldap, ldapText.source) : []),
    ...missingOf(material, 'salt', saltText, readable, via),
    ...(password === 'wrongSalt' && saltText && ldapText ? [refusedSalt(saltText.source, ldapText.source)] : []),
    ...(password === 'decrypts' || !ldap ? [] : [missingPassword(password)]),
    ...(ldap && !ldap.useSsl ? [] : missingOf(material, 'certificate', certificateText, certificate, via)),
    // Before 4.0 there is no such file.
    ...(isClosed(material.looks.gluu) && !gluuText && mayNameStorage(version)
      ? missingOf(material, 'gluu', undefined, undefined, via)
      : []),
  ];
  const rows: FoundRow[] = foundRows({
    material,
    via,
    target,
    password,
    ldap: ldap && ldapText && { ...ldap, source: ldapText.source },
    salt: readable === undefined ? undefined : saltText?.source,
    certificate: certificate && certificateText && { ...certificate, source: certificateText.source },
    persistence: persistence === undefined || !gluuText ? undefined : { type: persistence, source: gluuText.source },
  });
  return {
    finding: {
      ...(material.route ? { route: material.route } : {}),
      installations: material.installations,
      ...(material.root === undefined ? {} : { root: material.root }),
      rows,
      ...(target ? { target } : {}),
      ...(certificate ? { certificate } : {}),
      ...(version ? { version } : {}),
      hasSalt: salt !== undefined,
      password,
      sshSecrets: (['sshPassword', 'sshPassphrase'] as const).filter((kind) => material[kind] !== undefined),
      missing,
      suggested: { name: (material.route?.host ?? target?.host ?? '').slice(0, 80), environment: 'production' },
    },
    ...(target ? { target } : {}),
    ...(bindPassword === undefined ? {} : { bindPassword }),
    ...(salt === undefined ? {} : { salt }),
    ...(certificate ? { certificate } : {}),
  };
}

/** Whether a Gluu of this version has gluu.properties, as far as is known. */
function mayNameStorage(version: string | undefined): boolean {
  const range = rangeNamed(version ?? '');
  const trees = range ? treesFor(range) : [];
  return trees.length === 0 || trees.some(({ namesStorage }) => namesStorage);
}

function sourceIn({ looks, given }: Material, kind: GluuFileKind, via = ''): Source | undefined {
  const typed = given[kind];
  if (typed) return typed;
  const look = looks[kind];
  if (look?.state !== 'read') return undefined;
  return { text: look.text, source: { kind: 'file', via, path: look.path, asRoot: look.asRoot } };
}

function targetOf(ldap: LdapProperties | undefined): Omit<LdapTarget, 'via'> | undefined {
  const server = ldap?.servers[0];
  if (!ldap || !server || ldap.bindDn === undefined) return undefined;
  return { ...server, mode: ldap.useSsl ? 'ldaps' : 'plain', bindDn: ldap.bindDn };
}

function readPassword(
  ldap: LdapProperties | undefined,
  salt: string | undefined,
): { password: PasswordState; bindPassword?: string } {
  if (!ldap?.bindPassword) return { password: 'absent' };
  if (salt === undefined) return { password: 'noSalt' };
  const bindPassword = decrypt(ldap.bindPassword, salt);
  if (bindPassword === '') return { password: 'blank' };
  const said = testimony(ldap.bindPassword, salt);
  if (said === 'contradicts' || said === 'damaged') return { password: 'wrongSalt' };
  return said === 'opens' && bindPassword !== undefined
    ? { password: 'decrypts', bindPassword }
    : { password: 'notEncrypted' };
}

const isClosed = (look: FileLook | undefined) =>
  look !== undefined && look.state !== 'read' && look.state !== 'missing';

function missingOf(
  { looks, installations }: Material,
  kind: GluuFileKind,
  source: Source | undefined,
  read: unknown,
  via: string | undefined,
): MissingPiece[] {
  if (source) return read === undefined ? [unusable(kind, source.source)] : [];
  const look = looks[kind];
  if (look && look.state !== 'read' && via !== undefined) return [missingFile(kind, look, via)];
  // Where there is no installation, that is what is missing, not each of its files.
  return via !== undefined && installations.length === 0 ? [] : [notGiven(kind)];
}
