import { expect, type Page } from '@playwright/test';
import type { Texts } from '../../../src-shared/texts/texts';
import { salt } from '../../support/cipher-vectors';
import { gluuTree } from '../../support/gluu-tree';
import { startResetPage } from '../../support/reset-page';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { startSlapd } from '../../support/slapd';

const PERSON = 'user1@gluu.example.org';
const form = '<form method="post"><input type="password" name="password"></form>';
const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${form.length}\r\n\r\n${form}`;

/** The servers of the main job: a Gluu Server's directory and web page, and a mail server. */
export async function startMainJob() {
  const web = await startResetPage((socket) => socket.end(answer));
  const mail = await startScriptedSmtp();
  const slapd = await startSlapd({
    ldif: gluuTree({ version: '3.1.2', people: 3, oxTrust: { applianceUrl: `http://127.0.0.1:${web.port}` } }),
  });
  return { mail, slapd, stop: () => Promise.all([web.stop(), mail.stop(), slapd.stop()]) };
}

/** From an empty list to a rehearsed reset mail, by the names that the window has in its language. */
export async function mainJob(
  page: Page,
  { say }: Texts,
  { mail, slapd }: Pick<Awaited<ReturnType<typeof startMainJob>>, 'mail' | 'slapd'>,
): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name });
  // Beside a label of oxTrust may stand what it means.
  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${escaped(name)}(?: |$)`) });
  const dialog = page.getByRole('dialog');
  await button(say('command.addServer.label')).first().click();
  await field(say('servers.profile.name')).fill('gluu');
  const environment = page.getByRole('group', { name: say('servers.profile.environment') });
  await environment.getByText(say('environment.test'), { exact: true }).click();
  await field(say('servers.form.host')).fill('localhost');
  await field(say('servers.form.port')).fill(String(slapd.ldapsPort));
  await page.getByRole('combobox', { name: say('servers.profile.bindDn') }).fill(slapd.bindDn);
  await page.getByLabel(say('servers.profile.bindPassword'), { exact: true }).fill(slapd.password);
  await page.getByLabel(say('servers.profile.salt'), { exact: true }).fill(salt);
  await button(say('word.saveAndCheck')).click();
  await button(say('word.trustCertificate')).click();
  const checks = page.getByRole('list', { name: say('readiness.links') });
  await checks.getByRole('button', { name: say('readiness.do.enable') }).click();
  await page.getByRole('tab', { name: say('label.tab.smtp') }).click();
  await field(say('label.smtpHost')).fill('localhost');
  await field(say('label.smtpPort')).fill(String(mail.port));
  await field(say('label.smtpFromEmail')).fill('gluu@example.org');
  await page.getByRole('checkbox', { name: say('label.smtpAuthentication') }).click();
  await field(say('label.smtpUserName')).fill('gluu@example.org');
  await field(say('label.smtpPassword')).fill('secret');
  await button(say('command.test.label')).click();
  await expect(page.getByText(say('mail.result.loginRecipient'))).toBeVisible();
  const update = { name: say('command.review.label') };
  await page.getByRole('button', update).click();
  await dialog.getByRole('button', update).click();
  await expect(page.getByRole('heading', { name: say('organization.ending.saved') })).toBeVisible();
  await page.getByRole('tab', { name: say('app.tab.reset') }).click();
  await field(say('reset.person.label')).fill(PERSON);
  await page.getByRole('button', { name: say('reset.person.find'), exact: true }).click();
  await button(say('reset.rehearsal.send')).click();
  const [accepted = ''] = say('reset.event.accepted', { server: '|', reply: '' }).split('|');
  await expect(page.getByRole('region', { name: say('reset.run.title') })).toContainText(accepted.trim());
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
