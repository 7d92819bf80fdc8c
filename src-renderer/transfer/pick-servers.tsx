import { memo, type ReactNode, useCallback, useLayoutEffect, useRef } from 'react';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import { Cut } from '../ui/cut';
import { EnvironmentShape } from '../ui/environment';
import { Pick } from '../ui/pick';
import { useSay } from '../ui/texts-store';
import { useGrowing } from '../ui/use-growing';
import css from './transfer.module.css';

interface PickProps {
  servers: ServerSummary[];
  /** What the list is searched for, if it is. */
  found: { query: string; matching(): ServerSummary[] } | undefined;
  chosen: ReadonlySet<ServerId>;
  onChange(chosen: ReadonlySet<ServerId>): void;
}

/** Servers to tick, one by one, by group, all, or those that the list's search found. */
export function PickServers({ servers, found, chosen, onChange }: PickProps) {
  const say = useSay();
  const groups = new Map<string, ServerSummary[]>();
  for (const server of servers) groups.set(server.group, [...(groups.get(server.group) ?? []), server]);
  const only = (members: ServerSummary[]) => onChange(new Set(members.map(({ id }) => id)));
  const set = (ids: readonly ServerId[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
    onChange(next);
  };
  const latest = useRef(set);
  useLayoutEffect(() => {
    latest.current = set;
  });
  // The same function always, so that no other row is drawn again for a tick.
  const pick = useCallback((id: ServerId, isChosen: boolean) => latest.current([id], isChosen), []);
  const { drawn, end } = useGrowing(servers.length);
  const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b));
  let left = drawn;
  const shown = sorted.flatMap(([name, members]) => {
    if (left <= 0) return [];
    const inGroup = members.slice(0, left);
    left -= inGroup.length;
    return [{ name, members, inGroup }];
  });
  return (
    <fieldset className={css.choice}>
      <legend className="unseen">{say('transfer.pick.legend')}</legend>
      <div className="pair">
        <Button small onClick={() => only(servers)}>
          {say('transfer.pick.all', { n: servers.length })}
        </Button>
        {found === undefined ? null : (
          <Button small onClick={() => only(found.matching())}>
            {say('transfer.pick.found', { query: found.query })}
          </Button>
        )}
        <Button small onClick={() => only([])}>
          {say('transfer.pick.none')}
        </Button>
        <span className="faint">{say('transfer.pick.chosen', { n: chosen.size })}</span>
      </div>
      <div className={css.groups}>
        {shown.map(({ name, members, inGroup }) => (
          <fieldset key={name}>
            <legend className="unseen" translate={name ? 'no' : undefined}>
              {name || say('servers.ungrouped')}
            </legend>
            <GroupPick
              name={name ? <AsIs>{name}</AsIs> : say('servers.ungrouped')}
              count={members.filter(({ id }) => chosen.has(id)).length}
              of={members.length}
              onChange={(isChosen) =>
                set(
                  members.map(({ id }) => id),
                  isChosen,
                )
              }
            />
            {inGroup.map((server) => (
              <ServerPick key={server.id} server={server} isChosen={chosen.has(server.id)} onPick={pick} />
            ))}
          </fieldset>
        ))}
        {drawn < servers.length ? <div ref={end} /> : null}
      </div>
    </fieldset>
  );
}

interface ServerPickProps {
  server: ServerSummary;
  isChosen: boolean;
  onPick(id: ServerId, isChosen: boolean): void;
}

const ServerPick = memo(function ServerPick({ server, isChosen, onPick }: ServerPickProps) {
  return (
    <Pick className={css.server} checked={isChosen} onChange={(next) => onPick(server.id, next)}>
      <EnvironmentShape environment={server.environment} size={12} />
      <Cut translate="no" text={server.name} />
      <Cut translate="no" className="faint" text={`${server.host}:${server.port}`} />
    </Pick>
  );
});

interface GroupPickProps {
  name: ReactNode;
  count: number;
  of: number;
  onChange(chosen: boolean): void;
}
const GroupPick = ({ name, count, of, onChange }: GroupPickProps) => (
  <Pick className={css.group} checked={count === of} partly={count > 0 && count < of} onChange={onChange}>
    {name}
  </Pick>
);
