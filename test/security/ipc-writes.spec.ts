import type { ChangePlan, OrganizationView } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { answerBoxes, askedBoxes, expect, passMinute } from '../e2e/support/app';
import { compromised, test } from '../e2e/support/compromised';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';

const inside = compromised();
const SERVERS = 10;
const UPDATES = 100;
const REFUSALS = 5;

let slapd: Slapd;
test.beforeAll(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
});
test.beforeEach(() => passMinute(inside.app.electron));
test.afterAll(() => slapd.stop());

const contact = async () => {
  const found = await slapd.search(gluuNames().applianceDn, '(objectClass=*)', ['oxTrustEmail'], { scope: 'base' });
  return found[0]?.get('oxTrustEmail');
};

async function value<T>(asked: ReturnType<typeof inside.ask<T>>): Promise<T> {
  const answered = await asked;
  if (!answered.ok) throw new Error(JSON.stringify(answered.failure));
  return answered.value;
}

async function planOn(serverId: ServerId, oxTrustEmail: string): Promise<ChangePlan> {
  const { snapshotId } = await value(inside.ask<OrganizationView>('organization.load', { serverId }));
  const changes = { values: { contactEmail: oxTrustEmail }, secrets: {} };
  return value(inside.ask<ChangePlan>('organization.plan', { serverId, snapshotId, changes }));
}

/** One of the profiles that all lead to the same slapd. */
const added = (name: string, environment: 'test' | 'production' = 'test') =>
  inside.addServer({ name, environment, port: slapd.port, mode: 'plain', bindDn: slapd.bindDn }, slapd.password);
/** A production server that the user has allowed writing to. */
async function addedArmed(name: string): Promise<ServerId> {
  await answerBoxes(inside.app.electron, 'yes');
  const serverId = await added(name, 'production');
  await value(inside.ask('server.setReadOnly', { serverId, readOnly: false }));
  return serverId;
}

test.describe(titled('T85'), () => {
  test('a hundred updates on ten servers without a yes outside the window', async () => {
    await securityCase('T85', 'without a yes', async () => {
      await answerBoxes(inside.app.electron, 'yes');
      const plans: { plan: ChangePlan; name: string }[] = [];
      for (let index = 0; index < SERVERS; index += 1) {
        const name = `server ${index}`;
        const serverId = await (index % 2 === 0 ? added(name) : addedArmed(name));
        plans.push({ plan: await planOn(serverId, `taken-${index}@example.org`), name });
      }
      await answerBoxes(inside.app.electron, 'no');
      const before = { contact: await contact(), modifies: slapd.modifies().length };
      const asked = (await askedBoxes(inside.app.electron)).length;
      const codes: string[] = [];
      for (let index = 0; index < UPDATES; index += 1) {
        const { plan, name } = plans[index % SERVERS] as (typeof plans)[number];
        const ended = await inside.ask('organization.update', { planId: plan.planId, typedName: name });
        codes.push(ended.ok ? 'written' : ended.failure.code);
      }
      expect({ contact: await contact(), modifies: slapd.modifies().length }).toEqual(before);
      // Who said no five times is left alone.
      expect(codes.slice(0, REFUSALS)).toEqual(Array(REFUSALS).fill('write.notConfirmed'));
      expect(codes.slice(REFUSALS)).toEqual(Array(UPDATES - REFUSALS).fill('confirm.tooMany'));
      const questions = (await askedBoxes(inside.app.electron)).slice(asked);
      expect(questions).toHaveLength(REFUSALS);
      expect(questions[1]).toMatchObject({
        message: 'Update on server 1 (Production)?',
        detail: expect.stringContaining('→ taken-1@example.org'),
        buttons: ['Cancel', 'Write to server 1 (Production)'],
        defaultId: 0,
      });
      expect(questions[1]?.checkboxLabel).toBeUndefined();
    });
  });

  test('the box tells a long host to its end, whatever stands before it', async () => {
    const serverId = await addedArmed('long');
    await answerBoxes(inside.app.electron, 'no');
    const { snapshotId } = await value(inside.ask<OrganizationView>('organization.load', { serverId }));
    const disguise = `mail.example.org.secure-relay-${'of-your-own-organization.'.repeat(5)}evil.test`;
    const values = { smtpHost: disguise, smtpFromName: '\u043cail of your relay', contactEmail: `it@${disguise}` };
    const changes = { values, secrets: {} };
    const plan = await value(inside.ask<ChangePlan>('organization.plan', { serverId, snapshotId, changes }));
    const asked = (await askedBoxes(inside.app.electron)).length;
    await inside.ask('organization.update', { planId: plan.planId, typedName: 'long' });
    const [box] = (await askedBoxes(inside.app.electron)).slice(asked);
    const lines = box?.detail?.split('\n') ?? [];
    expect(lines.slice(0, 2)).toEqual(['Host: 127.0.0.1', `Port: ${slapd.port}`]);
    expect(lines).toEqual(expect.arrayContaining([`  to ${disguise}`, `  to it@${disguise}`]));
    expect(box?.detail).toContain('\\u{43c}ail of your relay');
  });

  test('a yes is for one plan, once; what was not planned in main is not written', async () => {
    await securityCase('T85', 'one plan, once', async () => {
      await answerBoxes(inside.app.electron, 'yes');
      const plan = await planOn(await added('confirmed'), 'confirmed@example.org');
      expect(await inside.ask('organization.update', { planId: plan.planId })).toMatchObject({
        value: { kind: 'saved' },
      });
      expect(await contact()).toEqual(['confirmed@example.org']);
      const modifies = slapd.modifies().length;
      for (const planId of [plan.planId, crypto.randomUUID()]) {
        expect(await inside.ask('organization.update', { planId })).toMatchObject({
          failure: { code: 'gluu.snapshotGone' },
        });
      }
      expect(slapd.modifies()).toHaveLength(modifies);
    });
  });

  test('a production server stays one, and read-only, without a yes', async () => {
    await answerBoxes(inside.app.electron, 'yes');
    const serverId = await added('guarded', 'production');
    await answerBoxes(inside.app.electron, 'no');
    const refused = { ok: false, failure: { code: 'write.notConfirmed' } };
    expect(await inside.ask('server.setReadOnly', { serverId, readOnly: false })).toMatchObject(refused);
    const draft = {
      ...{ name: 'guarded', group: '', environment: 'test', notes: '', host: '127.0.0.1', port: slapd.port },
      ...{ mode: 'plain', bindDn: slapd.bindDn, route: { kind: 'direct' }, readOnly: true },
    };
    const keep = { bindPassword: { kind: 'keep' }, salt: { kind: 'keep' } };
    expect(await inside.ask('server.save', { serverId, draft, ...keep })).toMatchObject(refused);
    const writable = { ...draft, environment: 'production', readOnly: false };
    expect(await inside.ask('server.save', { serverId, draft: writable, ...keep })).toMatchObject({
      value: { server: { readOnly: true } },
    });
    expect(await inside.ask('server.list')).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ name: 'guarded', environment: 'production', readOnly: true }),
      ]),
    });
  });
});
