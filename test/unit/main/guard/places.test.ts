import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allowCurrent } from '../../../../src-main/guard/ask-once';
import type { BoxWords } from '../../../../src-main/guard/box-words';
import type { Question } from '../../../../src-main/guard/confirm';
import { openConfirmedPlaces } from '../../../../src-main/guard/confirmed-places';
import { createPlaces, type PlaceQuestion } from '../../../../src-main/guard/places';
import { unwatchedWork } from '../../../../src-main/work/work';
import { message } from '../../../../src-shared/texts/message';
import { boxInEnglish } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('places');
});
afterEach(() => removeTemporaryFolder(folder));

const file = () => path.join(folder, 'confirmed-places.json');
const watched = () => ({ signal: new AbortController().signal });
const ldap = (host: string, port = 636): PlaceQuestion => ({ host, ports: [port], why: 'LDAP', server: 'gluu-test' });

function guarded(says: (question: BoxWords) => boolean = () => true) {
  const asked: BoxWords[] = [];
  let open = 0;
  let most = 0;
  let time = 0;
  const confirm = async (question: Question) => {
    asked.push(boxInEnglish(question));
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open -= 1;
    return { yes: says(boxInEnglish(question)), boxTicked: false };
  };
  const places = createPlaces({
    confirmed: openConfirmedPlaces(file()),
    confirm,
    isOwn: ({ host }) => host === 'demo.example',
    now: () => time,
  });
  return { places, asked, mostAtOnce: () => most, pass: (ms: number) => (time += ms) };
}

test('a place is asked about once, and is still known after the app was closed', async () => {
  const first = guarded();
  expect(first.places.isAllowed(ldap('gluu.example.org'))).toBe(false);
  await first.places.allow(ldap('gluu.example.org'), watched());
  await first.places.allow(ldap('GLUU.example.org.'), watched());
  expect(first.asked).toHaveLength(1);
  expect(first.asked[0]?.message).toBe('Connect to gluu.example.org?');
  expect(first.asked[0]?.lines).toEqual(
    expect.arrayContaining(['Purpose: LDAP', 'Server: gluu-test', 'To: gluu.example.org', 'Port: 636']),
  );
  const again = guarded();
  await again.places.allow(ldap('gluu.example.org'), watched());
  expect(again.asked).toEqual([]);
  await again.places.allow(ldap('gluu.example.org', 1636), watched());
  expect(again.asked).toHaveLength(1);
});

test('a name of another script is shown with its punycode', async () => {
  const { places, asked } = guarded();
  await places.allow(ldap('gluu.еxample.org'), watched()); // its first e is Cyrillic
  expect(asked[0]?.message).toBe('Connect to gluu.\\u{435}xample.org (gluu.xn--xample-2of.org)?');
  expect(places.isAllowed(ldap('gluu.example.org'))).toBe(false);
});

test('a refusal is reported, kept from the file and asked about again', async () => {
  const { places, asked } = guarded(() => false);
  for (const _ of [1, 2]) {
    await expect(places.allow(ldap('other.example.org'), watched())).rejects.toMatchObject({
      code: 'place.notAllowed',
      about: { facts: { place: 'other.example.org:636' } },
    });
  }
  expect(asked).toHaveLength(2);
  expect(() => readFileSync(file())).toThrow('ENOENT');
});

test('after five refusals within a minute the user is no longer asked', async () => {
  const { places, asked, pass } = guarded(() => false);
  const tries = Array.from({ length: 100 }, (_, index) => places.allow(ldap('10.0.0.1', index + 1), watched()));
  const ends = await Promise.allSettled(tries);
  const codes = ends.map((end) => (end.status === 'rejected' ? end.reason.code : 'allowed'));
  expect(codes.slice(0, 5)).toEqual(Array(5).fill('place.notAllowed'));
  expect(codes.slice(5)).toEqual(Array(95).fill('place.tooMany'));
  expect(asked).toHaveLength(5);
  pass(60_000);
  await expect(places.allow(ldap('10.0.0.1', 7), watched())).rejects.toMatchObject({ code: 'place.notAllowed' });
  expect(asked).toHaveLength(6);
});

test('questions asked at once come one after the other, the same one once', async () => {
  const { places, asked, mostAtOnce } = guarded();
  await Promise.all(['a', 'b', 'a', 'b', 'a'].map((name) => places.allow(ldap(`${name}.example.org`), watched())));
  expect(asked.map(({ message }) => message)).toEqual(['Connect to a.example.org?', 'Connect to b.example.org?']);
  expect(mostAtOnce()).toBe(1);
});

test('what was asked at the same time as a refused place is refused with it', async () => {
  const { places, asked } = guarded(() => false);
  const ends = await Promise.allSettled([1, 2, 3].map(() => places.allow(ldap('a.example.org'), watched())));
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(asked).toHaveLength(1);
});

test('work that nobody watches is never asked for', async () => {
  const { places, asked } = guarded();
  await expect(places.allow(ldap('gluu.example.org'), unwatchedWork())).rejects.toMatchObject({
    code: 'place.notAllowed',
  });
  expect(asked).toEqual([]);
  await places.allow(ldap('gluu.example.org'), watched());
  await places.allow(ldap('gluu.example.org'), unwatchedWork());
});

test('main’s own places need no question', async () => {
  const { places, asked } = guarded(() => false);
  await places.allow(ldap('demo.example'), watched());
  expect(asked).toEqual([]);
});

test('cancelled work ends the question, and is no refusal', async () => {
  const { places } = guarded();
  const abort = new AbortController();
  abort.abort();
  await expect(places.allow(ldap('a.example.org'), abort)).rejects.toMatchObject({ code: 'work.cancelled' });
});

describe('by an SSH route', () => {
  const hop = (host: string) => ({ host, port: 22, user: 'admin' });
  const way = [hop('jump.example.org'), hop('gluu.example.org')];

  test('one question names every host on the way and the far end of the tunnel', async () => {
    const { places, asked } = guarded();
    await places.allow({ ...ldap('localhost', 1636), way }, watched());
    expect(asked).toHaveLength(1);
    expect(asked[0]?.lines).toEqual(
      expect.arrayContaining([
        'Over SSH through: jump.example.org',
        'Port: 22',
        'Over SSH through: gluu.example.org',
        'To: localhost',
        'Port: 1636',
        'As seen from the far end of the SSH route.',
      ]),
    );
    await places.allow({ host: 'jump.example.org', ports: [22], why: 'SSH' }, watched());
    expect(asked).toHaveLength(1);
  });

  test('its hosts are shown as they really are, with their punycode and where they come from', async () => {
    const { places, asked } = guarded();
    const real = [
      { ...hop('jump.еxample.org'), origin: message('ssh.origin.jump') }, // its first e is Cyrillic
      { host: '2001:db8::7', port: 2222, user: 'admin', origin: message('ssh.origin.alias', { alias: 'gluu' }) },
    ];
    await places.allow({ ...ldap('localhost', 1636), way: real }, watched());
    expect(asked[0]?.message).toBe('Connect to jump.\\u{435}xample.org (jump.xn--xample-2of.org)?');
    expect(asked[0]?.lines).toEqual(
      expect.arrayContaining([
        'Over SSH through: jump.\\u{435}xample.org (jump.xn--xample-2of.org) (a ProxyJump of ~/.ssh/config)',
        'Over SSH through: 2001:db8::7 (gluu in ~/.ssh/config)',
        'Port: 2222',
      ]),
    );
  });

  test('a host behind another one is another place than the same name here', async () => {
    const { places } = guarded();
    await places.allow({ ...ldap('localhost', 1636), way }, watched());
    expect(places.isAllowed({ host: 'gluu.example.org', ports: [22] })).toBe(false);
    expect(places.isAllowed({ host: 'gluu.example.org', ports: [22], way: [hop('jump.example.org')] })).toBe(true);
  });

  test('its far end is another place than the same name here', async () => {
    const { places } = guarded();
    await places.allow({ ...ldap('localhost', 1636), way }, watched());
    expect(places.isAllowed(ldap('localhost', 1636))).toBe(false);
    expect(places.isAllowed({ ...ldap('localhost', 25), way })).toBe(false);
  });
});

test('a place that changes behind the open question is asked about as well', async () => {
  let host = 'shown.example.org';
  const { places, asked } = guarded(({ message }) => {
    host = 'other.example.org'; // as a script would by saving the profile again
    return message.includes('shown');
  });
  await expect(allowCurrent(places, () => ldap(host), watched())).rejects.toMatchObject({ code: 'place.notAllowed' });
  expect(asked.map(({ message }) => message)).toEqual([
    'Connect to shown.example.org?',
    'Connect to other.example.org?',
  ]);
});

test('a damaged file is put aside, and places are asked about again', async () => {
  writeFileSync(file(), '{"schemaVersion":1,"places":"all"}');
  const { places, asked } = guarded();
  await places.allow(ldap('gluu.example.org'), watched());
  expect(asked).toHaveLength(1);
});
