import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { ServerSummary } from '../../../src-shared/model/server';
import { certificate } from '../shared/readiness/healthy-facts';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { CertificatePanel } = await import('../../../src-renderer/overview/certificate-panel');

const pin = { sha256: 'AB:CD', acceptedAt: '2026-11-29T12:00:00.000Z' };
const server = { name: 'gluu', host: 'gluu.example.org', pin } as ServerSummary;
const shown = (changed: boolean) =>
  renderToStaticMarkup(createElement(CertificatePanel, { server, certificate, changed, onTrusted: () => {} }));

test('a first certificate is to be compared on the server, by commands that can be copied', () => {
  const html = shown(false);
  expect(html).toContain('The certificate gluu.example.org shows');
  expect(html).toContain(
    'Compare the SHA-256 on the server: <code translate="no">openssl x509 -noout -fingerprint -sha256 -in /etc/certs/opendj.crt</code> (OpenLDAP: <code translate="no">/etc/certs/openldap.crt</code>).',
  );
  expect(html).not.toContain('Type gluu first.');
});

test('another one than the trusted one says which was trusted, and takes the name of the server', () => {
  const html = shown(true);
  expect(html).toContain('Trusted since Nov 29, 2026: <code translate="no">AB:CD</code>');
  expect(html).toContain('Type gluu first.');
});
