import { type LeftBehind, secretLabels } from '../../src-shared/model/transfer';
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
            <b>{server}</b> {secretLabels[secret]}: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}
