import { useState } from 'react';
import type { FieldId, UpdateOutcome } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand } from '../ui/environment';
import { Pick } from '../ui/pick';
import { closeReview, settleConflict } from './organization-update';

interface ConflictDialogProps {
  server: ServerSummary;
  outcome: Extract<UpdateOutcome, { kind: 'conflict' }>;
}

/** Someone else changed the same fields: three columns, and nothing is written until each is decided. */
export function ConflictDialog({ server, outcome }: ConflictDialogProps) {
  const [chosen, setChosen] = useState<Partial<Record<FieldId, 'mine' | 'theirs'>>>({});
  const open = outcome.rows.filter(({ field }) => !chosen[field]).length;
  const theirs = outcome.rows.filter(({ field }) => chosen[field] === 'theirs').map(({ field }) => field);
  return (
    <Dialog
      title="Changed by someone else since you loaded it"
      band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
      width="wide"
      onClose={() => closeReview(server.id)}
      actions={
        <>
          <Button onClick={() => closeReview(server.id)} keys="Esc">
            Decide later
          </Button>
          <Button
            look="main"
            off={open > 0 ? `${open} not decided.` : undefined}
            onClick={() => settleConflict(server.id, theirs)}
          >
            Continue with these
          </Button>
        </>
      }
    >
      <p className="dim">Nothing was written. Choose which value stays.</p>
      <table className={changesCss.changes}>
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Mine</th>
            <th scope="col">Theirs, now on the server</th>
            <th scope="col">As I loaded it</th>
          </tr>
        </thead>
        <tbody>
          {outcome.rows.map(({ field, label, mine, theirs: other, loaded }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <Pick
                    type="radio"
                    name={field}
                    aria-label={`${label}: ${side}`}
                    checked={chosen[field] === side}
                    onChange={() => setChosen((before) => ({ ...before, [field]: side }))}
                  >
                    {side === 'mine' ? mine : other}
                  </Pick>
                </td>
              ))}
              <td className="faint">{loaded}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
