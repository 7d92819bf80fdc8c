import { app, type Session, session, type WebContents } from 'electron';
import { log } from '../files/log';
import { APP_ORIGIN, declareAppScheme } from './resources';

/** Takes from Chromium what the app does not need, for every page that ever appears. Has to run before the app is ready. */
export function lockChromiumDown(): void {
  closeNetwork();
  // Not to be taken away: date fields follow the language of the page. Otherwise they keep the one Chromium started in.
  app.commandLine.appendSwitch('enable-blink-features', 'LangAttributeAwareFormControlUI');
  declareAppScheme();
  // As root (development and tests only) Chromium's sandbox cannot start, and demanding it would end every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => lockWebContents(contents));
}

/**
 * Chromium's own ways to the network, closed: a proxy that answers nothing (loopback included), no name ever resolves,
 * no background requests, no WebRTC candidates. The app's LDAP and SMTP use Node's sockets and are not touched.
 */
function closeNetwork(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', 'socks5://127.0.0.1:9');
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess,AutofillServerCommunication');
}

/** The window's session: in memory, no permission ever granted, no request but for our own files. */
export function lockedSession(): Session {
  const locked = session.fromPartition('window', { cache: false });
  locked.setPermissionRequestHandler((_contents, _permission, grant) => grant(false));
  locked.setPermissionCheckHandler(() => false);
  locked.setDevicePermissionHandler(() => false);
  locked.setSpellCheckerEnabled(false);
  locked.webRequest.onBeforeRequest((details, answer) => {
    const ours = details.url.startsWith(`${APP_ORIGIN}/`) || (!app.isPackaged && details.url.startsWith('devtools://'));
    if (!ours) log.warn('a request of the window was blocked');
    answer({ cancel: !ours });
  });
  locked.on('will-download', (event) => event.preventDefault());
  return locked;
}

/** No navigation, no new windows, no webviews. */
function lockWebContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  // The one document a frame may get is the text the page itself gives it: the sandboxed preview of a mail.
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || event.url !== 'about:srcdoc') event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
