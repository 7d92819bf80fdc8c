/** What the work area shows of servers, and all that is beside it: one file of the build, fetched once the window is drawn. */
export { InboxPage } from '../demo/inbox-page';
export { HistoryPage } from '../history/history-page';
export { listenForPages } from './listen-for-pages';
export { ServerPage } from './server/server-page';
