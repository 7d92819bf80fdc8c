import { useState } from 'react';
import type { FieldId, UpdateOutcome } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand } from '../ui/environment';
import { LongText } from '../ui/long-text';
import { Pick } from '../ui/pick';
import { useSay } from '../ui/texts-store';
import { closeReview, settleConflict } from './organization-update';

interface ConflictDialogProps {
  server: ServerSummary;
  outcome: Extract<UpdateOutcome, { kind: 'conflict' }>;
}

/** Someone else changed the same fields: three columns, and nothing is written until each is decided. */
export function ConflictDialog({ server, outcome }: ConflictDialogProps) {
  const say = useSay();
  const [chosen, setChosen] = useState<Partial<Record<FieldId, 'mine' | 'theirs'>>>({});
  const open = outcome.rows.filter(({ field }) => !chosen[field]).length;
  const theirs = outcome.rows.filter(({ field }) => chosen[field] === 'theirs').map(({ field }) => field);
  return (
    <Dialog
      title={say('organization.conflict.title')}
      band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
      width="wide"
      onClose={() => closeReview(server.id)}
      actions={
        <>
          <Button onClick={() => closeReview(server.id)} keys="Esc">
            {say('organization.conflict.later')}
          </Button>
          <Button
            look="main"
            off={open > 0 ? say('organization.conflict.open', { n: open }) : undefined}
            onClick={() => settleConflict(server.id, theirs)}
          >
            {say('organization.conflict.continue')}
          </Button>
        </>
      }
    >
      <p className="dim">{say('organization.conflict.text')}</p>
      <table className={changesCss.changes}>
        <thead>
          <tr>
            <th scope="col">{say('organization.column.setting')}</th>
            <th scope="col">{say('organization.conflict.mine')}</th>
            <th scope="col">{say('organization.conflict.theirs')}</th>
            <th scope="col">{say('organization.conflict.loaded')}</th>
          </tr>
        </thead>
        <tbody>
          {outcome.rows.map(({ field, label, mine, theirs: other, loaded }) => (
            <tr key={field}>
              <th scope="row">{say(label)}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <Pick
                    type="radio"
                    name={field}
                    aria-label={say(`organization.conflict.pick.${side}`, { field: label })}
                    checked={chosen[field] === side}
                    onChange={() => setChosen((before) => ({ ...before, [field]: side }))}
                  >
                    <LongText values={[side === 'mine' ? mine : other]} />
                  </Pick>
                </td>
              ))}
              <td className="faint">
                <LongText values={[loaded]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
