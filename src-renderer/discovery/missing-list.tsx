import type { DiscoveryFinding, MissingPiece } from '../../src-shared/model/discovery';
import { Button } from '../ui/button';
import { FieldRow, TextInput } from '../ui/field';
import { Message, Todo } from '../ui/message';
import { useSay } from '../ui/texts-store';
import { edit, findInstallation, useDiscovery } from './discovery-store';

/** What could not be had, why, and what to do about it; sudo is offered where it may help. */
export function MissingList({ finding }: { finding: DiscoveryFinding }) {
  const say = useSay();
  const { missing, route, root } = finding;
  if (missing.length === 0) return null;
  const sudoMayHelp = route !== undefined && missing.some(({ remedies }) => remedies.includes('sudo'));
  return (
    <section aria-label={say('discovery.missing.title')}>
      <h3 className="form-part">{say('discovery.missing.title')}</h3>
      {missing.map((piece) => (
        <Missing key={`${piece.kind} ${say(piece.what)}`} piece={piece} />
      ))}
      {sudoMayHelp ? <Sudo root={root} /> : null}
    </section>
  );
}

function Missing({ piece: { needed, what, why, todo } }: { piece: MissingPiece }) {
  const say = useSay();
  const label = say(needed ? 'discovery.missing.needed' : 'discovery.missing.optional', { what });
  return (
    <Message tone={needed ? 'bad' : 'warn'} label={label} title={say(what)} minor>
      <p>{say(why)}</p>
      <Todo>{say(todo)}</Todo>
    </Message>
  );
}

function Sudo({ root }: { root: string | undefined }) {
  const say = useSay();
  const { sudoPassword, task } = useDiscovery();
  const again = () => void findInstallation({ sudo: true, ...(root === undefined ? {} : { root }) });
  return (
    <form
      aria-label={say('discovery.sudo.region')}
      onSubmit={(event) => {
        event.preventDefault();
        if (task.kind !== 'running') again();
      }}
    >
      <FieldRow label={say('discovery.sudo.password')} note={<p className="note">{say('discovery.sudo.note')}</p>}>
        {(ids) => (
          <>
            <TextInput
              {...ids}
              type="password"
              value={sudoPassword}
              onChange={(value) => edit({ sudoPassword: value })}
            />
            <Button onClick={again} off={task.kind === 'running' ? say('discovery.sudo.reading') : undefined}>
              {say('discovery.sudo.read')}
            </Button>
          </>
        )}
      </FieldRow>
    </form>
  );
}
