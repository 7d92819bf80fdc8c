import type { ServerDraft } from '../../src-shared/model/server';

/** A server as the form gives it: production behind LDAPS, unless `about` says otherwise. */
export const serverDraft = (about: Partial<ServerDraft> = {}): ServerDraft => ({
  name: 'Head office',
  group: '',
  environment: 'production',
  notes: '',
  host: 'gluu.example.org',
  port: 1636,
  mode: 'ldaps',
  bindDn: 'cn=directory manager',
  route: { kind: 'direct' },
  readOnly: true,
  ...about,
});

/** A server on loopback without encryption; what a test needs otherwise it says. */
export const someServer: ServerDraft = serverDraft({
  ...{ name: 'one', environment: 'test', readOnly: false },
  ...{ host: '127.0.0.1', port: 1, mode: 'plain', bindDn: 'cn=directory manager,o=gluu' },
});
