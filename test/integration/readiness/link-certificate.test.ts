import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LinkCheck } from '../../../src-shared/readiness/readiness-facts';
import {
  expired,
  notYetValid,
  selfSigned,
  signed,
  type TestCertificate,
  unknownAuthority,
  wrongHost,
} from '../../support/certificates';
import { runInNode } from '../../support/in-node';
import { pages, type ResetPage, startResetPage } from '../../support/reset-page';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

let folder: string;
let authority: string;
beforeAll(async () => {
  folder = makeTemporaryFolder('link-certificate');
  authority = path.join(folder, 'ca.pem');
  writeFileSync(authority, (await signed()).ca ?? '');
});
afterAll(() => removeTemporaryFolder(folder));
let server: ResetPage;
afterEach(() => server.stop());

/** Checks the link from a process that trusts the test authority. */
async function meet(tls: TestCertificate, host = 'localhost'): Promise<LinkCheck> {
  server = await startResetPage(pages.form, tls);
  const input = { linkBase: `https://${host}:${server.port}` };
  return runInNode('test/integration/readiness/trusting-client.ts', input, { NODE_EXTRA_CA_CERTS: authority });
}

describe('the certificate behind the link', () => {
  test.each(['localhost', '127.0.0.1'])('is trusted for %s', async (host) => {
    const tls = await signed();
    const link = await meet(tls, host);
    expect(link).toMatchObject({ kind: 'asked', seen: { certificate: { sha256: tls.sha256 }, page: { status: 200 } } });
    expect(link.kind === 'asked' && link.seen.certificate).not.toHaveProperty('distrust');
    expect(server.connections()).toBe(1);
  });

  test.each<[string, () => Promise<TestCertificate>, string]>([
    ['for another host', wrongHost, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['whose time is over', expired, 'CERT_HAS_EXPIRED'],
    ['whose time has not come', notYetValid, 'CERT_NOT_YET_VALID'],
    ['of itself', selfSigned, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['of an unknown authority', unknownAuthority, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('%s is reported with its reason, and the page is asked all the same', async (_name, make, distrust) => {
    const tls = await make();
    const link = await meet(tls);
    expect(link).toMatchObject({
      kind: 'asked',
      seen: {
        certificate: { sha256: tls.sha256, distrust },
        page: { kind: 'answer', status: 200, title: 'Password Reset' },
      },
    });
    expect(server.requests).toHaveLength(1);
  });
});
