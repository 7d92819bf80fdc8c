import { type ReactNode, useEffect, useRef, useState } from 'react';
import { exactDuration } from '../../src-shared/base/duration';
import type { ResetPreview } from '../../src-shared/model/reset';
import { message } from '../../src-shared/texts/message';
import { Choice } from '../ui/choice';
import factsCss from '../ui/facts.module.css';
import layoutCss from '../ui/layout.module.css';
import messageCss from '../ui/message.module.css';
import { Signal } from '../ui/signal';
import { useSay, useTexts } from '../ui/texts-store';
import css from './reset.module.css';

const parts = ['html', 'plain'] as const;
type Part = (typeof parts)[number];

/** The mail this version would send. Its HTML stands in a frame that runs nothing and asks for nothing. */
export function MailPreview({ preview, ofRequest }: { preview: ResetPreview; ofRequest: boolean }) {
  const { say, rich } = useTexts();
  const [part, setPart] = useState<Part>(preview.html ? 'html' : 'plain');
  return (
    <section className={`${layoutCss.pane} ${css.preview}`} aria-label={say('reset.preview.title')}>
      <p className={messageCss.notice}>
        {rich<ReactNode>(message(ofRequest ? 'reset.preview.ofRequest' : 'reset.preview.ofRehearsal'), {
          b: (inside) => <b key="b">{inside}</b>,
        })}
      </p>
      <dl className={factsCss.facts}>
        <dt>{say('reset.preview.from')}</dt>
        <dd translate="no">
          {preview.from.name} &lt;{preview.from.address}&gt;
        </dd>
        <dt>{say('reset.preview.through')}</dt>
        <dd translate="no">
          {preview.relay.host}:{preview.relay.port}
        </dd>
        <dt>{say('reset.preview.subject')}</dt>
        <dd lang="" translate="no">
          {preview.subject}
        </dd>
      </dl>
      {preview.html ? (
        <Choice<Part>
          id="mail-part"
          describedBy="mail-part"
          label={say('reset.preview.part')}
          options={parts.map((value) => ({ value, text: say(`reset.preview.${value}`) }))}
          value={part}
          onChange={(next) => setPart(next)}
        />
      ) : null}
      {part === 'html' && preview.html ? (
        <HtmlPart html={preview.html} />
      ) : (
        <pre className="raw" lang="" translate="no">
          {preview.plain}
        </pre>
      )}
      {[...preview.quirks, ...preview.doubts].map((sentence) => (
        <p key={sentence.id} className="with-icon warn">
          <Signal tone="warn" />
          {say(sentence)}
        </p>
      ))}
      <p className="note">
        {say('reset.preview.link', {
          link: preview.linkShape,
          duration: exactDuration(preview.lifetimeSeconds),
        })}
        {preview.lifetimeProblem ? ` ${say(preview.lifetimeProblem)}` : ''}
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
  const say = useSay();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current) frame.current.srcdoc = policy.createHTML(html) as string;
  }, [html]);
  return <iframe ref={frame} className={css.frame} title={say('reset.preview.frame')} sandbox="" />;
}
