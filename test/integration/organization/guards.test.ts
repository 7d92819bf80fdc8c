import { afterEach, describe, expect, test } from 'vitest';
import { gluuNames } from '../../support/gluu-names';
import { startConsole, type TestConsole } from './console';

const { applianceDn } = gluuNames();

let server: TestConsole;
afterEach(() => server.stop());

const asked = () => server.boxes.map(({ message }) => message);
const loading = ['Connect to 127.0.0.1?', 'Send a password unencrypted to 127.0.0.1?'];

describe('what is asked outside the window', () => {
  test('is the place, the unencrypted login and each write, with what is written', async () => {
    server = await startConsole();
    await server.load();
    expect(asked()).toEqual(loading);
    await server.save({ maxLogSize: 300 });
    await server.save({ maxLogSize: 310 });
    expect(asked().slice(2)).toEqual(['Update on Test server (Test)?', 'Update on Test server (Test)?']);
    expect(server.boxes[2]?.lines.join('\n')).toContain(': 200 → 300');
    expect(server.boxes[2]?.box).toContain('Do not ask again');
    await server.rollBack();
    expect(asked().at(-1)).toBe('Roll back on Test server (Test)?');
  });

  test('is never spared on production, nor that it may be written to', async () => {
    server = await startConsole({ profile: { environment: 'production' } });
    expect(asked()).toEqual(['Allow writing to Test server (Production)?']);
    await server.update(await server.plan({ maxLogSize: 300 }), { typedName: 'Test server' });
    expect(server.boxes.at(-1)).toMatchObject({ message: 'Update on Test server (Production)?' });
    expect(server.boxes.at(-1)).not.toHaveProperty('box');
  });

  test('is not asked about what would be refused anyway', async () => {
    server = await startConsole({ profile: { environment: 'production' } });
    const plan = await server.plan({ maxLogSize: 300 });
    const before = asked();
    await expect(server.update(plan)).rejects.toMatchObject({ code: 'gluu.nameNotTyped' });
    expect(asked()).toEqual(before);
  });
});

describe('a no', () => {
  test('to the place or the login keeps the server from hearing anything', async () => {
    server = await startConsole();
    server.says.yes = false;
    await expect(server.load()).rejects.toMatchObject({ code: 'place.notAllowed' });
    server.says.yes = ({ message }) => message.startsWith('Connect');
    await expect(server.load()).rejects.toMatchObject({ code: 'ldap.clearText' });
    expect(server.proxy.connections()).toBe(0);
  });

  test('to the write keeps everything as it was, and the list of changes good for another try', async () => {
    server = await startConsole();
    const plan = await server.plan({ maxLogSize: 300 });
    const before = await server.slapd.dump();
    server.says.yes = false;
    await expect(server.update(plan)).rejects.toMatchObject({ code: 'write.notConfirmed' });
    expect(await server.slapd.dump()).toBe(before);
    expect(server.history.list()).toEqual([]);
    server.says.yes = true;
    expect(await server.update(plan)).toMatchObject({ kind: 'saved' });
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['300']);
  });
});
