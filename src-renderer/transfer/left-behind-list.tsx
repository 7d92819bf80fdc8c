import type { LeftBehind } from '../../src-shared/model/transfer';
import { message } from '../../src-shared/texts/message';
import { Rich } from '../ui/rich';
import css from './transfer.module.css';

/** Secrets that do not go along, each with its server and its reason. */
export function LeftBehindList({ list, title }: { list: LeftBehind[]; title: string }) {
  if (list.length === 0) return null;
  return (
    <div className={css.unmoved}>
      <p>{title}</p>
      <ul>
        {list.map(({ server, secret, why }) => (
          <li key={`${server} ${secret}`}>
            <Rich
              message={message('transfer.leftBehind', {
                server,
                secret: message(`servers.profile.${secret}`),
                why,
              })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
