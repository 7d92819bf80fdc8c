import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { checkStorable, fromStored, largestValue, toStored } from '../../../../src-main/secrets/keychain';
import { keychainEnvironment } from '../../../../src-main/secrets/keychain-environment';
import { keychainTrouble } from '../../../../src-main/secrets/keychain-trouble';

describe('the stored form', () => {
  test.each(['x', 'a\0b', 'line\n', '\uFEFFmark', 'סיסמה', '\u{1F511}', ' ', 'x'.repeat(65_536)])(
    'keeps %j',
    (value) => {
      const stored = toStored(value);
      expect(stored).toMatch(/^[A-Za-z0-9+/]+=*$/);
      expect(fromStored(stored)).toBe(value);
    },
  );

  test.each([
    'plain text, not Base64',
    'eA', // padding is missing
    'eB==', // bits after the last byte
    'gICA', // not UTF-8
    'eA==\n',
  ])('refuses %j, which this app did not store, without quoting it', (stored) => {
    const error = thrown(() => fromStored(stored));
    expect(error).toMatchObject({ code: 'secret.unusable' });
    expect(JSON.stringify(error.about)).not.toContain(stored);
  });
});

describe('what can be stored', () => {
  test.each(['\uD83D', 'a\uDD11', '\uDD11\uD83D'])('refuses the lone surrogate of %j', (value) => {
    expect(() => checkStorable(value, 10)).toThrow(AppError);
  });

  test('counts bytes of UTF-8', () => {
    expect(() => checkStorable('ä'.repeat(5), 10)).not.toThrow();
    expect(() => checkStorable('ä'.repeat(6), 10)).toThrow(AppError);
    expect(() => checkStorable('\u{1F511}\u{1F511}', 8)).not.toThrow();
  });

  test('never quotes the value', () => {
    const error = thrown(() => checkStorable('hunter2 hunter2', 10));
    expect(`${error.stack} ${JSON.stringify(error)} ${error.message}`).not.toContain('hunter2');
  });

  test('fits what each system takes, once it is Base64', () => {
    expect(toStored('x'.repeat(largestValue('win32'))).length).toBeLessThanOrEqual(2560);
    expect(largestValue('linux')).toBe(65_536);
    expect(largestValue('darwin')).toBe(65_536);
  });
});

// Every text but macOS's was seen with gnome-keyring 42.1 and libsecret 0.20.5; see also test/keychain.
describe('the texts of failed calls', () => {
  test.each([
    ['Cannot create an item in a locked collection', 'locked'],
    ['Cannot get secret of a locked object', 'locked'],
    ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: The item is locked', 'locked'],
    ['User canceled the operation.', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'absent'],
    ['Cannot spawn a message bus without a machine-id: Unable to load /etc/machine-id', 'absent'],
    ['Failed to execute child process “dbus-launch” (No such file or directory)', 'absent'],
    ['Could not connect: No such file or directory', 'absent'],
    ['Unknown or unsupported transport “disabled” for address “disabled:”', 'absent'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'absent'],
    ['Process org.freedesktop.secrets exited with status 1', 'absent'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'absent'],
    ['No keychain is available. You may need to restart your computer.', 'absent'],
    ['Failed to load keytar native addon, checked ["../build/Release"] on linux-x64', 'absent'],
    ['The name :1.5 was not provided by any .service files', 'failed'],
    ['The session wrapping the secret does not exist', 'failed'],
    ['The connection is closed', 'failed'],
    ["Cannot find module 'keytar'", 'failed'],
    ['', 'failed'],
  ] as const)('%s: %s', (text, trouble) => {
    expect(keychainTrouble(text)).toBe(trouble);
  });

  test('are kept untranslated by the environment of the process', () => {
    const environment = keychainEnvironment({ HOME: '/home', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' });
    expect(environment).toEqual({ HOME: '/home', LC_ALL: 'C', LANGUAGE: '' });
  });
});

function thrown(call: () => unknown): AppError {
  try {
    call();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('no AppError was thrown');
}
