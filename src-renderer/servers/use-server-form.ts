import { useState } from 'react';
import type { Failure } from '../../src-shared/model/failure';
import { routeText } from '../../src-shared/model/route';
import { type SecretChange, type ServerId, type ServerSummary, saltProblem } from '../../src-shared/model/server';
import type { Message } from '../../src-shared/texts/message';
import { closeFront, showServer, useApp } from '../state/app-store';
import { checkSaved } from '../state/check-store';
import { start } from '../state/ipc';
import { loadServers, saltChanged, useServer, useServers } from '../state/servers-store';
import { useFocusOnError } from '../ui/focus-first-error';
import { copyOfServer, type Draft, draftOf, emptyDraft, errorsIn, typedSecret } from './server-draft';
import { sshSecrets } from './ssh-secret-field';

/** What a new server is to be a copy of, and whether the form opens at its salt. */
function openedWith(): { source: ServerSummary | undefined; atSalt: boolean } {
  const { front } = useApp.getState();
  if (front.kind !== 'serverForm') return { source: undefined, atSalt: false };
  const { servers } = useServers.getState();
  return { source: servers.find(({ id }) => id === front.copyOf), atSalt: front.at === 'salt' };
}

/** What the form of a server holds, what is wrong with it, and how it is saved or left. */
export function useServerForm(serverId: ServerId | undefined) {
  const server = useServer(serverId ?? ('' as ServerId));
  const [{ source, atSalt }] = useState(openedWith);
  const [savedId, setSavedId] = useState(serverId);
  const [draft, setDraft] = useState<Draft>(() =>
    server ? draftOf(server) : source ? copyOfServer(source, useServers.getState().servers) : emptyDraft,
  );
  const [bindPassword, setBindPassword] = useState<SecretChange>({ kind: 'keep' });
  const [salt, setSalt] = useState<SecretChange>(atSalt ? { kind: 'replace', value: '' } : { kind: 'keep' });
  const [sshSecret, setSshSecret] = useState<SecretChange>({ kind: 'keep' });
  const [failure, setFailure] = useState<Failure>();
  /** What was refused are the secrets alone: the server is in the list as it stands here. */
  const [secretFailure, setSecretFailure] = useState<Failure>();
  const [tries, setTries] = useState(0);
  const [saving, setSaving] = useState<{ since: number; cancel(): void }>();
  const [leaving, setLeaving] = useState(false);

  const [atFirst] = useState(draft);
  const touched =
    JSON.stringify(draft) !== JSON.stringify(atFirst) ||
    [bindPassword, salt, sshSecret].some((change) => typedSecret(change).kind !== 'keep');
  /** Escape and a click beside the form must not lose what was typed. */
  const leave = () => (touched ? setLeaving(true) : closeFront());
  useFocusOnError(tries);
  const edit = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const errors = tries > 0 ? errorsIn(draft) : {};
  const serverError = (name: string) => failure?.fields?.[`draft.${name}`];
  const saltError = tries > 0 && salt.kind === 'replace' && salt.value !== '' ? saltProblem(salt.value) : undefined;
  const routeErrors: Record<string, Message> = errors;
  const error = (name: keyof Draft) => errors[name] ?? serverError(name);
  const moved =
    server &&
    (draft.host !== server.host ||
      draft.port !== String(server.port) ||
      draft.mode !== server.mode ||
      draft.bindDn !== server.bindDn ||
      routeText(draft.route) !== routeText(server.route));

  async function save() {
    setTries((before) => before + 1);
    const saltWrong = salt.kind === 'replace' && salt.value !== '' && saltProblem(salt.value);
    if (Object.keys(errorsIn(draft)).length > 0 || saltWrong) return;
    const call = start('server.save', {
      ...(savedId ? { serverId: savedId } : source ? { copyOf: source.id } : {}),
      draft: { ...draft, port: Number(draft.port) },
      bindPassword: typedSecret(bindPassword),
      salt: typedSecret(salt),
      ...sshSecrets(draft.route, typedSecret(sshSecret)),
    });
    setSaving({ since: Date.now(), cancel: call.cancel });
    const result = await call.result;
    setSaving(undefined);
    // Whoever called it off knows.
    setFailure(result.ok || result.failure.code === 'work.cancelled' ? undefined : result.failure);
    setSecretFailure(result.ok ? result.value.secretFailure : undefined);
    if (!result.ok) {
      setTries((before) => before + 1); // a field may be marked now
      return;
    }
    const { id } = result.value.server;
    await loadServers();
    setSavedId(id);
    if (result.value.secretFailure) return;
    if (typedSecret(salt).kind !== 'keep') saltChanged.emit(id);
    showServer(id, 'overview');
    void checkSaved(result.value);
  }

  return {
    ...{ server, source, atSalt, draft, edit, bindPassword, setBindPassword, salt, setSalt, sshSecret, setSshSecret },
    ...{ touched, moved: moved ?? false, error, routeErrors, serverError, saltError },
    ...{ failure, setFailure, secretFailure, saving, save, leaving, setLeaving, leave },
  };
}
