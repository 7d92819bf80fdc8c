import { useEffect, useRef } from 'react';
import { type MailSecurity, mailSecurities, tlsVersions } from '../../src-shared/model/mail-server';
import { type OfferSeen, type PortSeen, portsToScan, type SuggestedSettings } from '../../src-shared/model/probe';
import type { ServerSummary } from '../../src-shared/model/server';
import type { ConnectProtection } from '../../src-shared/model/smtp-settings';
import { type Message, message } from '../../src-shared/texts/message';
import { edit, organizationOf } from '../organization/organization-store';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { FailureNotice } from '../ui/failure-notice';
import { StepList } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
import css from './mail.module.css';
import { mailTestOf, scanHost, scannedFrom } from './mail-test-store';
import { isEmpty, type ScreenSettings, screenSettings, securityForm } from './screen-settings';

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
    <section ref={section} aria-label={say('mail.offers')}>
      <div className="pair">
        {scan.kind === 'running' ? (
          <Button small onClick={scan.cancel}>
            {say('word.cancel')}
          </Button>
        ) : (
          <Button
            small
            off={settings.host ? undefined : say(isEmpty('smtpHost'))}
            onClick={() => void scanHost(server.id)}
          >
            {settings.host ? say('mail.offers.look', { host: settings.host }) : say('mail.offers.lookAtHost')}
          </Button>
        )}
        <span className="note">
          {say(scannedFrom(server, vantage) === 'here' ? 'mail.offers.portsHere' : 'mail.offers.portsServer', {
            ports: { list: scannedPorts(settings.port), as: 'and' },
          })}
        </span>
      </div>
      {scan.kind === 'running' ? <StepList dense steps={scan.steps} label={say('mail.offers.stages')} /> : null}
      {scan.kind === 'failed' ? <FailureNotice failure={scan.failure} /> : null}
      {found ? (
        <>
          <table className={`${changesCss.changes} ${css.offers}`}>
            <thead>
              <tr>
                <th scope="col" translate="no">
                  {found.host}
                </th>
                {mailSecurities.map((way) => (
                  <th scope="col" key={way}>
                    {say(`mail.security.${way}`)}
                  </th>
                ))}
                <th scope="col">{say('mail.offers.tls')}</th>
              </tr>
            </thead>
            <tbody>
              {found.ports.map((port) => (
                <OfferRow key={port.port} seen={port} />
              ))}
            </tbody>
          </table>
          {found.suggested.length === 0 ? <p className="note">{say('mail.offers.unusable')}</p> : null}
          <ul className={css.suggestions}>
            {found.suggested.map((suggested) => (
              <li key={`${suggested.port} ${suggested.security}`}>
                <Button small off={notWritable} onClick={() => use(server, suggested)}>
                  {say('mail.offers.use')}
                </Button>
                <span>
                  {inWords(suggested, settings)
                    .map((each) => say(each))
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** Which ports are looked at: the one in the form, and the usual ones. */
const scannedPorts = (typed: number): string[] => portsToScan(typed > 0 ? typed : undefined).map(String);

const loginOf = ({ mechanisms }: OfferSeen): Message =>
  mechanisms.length > 0
    ? message('mail.offers.login', { methods: { list: mechanisms, as: 'plain' } })
    : message('mail.offers.noLogin');

function OfferRow({ seen }: { seen: PortSeen }) {
  const say = useSay();
  const taken = tlsVersions.filter((version) => seen.tlsVersions[version]);
  return (
    <tr>
      <th scope="row">{seen.port}</th>
      {mailSecurities.map((way) => {
        const offer = seen.ways[way]?.offer;
        return <td key={way}>{offer ? say(loginOf(offer)) : '–'}</td>;
      })}
      <td translate="no">{taken.length > 0 ? taken.join(', ') : '–'}</td>
    </tr>
  );
}

/** What a click would fill in; the host too where another one stands in the form by now. */
const inWords = (suggested: SuggestedSettings, { host: typedHost, connectProtection }: ScreenSettings): Message[] => {
  const { host, port, security, requiresSsl, requiresAuthentication, trusted } = suggested;
  const ssl = connectProtection === undefined ? (requiresSsl ? 'on' : 'off') : protectionFor[security];
  return [
    ...(host === typedHost ? [] : [message('mail.offers.host', { host })]),
    message('mail.offers.port', { port }),
    message('mail.offers.ssl', { ssl, security: message(`mail.security.${security}`) }),
    message('mail.offers.authentication', { login: requiresAuthentication ? 'on' : 'off' }),
    ...(security === 'none' || trusted ? [] : [message('mail.offers.untrusted')]),
  ];
};

const protectionFor: Record<MailSecurity, ConnectProtection> = { none: 'None', startTls: 'StartTls', tls: 'SslTls' };

/** Fills the form; nothing is written. */
function use(server: ServerSummary, { host, port, security, requiresSsl, requiresAuthentication }: SuggestedSettings) {
  edit(server.id, 'smtpHost', host);
  edit(server.id, 'smtpPort', String(port));
  const isChoice = organizationOf(server.id).getState().view?.fields.smtpConnectProtection !== undefined;
  if (isChoice) edit(server.id, 'smtpConnectProtection', protectionFor[security]);
  else edit(server.id, 'smtpRequiresSsl', requiresSsl);
  edit(server.id, 'smtpAuthentication', requiresAuthentication);
  // What the form stands for by then is not a separate choice.
  const settings = screenSettings(organizationOf(server.id).getState());
  const isMapped = !settings || security === settings.security;
  mailTestOf(server.id).setState({ security: isMapped ? undefined : { security, ...securityForm(settings) } });
}
