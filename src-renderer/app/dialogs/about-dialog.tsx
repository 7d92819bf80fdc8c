import { useEffect, useState } from 'react';
import type { Licences, PackageNotice } from '../../../src-shared/model/app';
import { commandLabel } from '../../../src-shared/model/commands';
import type { Failure } from '../../../src-shared/model/failure';
import { message } from '../../../src-shared/texts/message';
import { closeFront, useApp } from '../../state/app-store';
import { invoke } from '../../state/ipc';
import { AsIs } from '../../ui/as-is';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { useSay } from '../../ui/texts-store';
import css from './about-dialog.module.css';
import { CloseButton } from './close-button';

/** What this program is, whose it is, and the licences of all it contains. */
export function AboutDialog() {
  const say = useSay();
  const { app } = useApp();
  const [licences, setLicences] = useState<Licences>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    void invoke('app.licences', undefined).then((result) =>
      result.ok ? setLicences(result.value) : setFailure(result.failure),
    );
  }, []);
  if (!app) return null;
  const { appVersion, runtime, platform, coreDumps } = app;
  return (
    <Dialog
      title={say(commandLabel('about'))}
      width="wide"
      onClose={closeFront}
      actions={
        <>
          <Button
            off={licences ? undefined : say('app.about.notRead')}
            onClick={() => licences && void invoke('app.copy', { text: textOf(licences) })}
          >
            {say('app.about.copyAll')}
          </Button>
          <CloseButton />
        </>
      }
    >
      <div className={css.about}>
        <p>{say('app.about.version', { version: appVersion, runtime, platform })}</p>
        <p>{say('app.about.independent')}</p>
        {coreDumps && coreDumps !== 'none' ? <p>{say(message(`app.about.dumps.${coreDumps}`))}</p> : null}
        {failure ? <FailureNotice failure={failure} /> : null}
        {licences ? <LicenceList {...licences} /> : null}
      </div>
    </Dialog>
  );
}

function LicenceList({ own, packages }: Licences) {
  const say = useSay();
  return (
    <>
      <h3>{say('app.about.licence')}</h3>
      <LicenceText name="Gluu Console" version="" licence="MIT" text={own} />
      <h3>{say('app.about.packages')}</h3>
      <ul aria-label={say('app.about.packages')}>
        {packages.map((each) => (
          <li key={`${each.name} ${each.version}`}>
            <LicenceText {...each} />
          </li>
        ))}
      </ul>
      <p className="note">{say('app.about.chromium')}</p>
    </>
  );
}

function LicenceText({ name, version, licence, text }: PackageNotice) {
  const say = useSay();
  return (
    <details>
      <summary>
        <AsIs>
          {name} {version} <span className="dim">{licence}</span>
        </AsIs>
      </summary>
      <pre className="raw" lang="" translate="no">
        {text}
      </pre>
      <Button small look="link" onClick={() => void invoke('app.copy', { text })}>
        {say('app.about.copy', { name })}
      </Button>
    </details>
  );
}

const textOf = ({ own, packages }: Licences): string =>
  [
    `Gluu Console\n\n${own}`,
    ...packages.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`),
  ].join('\n\n\n');
