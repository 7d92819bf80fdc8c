import { useEffect, useRef } from 'react';
import { mailSecurities, mailSecurityLabels, tlsVersions } from '../../src-shared/model/mail-server';
import { type PortSeen, portsToScan, type SuggestedSettings } from '../../src-shared/model/probe';
import type { ServerSummary } from '../../src-shared/model/server';
import { securityOf } from '../../src-shared/model/smtp-test';
import { vantageLabel } from '../../src-shared/model/work';
import { edit } from '../organization/organization-store';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { FailureNotice } from '../ui/failure-notice';
import { StepList } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
import css from './mail.module.css';
import { mailTestOf, scanHost, scannedFrom } from './mail-test-store';
import type { ScreenSettings } from './screen-settings';

interface OffersProps {
  server: ServerSummary;
  settings: ScreenSettings;
  /** Why the form cannot be filled in. */
  notWritable: string | undefined;
}

/** Ports, encryption, TLS versions and logins a mail server offers, and one click to use them. */
export function ServerOffers({ server, settings, notWritable }: OffersProps) {
  const say = useSay();
  const { scan, vantage } = mailTestOf(server.id)();
  const section = useRef<HTMLElement>(null);
  const { kind } = scan;
  useEffect(() => {
    if (kind !== 'idle') section.current?.scrollIntoView({ block: 'nearest' });
  }, [kind]);
  const found = scan.kind === 'done' ? scan.value : undefined;
  return (
    <section ref={section} aria-label="What the server offers">
      <div className="pair">
        {scan.kind === 'running' ? (
          <Button small onClick={scan.cancel}>
            Cancel
          </Button>
        ) : (
          <Button
            small
            off={settings.host ? undefined : 'SMTP Host is empty.'}
            onClick={() => void scanHost(server.id)}
          >
            Look at {settings.host || 'the host'}
          </Button>
        )}
        <span className="note">
          {portWords(settings.port)}, {say(vantageLabel(scannedFrom(server, vantage))).toLowerCase()}. Only EHLO is
          sent.
        </span>
      </div>
      {scan.kind === 'running' ? <StepList dense steps={scan.steps} label="Ports" /> : null}
      {scan.kind === 'failed' ? <FailureNotice failure={scan.failure} /> : null}
      {found ? (
        <>
          <table className={`${changesCss.changes} ${css.offers}`}>
            <thead>
              <tr>
                <th scope="col">{found.host}</th>
                {mailSecurities.map((way) => (
                  <th scope="col" key={way}>
                    {mailSecurityLabels[way]}
                  </th>
                ))}
                <th scope="col">TLS</th>
              </tr>
            </thead>
            <tbody>
              {found.ports.map((port) => (
                <OfferRow key={port.port} seen={port} />
              ))}
            </tbody>
          </table>
          {found.suggested.length === 0 ? <p className="note">Nothing here can be used for sending mail.</p> : null}
          <ul className={css.suggestions}>
            {found.suggested.map((suggested) => (
              <li key={`${suggested.port} ${suggested.security}`}>
                <Button small off={notWritable} onClick={() => use(server, suggested)}>
                  Use these settings
                </Button>
                <span>{inWords(suggested, settings.host)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** Which ports are looked at: the one in the form, and the usual ones. */
const portWords = (typed: number): string => {
  const ports = portsToScan(typed > 0 ? typed : undefined);
  return `Ports ${ports.slice(0, -1).join(', ')} and ${ports.at(-1)}`;
};

function OfferRow({ seen }: { seen: PortSeen }) {
  const taken = tlsVersions.filter((version) => seen.tlsVersions[version]);
  return (
    <tr>
      <th scope="row">{seen.port}</th>
      {mailSecurities.map((way) => {
        const offer = seen.ways[way]?.offer;
        return (
          <td key={way}>
            {offer ? (offer.mechanisms.length > 0 ? `login: ${offer.mechanisms.join(', ')}` : 'no login') : '–'}
          </td>
        );
      })}
      <td>{taken.length > 0 ? taken.join(', ') : '–'}</td>
    </tr>
  );
}

/** What a click would fill in; the host too where another one stands in the form by now. */
const inWords = (suggested: SuggestedSettings, typedHost: string): string => {
  const { host, port, security, requiresAuthentication, trusted } = suggested;
  return [
    ...(host === typedHost ? [] : [`SMTP Host ${host}`]),
    `SMTP Port ${port}`,
    `Requires SSL ${security === 'none' ? 'off' : 'on'} (${mailSecurityLabels[security]})`,
    `Requires Authentication ${requiresAuthentication ? 'on' : 'off'}`,
    ...(security === 'none' || trusted ? [] : ['certificate not trusted here']),
  ].join(', ');
};

/** Fills the form; nothing is written. */
function use(server: ServerSummary, { host, port, security, requiresSsl, requiresAuthentication }: SuggestedSettings) {
  edit(server.id, 'smtpHost', host);
  edit(server.id, 'smtpPort', String(port));
  edit(server.id, 'smtpRequiresSsl', requiresSsl);
  edit(server.id, 'smtpAuthentication', requiresAuthentication);
  // What the two switches of the form stand for is not a separate choice.
  const isMapped = security === securityOf(requiresSsl, port);
  mailTestOf(server.id).setState({ security: isMapped ? undefined : { security, port, requiresSsl } });
}
