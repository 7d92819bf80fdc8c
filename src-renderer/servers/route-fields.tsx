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
import type { Words } from '../../src-shared/texts/message';
import { invoke } from '../state/ipc';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { FieldRow, TextInput } from '../ui/field';
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
          label="Route"
          note={
            <p className="note">
              {route.kind === 'ssh'
                ? 'Host and port below are as the SSH host sees them: usually localhost, 1636. No port is opened on this computer.'
                : 'Most Gluu Servers let only themselves reach their LDAP. Then the way in is SSH.'}
            </p>
          }
        >
          {(ids) => (
            <Choice
              {...ids}
              label="Route"
              options={[
                { value: 'direct' as const, text: 'Direct' },
                { value: 'ssh' as const, text: 'SSH' },
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
  const list = useId();
  const edit = (part: Partial<SshRoute>) => onChange({ ...route, ...part });
  const known = hosts.find(({ alias }) => alias === route.host);

  return (
    <>
      <FieldRow
        label="SSH host"
        error={errorOf('host')}
        note={known ? <p className={known.unusable ? 'note warn' : 'note'}>{configuredText(known)}</p> : undefined}
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
      <FieldRow label="SSH port" error={errorOf('port')}>
        {(ids) => <PortInput ids={ids} port={route.port} onChange={(port) => edit({ port })} />}
      </FieldRow>
      <FieldRow label="SSH user" error={errorOf('user')}>
        {(ids) => <TextInput {...ids} value={route.user} onChange={(user) => edit({ user })} />}
      </FieldRow>
      <FieldRow label="SSH login">
        {(ids) => (
          <Choice
            {...ids}
            label="SSH login"
            options={sshLogins.map((value) => ({ value, text: sshLoginLabels[value] }))}
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

/** A port while it is typed: what is no number yet stays as it is and is told when the form is sent. */
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
  async function choose() {
    const result = await invoke('ssh.chooseKey', undefined);
    if (result.ok && result.value) onChange({ ...route, keyFile: result.value.keyFile });
  }
  return (
    <FieldRow
      label="Key file"
      error={error}
      note={<p className="note">The private key itself stays where it is. It is read when it is needed.</p>}
    >
      {({ id, describedBy }) => (
        <>
          <output id={id} aria-describedby={describedBy}>
            {route.keyFile ?? 'none chosen'}
          </output>
          <Button small onClick={() => void choose()}>
            Choose key file
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
  const [text, setText] = useState(() => jumpsText(jumps));
  const error = jumps
    .flatMap(({ host }, index) =>
      ['host', 'port', 'user'].map((part) => {
        const sentence = errorOf(`jumps.${index}.${part}`);
        return sentence === undefined ? undefined : `${host || `Jump host ${index + 1}`}: ${sentence}`;
      }),
    )
    .find((sentence) => sentence !== undefined);
  return (
    <FieldRow
      label="Jump hosts"
      error={error ?? errorOf('jumps')}
      note={
        <p className="note">
          Optional: user@host:port of each, separated by commas, from this computer on. Each is logged in to with your
          agent and keys, or asks you under its own name.
        </p>
      }
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
