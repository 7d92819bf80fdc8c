import type { OrganizationView } from '../../../src-shared/model/organization';
import type { ServerDraft } from '../../../src-shared/model/server';
import type { MailTestOutcome } from '../../../src-shared/model/smtp-test';
import { answerBoxes, askedBoxes } from '../../e2e/support/app';
import type { compromised } from '../../e2e/support/compromised';
import { salt } from '../../support/cipher-vectors';
import { gluuTree } from '../../support/gluu-tree';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { someServer } from '../../support/server-draft';
import { startSlapd } from '../../support/slapd';

type Inside = ReturnType<typeof compromised>;

/** The sender of the scene's mails, and who logs in at its mail server. */
export const user = 'gluu@example.org';
export const PASSWORD = 'correct horse 7';

/** A read-only production server without encryption, and its mail server: the user has agreed to connect to both. */
export async function startMailScene(inside: Inside) {
  const mail = await startScriptedSmtp({ login: { userName: user, password: PASSWORD } });
  const stored = {
    ...{ host: 'localhost', port: mail.port, 'requires-authentication': false, 'requires-ssl': false },
    ...{ 'trust-host': false, 'from-name': 'Gluu', 'from-email-address': user },
  };
  const slapd = await startSlapd({
    ldif: gluuTree({ version: '3.1.2', smtp: JSON.stringify(stored), people: 1, salt }),
  });
  const profile: ServerDraft = {
    ...{ ...someServer, name: 'bank', environment: 'production', readOnly: true },
    ...{ port: slapd.port, bindDn: slapd.bindDn },
  };
  await answerBoxes(inside.app.electron, 'yes');
  const serverId = await inside.addServer(profile, slapd.password, salt);
  const loaded = await inside.ask<OrganizationView>('organization.load', { serverId });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  const { snapshotId } = loaded.value;
  /** Test Configuration; from and to the sender unless said otherwise. */
  const mailTest = (more: object = {}) =>
    inside.ask<MailTestOutcome>('smtp.test', {
      ...{ serverId, snapshotId, host: 'localhost', port: mail.port, security: 'none', requiresSsl: false },
      ...{ trustServer: false, until: 'send', fromName: 'Your bank', fromEmail: user, recipient: user },
      ...more,
    });
  await mailTest({ until: 'connect' });
  const stop = () => Promise.all([mail.stop(), slapd.stop()]);
  return { mail, profile, serverId, mailTest, stop };
}
export type MailScene = Awaited<ReturnType<typeof startMailScene>>;

/** What `during` came to, and the boxes that were asked meanwhile, each as one text. */
export async function boxesOf<T>(inside: Inside, says: 'yes' | 'no', during: () => Promise<T>) {
  const { electron } = inside.app;
  await answerBoxes(electron, says);
  const before = (await askedBoxes(electron)).length;
  const answer = await during();
  const boxes = (await askedBoxes(electron)).slice(before);
  return { boxes: boxes.map(({ message, detail }) => `${message}\n${detail}`), answer };
}

/** The code of a failed call, or `done`. */
export const codeOf = (answer: Awaited<ReturnType<Inside['ask']>>): string =>
  answer.ok ? 'done' : answer.failure.code;
