import type { MailboxAccount, MailboxTarget, MailboxView } from '../../src-shared/model/mailbox';
import type { SecretState } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { hiddenLogin, hideFromLog } from '../base/redact';
import type { ClearText } from '../guard/clear-text';
import { place } from '../net/tcp';
import type { MailboxSecrets } from '../secrets/mailbox-secrets';
import type { CallsOf } from '../work/work';
import type { MailboxLimits, MailboxLogin } from './mailbox-session';
import type { MailboxStore } from './mailbox-store';
import { checkMailbox, waitForMessage } from './wait-for-message';

interface Needs {
  store: MailboxStore;
  secrets: MailboxSecrets;
  clearText: Pick<ClearText, 'isAllowed'>;
  /** Shorter ones for tests. */
  limits?: MailboxLimits;
}

/**
 * The calls about the mailbox in which sent messages are looked for. The window never receives its password. They throw AppError `mailbox.none`, `secret.*`, `keychain.*`, `file.*`, `imap.*`, `net.*`, `tls.*`.
 */
export function mailboxService({ store, secrets, clearText, limits }: Needs): CallsOf<'mailbox'> {
  /** The certificate a mailbox server showed last, by host and port: the user can only trust what was seen. */
  const shown = new Map<string, string>();
  /** Certificates trusted at a place before its account was saved, as while a form is filled in. */
  const trusted = new Map<string, string>();

  const account = (): MailboxAccount => {
    const saved = store.read();
    if (!saved) throw new AppError('mailbox.none');
    return saved;
  };
  const view = async (saved: MailboxAccount): Promise<MailboxView> => ({
    account: saved,
    password: await stateOf(saved, secrets),
  });

  /** Keeps the certificate a failure carries, so that it can be trusted. */
  async function remembering<T>(target: MailboxTarget, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const seen = error instanceof AppError ? error.about.certificate : undefined;
      if (seen) shown.set(place(target), seen.sha256);
      throw error;
    }
  }

  function pinFor(target: MailboxTarget): Pick<MailboxAccount, 'pin'> {
    const saved = store.read();
    if (saved?.pin && place(saved) === place(target)) return { pin: saved.pin };
    const sha256 = trusted.get(place(target));
    return sha256 ? { pin: { sha256, acceptedAt: new Date().toISOString() } } : {};
  }

  function loginTo(target: MailboxAccount, password: string): MailboxLogin {
    const { host, port, user } = target;
    const clearTextConsent = clearText.isAllowed({ protocol: 'imap', host, port, user, ways: [[]] });
    return { account: target, password: hiddenLogin(user, password).password, clearTextConsent };
  }

  return {
    async 'mailbox.account'() {
      const saved = store.read();
      return saved && view(saved);
    },

    async 'mailbox.save'({ draft, password }) {
      // The account first: a password without its account would be found by nobody.
      const saved = await store.save(draft);
      if (password.kind === 'replace') {
        hideFromLog(password.value);
        await secrets.put(password.value, draft);
      }
      if (password.kind === 'clear') await secrets.forget();
      const { pin } = pinFor(draft);
      if (pin && !saved.pin) await store.pin(pin, saved);
      return view(account());
    },

    async 'mailbox.forget'() {
      // The password first: if the keychain refuses, the account still shows that there is one.
      await secrets.forget();
      await store.forget();
      trusted.clear();
    },

    async 'mailbox.check'({ draft, password }, work) {
      const typed = password.kind === 'typed' ? password.value : await secrets.read(draft);
      const login = loginTo({ ...draft, ...pinFor(draft) }, typed);
      return remembering(draft, () => checkMailbox(login, work, limits));
    },

    async 'mailbox.trust'({ host, port, sha256 }) {
      const at = place({ host, port });
      if (shown.get(at) !== sha256) throw new AppError('tls.changed');
      trusted.set(at, sha256);
      const saved = store.read();
      if (saved && place(saved) === at) await store.pin({ sha256, acceptedAt: new Date().toISOString() }, saved);
    },

    async 'mailbox.wait'({ token, since, limitMs }, work) {
      const saved = account();
      const login = loginTo(saved, await secrets.read(saved));
      const request = { ...login, token, since: new Date(since), limitMs };
      return remembering(saved, () => waitForMessage(request, work, limits));
    },
  };
}

async function stateOf(target: MailboxTarget, secrets: MailboxSecrets): Promise<SecretState> {
  try {
    const state = await secrets.state(target);
    return state === 'bound-elsewhere' ? 'boundElsewhere' : state;
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('keychain.')) return 'locked';
    throw error;
  }
}
