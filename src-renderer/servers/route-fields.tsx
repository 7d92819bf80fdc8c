import { useEffect, useId, useState } from 'react';
import {
  DEFAULT_SSH_PORT,
  type Route,
  type SshHop,
  type SshRoute,
  sshLoginLabels,
  sshLogins,
} from '../../src-shared/model/route';
import type { SshConfigHost } from '../../src-shared/model/ssh';
import { message, type Words } from '../../src-shared/texts/message';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { FieldRow, TextInput } from '../ui/field';
import { useSay } from '../ui/texts-store';
import { configuredText, withHost, withUsers } from './configured-host';
import { jumpsText, readJumps } from './jumps-text';

const emptyRoute: SshRoute = { kind: 'ssh', host: '', port: DEFAULT_SSH_PORT, user: '', login: 'agent', jumps: [] };

interface RouteFieldsProps {
  route: Route;
  /** By path inside the route, e.g. `host` or `jumps.0.user`. */
  errorOf(path: string): Words | undefined;
  onChange(route: Route): void;
  /** The choice between direct and SSH is not offered: it has to be SSH. */
  sshOnly?: boolean;
}

/** How a server's network is reached. Hosts of the user's own SSH configuration are offered by their aliases. */
export function RouteFields({ route, errorOf, onChange, sshOnly = false }: RouteFieldsProps) {
  // A look at the other kind of route loses nothing that was typed.
  const say = useSay();
  const [left, setLeft] = useState(emptyRoute);
  const hosts = useConfiguredHosts();
  const choose = (kind: Route['kind']) => {
    if (route.kind === 'ssh') setLeft(route);
    onChange(kind === 'ssh' ? left : { kind });
  };
  return (
    <>
      {sshOnly ? null : (
        <FieldRow
          label={say('servers.profile.route')}
          note={<p className="note">{say(`servers.form.routeNote.${route.kind}`)}</p>}
        >
          {(ids) => (
            <Choice
              {...ids}
              label={say('servers.profile.route')}
              options={[
                { value: 'direct' as const, text: say('servers.form.routeDirect') },
                { value: 'ssh' as const, text: say('servers.form.routeSsh') },
              ]}
              value={route.kind}
              onChange={choose}
            />
          )}
        </FieldRow>
      )}
      {route.kind === 'ssh' ? <SshFields route={route} hosts={hosts} errorOf={errorOf} onChange={onChange} /> : null}
    </>
  );
}

interface SshFieldsProps extends Pick<RouteFieldsProps, 'errorOf'> {
  route: SshRoute;
  hosts: readonly SshConfigHost[];
  onChange(route: SshRoute): void;
}

function SshFields({ route, hosts, errorOf, onChange }: SshFieldsProps) {
  const say = useSay();
  const list = useId();
  const edit = (part: Partial<SshRoute>) => onChange({ ...route, ...part });
  const known = hosts.find(({ alias }) => alias === route.host);

  return (
    <>
      <FieldRow
        label={say('servers.form.sshHost')}
        error={errorOf('host')}
        note={known ? <p className={known.unusable ? 'note warn' : 'note'}>{say(configuredText(known))}</p> : undefined}
      >
        {(ids) => (
          <TextInput
            {...ids}
            list={list}
            value={route.host}
            onChange={(host) => onChange(withHost(route, host, hosts))}
          />
        )}
      </FieldRow>
      <datalist id={list}>
        {hosts.map(({ alias, host }) => (
          <option key={alias} value={alias}>
            {host}
          </option>
        ))}
      </datalist>
      <FieldRow label={say('servers.form.sshPort')} error={errorOf('port')}>
        {(ids) => <PortInput ids={ids} port={route.port} onChange={(port) => edit({ port })} />}
      </FieldRow>
      <FieldRow label={say('servers.form.sshUser')} error={errorOf('user')}>
        {(ids) => <TextInput {...ids} value={route.user} onChange={(user) => edit({ user })} />}
      </FieldRow>
      <FieldRow label={say('servers.form.sshLogin')}>
        {(ids) => (
          <Choice
            {...ids}
            label={say('servers.form.sshLogin')}
            options={sshLogins.map((value) => ({ value, text: say(sshLoginLabels[value]) }))}
            value={route.login}
            onChange={(login) => edit({ login })}
          />
        )}
      </FieldRow>
      {route.login === 'key' ? <KeyFile route={route} error={errorOf('keyFile')} onChange={onChange} /> : null}
      <Jumps jumps={route.jumps} errorOf={errorOf} onChange={(jumps) => edit({ jumps: withUsers(jumps, hosts) })} />
    </>
  );
}

/** A port while it is typed: what is not a number yet stays as it is and is marked when the form is sent. */
function PortInput(props: { ids: PortIds; port: number; onChange(port: number): void }) {
  const [text, setText] = useState(String(props.port));
  useEffect(() => {
    if (!Number.isNaN(props.port)) setText(String(props.port));
  }, [props.port]);
  return (
    <TextInput
      {...props.ids}
      short
      inputMode="numeric"
      value={text}
      onChange={(next) => {
        setText(next);
        props.onChange(/^\s*\d{1,5}\s*$/.test(next) ? Number(next) : Number.NaN);
      }}
    />
  );
}
interface PortIds {
  id: string;
  describedBy: string;
  invalid: boolean;
}

function KeyFile({
  route,
  error,
  onChange,
}: {
  route: SshRoute;
  error: Words | undefined;
  onChange: (route: SshRoute) => void;
}) {
  const say = useSay();
  async function choose() {
    const result = await invoke('ssh.chooseKey', undefined);
    if (result.ok && result.value) onChange({ ...route, keyFile: result.value.keyFile });
  }
  return (
    <FieldRow
      label={say('servers.form.keyFile')}
      error={error}
      note={<p className="note">{say('servers.form.keyFileNote')}</p>}
    >
      {({ id, describedBy }) => (
        <>
          <output id={id} aria-describedby={describedBy}>
            {route.keyFile ?? say('servers.form.noKeyFile')}
          </output>
          <Button small onClick={() => void choose()}>
            {say('servers.form.chooseKeyFile')}
          </Button>
        </>
      )}
    </FieldRow>
  );
}

interface JumpsProps extends Pick<RouteFieldsProps, 'errorOf'> {
  jumps: readonly SshHop[];
  onChange(jumps: SshHop[]): void;
}

/** The hosts on the way, as ProxyJump of ssh_config(5) writes them. */
function Jumps({ jumps, errorOf, onChange }: JumpsProps) {
  const say = useSay();
  const [text, setText] = useState(() => jumpsText(jumps));
  const error = jumps
    .flatMap(({ host }, index) =>
      ['host', 'port', 'user'].map((part) => {
        const problem = errorOf(`jumps.${index}.${part}`);
        if (problem === undefined) return undefined;
        return host
          ? message('servers.form.jumpWrong', { host, problem })
          : message('servers.form.jumpNumberWrong', { n: index + 1, problem });
      }),
    )
    .find((one) => one !== undefined);
  return (
    <FieldRow
      label={say('servers.form.jumps')}
      error={error ?? errorOf('jumps')}
      note={<p className="note">{say('servers.form.jumpsNote')}</p>}
    >
      {(ids) => (
        <TextInput
          {...ids}
          value={text}
          onChange={(next) => {
            setText(next);
            onChange(readJumps(next));
          }}
        />
      )}
    </FieldRow>
  );
}

/** The hosts of the user's own SSH configuration, once main has read it. */
function useConfiguredHosts(): SshConfigHost[] {
  const [hosts, setHosts] = useState<SshConfigHost[]>([]);
  useEffect(() => {
    let gone = false;
    void invoke('ssh.hosts', undefined).then((result) => {
      if (result.ok && !gone) setHosts(result.value);
    });
    return () => {
      gone = true;
    };
  }, []);
  return hosts;
}
