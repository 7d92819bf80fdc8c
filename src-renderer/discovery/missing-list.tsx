import type { DiscoveryFinding, MissingPiece } from '../../src-shared/model/discovery';
import { Button } from '../ui/button';
import { FieldRow, TextInput } from '../ui/field';
import { Message, Todo } from '../ui/message';
import { edit, findInstallation, useDiscovery } from './discovery-store';

/** What could not be had, why, and what to do about it; sudo is offered where it may help. */
export function MissingList({ finding }: { finding: DiscoveryFinding }) {
  const { missing, route, root } = finding;
  if (missing.length === 0) return null;
  const sudoMayHelp = route !== undefined && missing.some(({ remedies }) => remedies.includes('sudo'));
  return (
    <section aria-label="What is missing">
      <h3 className="form-part">What is missing</h3>
      {missing.map((piece) => (
        <Missing key={`${piece.kind} ${piece.what}`} piece={piece} />
      ))}
      {sudoMayHelp ? <Sudo root={root} /> : null}
    </section>
  );
}

function Missing({ piece: { needed, what, why, todo } }: { piece: MissingPiece }) {
  return (
    <Message tone={needed ? 'bad' : 'warn'} label={`${needed ? 'Needed' : 'Missing'}: ${what}`} title={what} minor>
      <p>{why}</p>
      <Todo>{todo}</Todo>
    </Message>
  );
}

function Sudo({ root }: { root: string | undefined }) {
  const { sudoPassword, task } = useDiscovery();
  const again = () => void findInstallation({ sudo: true, ...(root === undefined ? {} : { root }) });
  return (
    <form
      aria-label="Read with sudo"
      onSubmit={(event) => {
        event.preventDefault();
        if (task.kind !== 'running') again();
      }}
    >
      <FieldRow
        label="Password for sudo"
        note={
          <p className="note">
            Used once, for reading these files, and never stored. Leave it empty where sudo asks for none. A wrong one
            is tried once only.
          </p>
        }
      >
        {(ids) => (
          <>
            <TextInput
              {...ids}
              type="password"
              value={sudoPassword}
              onChange={(value) => edit({ sudoPassword: value })}
            />
            <Button onClick={again} off={task.kind === 'running' ? 'Reading' : undefined}>
              Read with sudo
            </Button>
          </>
        )}
      </FieldRow>
    </form>
  );
}
