import type { ServerId, ServerProfile } from '../../../../src-shared/model/server';

export const idOf = (number: number) => `0b5a8c9e-6d0f-4a2b-9c3d-${String(number).padStart(12, '0')}` as ServerId;
export const PIN = Array.from({ length: 32 }, () => 'AB').join(':');

/** A profile with every field that there is, the optional ones too. */
export const fullProfile = {
  id: idOf(1),
  name: 'gluu-prod-eu',
  group: 'Example AG',
  environment: 'production',
  notes: 'Zeile 1\nline 2 — „Umlaute: äöü“ 🦉',
  host: 'ldap.example.org',
  port: 1636,
  mode: 'ldaps',
  bindDn: 'cn=directory manager,o=gluu',
  route: {
    kind: 'ssh',
    host: 'gluu1.example.org',
    port: 22,
    user: 'admin',
    login: 'key',
    keyFile: '/home/admin/.ssh/id_ed25519',
    jumps: [{ host: 'bastion.example.org', port: 2222, user: 'ops' }],
  },
  readOnly: true,
  pin: { sha256: PIN, acceptedAt: '2026-11-01T10:00:00.000Z' },
  foundVersion: { version: '3.1.7.sp1', root: '/opt/gluu-server-3.1.7.sp1', foundAt: '2026-11-01T10:00:00.000Z' },
  mailPins: [
    {
      host: 'smtp.example.org',
      port: 587,
      sha256: PIN,
      acceptedAt: '2026-11-02T10:00:00.000Z',
      via: 'ops@bastion.example.org',
    },
  ],
  favourite: true,
} satisfies Required<ServerProfile>;

export const plainProfile: ServerProfile = {
  id: idOf(2),
  name: 'lab-244',
  group: '',
  environment: 'test',
  notes: '',
  host: '10.20.0.44',
  port: 1389,
  mode: 'plain',
  bindDn: 'cn=directory manager',
  route: { kind: 'direct' },
  readOnly: false,
};

export const header = {
  format: 'gluu-console-profiles',
  schemaVersion: 1,
  exportedAt: '2026-11-23T10:00:00.000Z',
  appVersion: '0.5.0',
} as const;
