import { useEffect, useState } from 'react';
import type { CoreDumps, Licences, PackageNotice } from '../../../src-shared/model/app';
import { commandLabel } from '../../../src-shared/model/commands';
import type { Failure } from '../../../src-shared/model/failure';
import { closeFront, useApp } from '../../state/app-store';
import { invoke } from '../../state/ipc';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { useSay } from '../../ui/texts-store';
import css from './about-dialog.module.css';
import { CloseButton } from './close-button';

const dumpWords: Record<Exclude<CoreDumps, 'none'>, string> = {
  empty:
    'Should this app crash, this computer may write a core dump, with no memory in it. With prlimit of util-linux it would write none.',
  whole:
    'Should this app crash, this computer may write its memory, with passwords, to the disk: prlimit of util-linux is missing or was refused. Install it, or start the app after “ulimit -c 0”.',
};

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
            off={licences ? undefined : 'Not read yet'}
            onClick={() => licences && void invoke('app.copy', { text: textOf(licences) })}
          >
            Copy all licences
          </Button>
          <CloseButton />
        </>
      }
    >
      <div className={css.about}>
        <p>
          Version {appVersion}, {runtime}, {platform}
        </p>
        <p>
          An independent program of the Gluu Console contributors: not a product of Gluu, Inc., and not supported by it.
        </p>
        {coreDumps && coreDumps !== 'none' ? <p>{dumpWords[coreDumps]}</p> : null}
        {failure ? <FailureNotice failure={failure} /> : null}
        {licences ? <LicenceList {...licences} /> : null}
      </div>
    </Dialog>
  );
}

function LicenceList({ own, packages }: Licences) {
  return (
    <>
      <h3>Licence</h3>
      <LicenceText name="Gluu Console" version="" licence="MIT" text={own} />
      <h3>Packages it contains</h3>
      <ul aria-label="Packages it contains">
        {packages.map((each) => (
          <li key={`${each.name} ${each.version}`}>
            <LicenceText {...each} />
          </li>
        ))}
      </ul>
      <p className="note">
        Chromium, which Electron contains, has its notices in LICENSES.chromium.html beside the program.
      </p>
    </>
  );
}

function LicenceText({ name, version, licence, text }: PackageNotice) {
  return (
    <details>
      <summary>
        {name} {version} <span className="dim">{licence}</span>
      </summary>
      <pre className="raw">{text}</pre>
      <Button small look="link" onClick={() => void invoke('app.copy', { text })}>
        Copy the licence of {name}
      </Button>
    </details>
  );
}

const textOf = ({ own, packages }: Licences): string =>
  [
    `Gluu Console\n\n${own}`,
    ...packages.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`),
  ].join('\n\n\n');
