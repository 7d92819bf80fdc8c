import { type Environment, environmentLabels } from '../../src-shared/model/environment';
import { message } from '../../src-shared/texts/message';
import css from './environment.module.css';
import { useSay } from './texts-store';

/** The environment's own shape: told apart without colour. */
export function EnvironmentShape({ environment, size = 14 }: { environment: Environment; size?: number }) {
  return (
    <svg
      className={css.shape}
      data-environment={environment}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {environment === 'production' && <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="currentColor" />}
      {environment === 'staging' && (
        <>
          <path d="M8 2.4l6.3 11H1.7z" />
          <path d="M8 2.4v11H1.7z" fill="currentColor" stroke="none" />
        </>
      )}
      {environment === 'test' && <circle cx="8" cy="8" r="5.25" strokeWidth="2.4" />}
      {environment === 'other' && <rect x="2.5" y="2.5" width="11" height="11" strokeDasharray="2.6 1.8" />}
    </svg>
  );
}

export function EnvironmentChip({ environment }: { environment: Environment }) {
  const say = useSay();
  return (
    <span className={css.chip} data-environment={environment}>
      <EnvironmentShape environment={environment} size={11} />
      {say(environmentLabels[environment])}
    </span>
  );
}

/** The band above whatever can change a server. */
export function EnvironmentBand({ environment, name, host }: { environment: Environment; name: string; host: string }) {
  const say = useSay();
  return (
    <div className={css.band} data-environment={environment}>
      <EnvironmentShape environment={environment} />
      <b>
        {say(environment === 'production' ? message('environment.band.production') : environmentLabels[environment])}
      </b>
      <span translate="no">
        {name} · {host}
      </span>
    </div>
  );
}
