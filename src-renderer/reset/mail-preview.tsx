import { useEffect, useRef, useState } from 'react';
import { counted } from '../../src-shared/base/counted';
import type { ResetPreview } from '../../src-shared/model/reset';
import { Choice } from '../ui/choice';
import factsCss from '../ui/facts.module.css';
import layoutCss from '../ui/layout.module.css';
import messageCss from '../ui/message.module.css';
import { Signal } from '../ui/signal';
import css from './reset.module.css';

/** The mail this version would send. Its HTML stands in a frame that runs nothing and asks for nothing. */
export function MailPreview({ preview, ofRequest }: { preview: ResetPreview; ofRequest: boolean }) {
  const [part, setPart] = useState<'html' | 'plain'>(preview.html ? 'html' : 'plain');
  return (
    <section className={`${layoutCss.pane} ${css.preview}`} aria-label="The mail">
      <p className={messageCss.notice}>
        {ofRequest ? (
          <>
            <b>Real request.</b> The mail that was sent has a link that works. That link is shown nowhere; this is the
            mail with one that opens nothing.
          </>
        ) : (
          <>
            <b>Rehearsal.</b> Sent by Gluu Console, not by Gluu. The link opens nothing.
          </>
        )}
      </p>
      <dl className={factsCss.facts}>
        <dt>From</dt>
        <dd>
          {preview.from.name} &lt;{preview.from.address}&gt;
        </dd>
        <dt>Through</dt>
        <dd>
          {preview.relay.host}:{preview.relay.port}
        </dd>
        <dt>Subject</dt>
        <dd>{preview.subject}</dd>
      </dl>
      {preview.html ? (
        <Choice<'html' | 'plain'>
          id="mail-part"
          describedBy="mail-part"
          label="Part of the mail"
          options={[
            { value: 'html', text: 'HTML part' },
            { value: 'plain', text: 'Plain part' },
          ]}
          value={part}
          onChange={(next) => setPart(next)}
        />
      ) : null}
      {part === 'html' && preview.html ? <HtmlPart html={preview.html} /> : <pre className="raw">{preview.plain}</pre>}
      {[...preview.quirks, ...preview.doubts].map((sentence) => (
        <p key={sentence} className="with-icon warn">
          <Signal tone="warn" />
          {sentence}
        </p>
      ))}
      <p className="note">
        The link of a real mail would be {preview.linkShape} and work for {inWords(preview.lifetimeSeconds)}.{' '}
        {preview.lifetimeProblem ?? ''}
      </p>
    </section>
  );
}

/** The part of the browser's Trusted Types that is used here; the compiler's DOM library does not have them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): unknown };
}

/** Made once, when the window loads: nobody else can make it again. */
const { trustedTypes } = window as unknown as { trustedTypes: TrustedTypes };
const policy = trustedTypes.createPolicy('mail-preview', { createHTML: (html) => html });

/** A mail's HTML in a frame without scripts, forms, links that lead anywhere, and requests: sandbox and the page's own policy. */
function HtmlPart({ html }: { html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current) frame.current.srcdoc = policy.createHTML(html) as string;
  }, [html]);
  return <iframe ref={frame} className={css.frame} title="HTML part of the mail" sandbox="" />;
}

/** Seconds as people say them. */
export function inWords(seconds: number): string {
  if (seconds >= 7200 && seconds % 3600 === 0) return `${seconds / 3600} hours`;
  if (seconds >= 120 && seconds % 60 === 0) return `${seconds / 60} minutes`;
  return counted(seconds, 'second');
}
