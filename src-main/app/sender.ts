/** What is needed of Electron's WebFrameMain to judge it. */
interface Frame {
  readonly parent: unknown;
  readonly url: string;
}

/**
 * Whether a call comes from the top frame of our own page. Protocol and host are compared one by one, because the
 * `origin` of a custom scheme is the text "null" in Node. A destroyed frame (null) is refused.
 */
export function isOurFrame(frame: Frame | null): boolean {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const { protocol, host } = new URL(frame.url);
  return protocol === 'app:' && host === 'ui';
}
