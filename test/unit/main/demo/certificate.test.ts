import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { makeCertificate } from '../../../../src-main/demo/certificate';

describe('makeCertificate', () => {
  test('makes a self-signed certificate of localhost, valid for 365 days', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { certificate, privateKey, sha256 } = await makeCertificate();
    const made = new X509Certificate(certificate);
    expect(made.subject).toBe('CN=localhost');
    expect(made.verify(made.publicKey)).toBe(true);
    expect(made.checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
    expect(made.checkHost('localhost')).toBe('localhost');
    expect(made.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(made.ca).toBe(false);
    expect(made.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(made.fingerprint256).toBe(sha256);
    const [from, to] = [Date.parse(made.validFrom), Date.parse(made.validTo)];
    expect(from).toBeGreaterThanOrEqual(before);
    expect(from).toBeLessThanOrEqual(Date.now());
    expect(to - from).toBe(365 * 24 * 60 * 60 * 1000);
  });

  test('makes another one each time', async () => {
    const [one, other] = await Promise.all([makeCertificate(), makeCertificate()]);
    expect(one.sha256).not.toBe(other.sha256);
  });
});
