/** What else may answer there. */
export type Service =
  | 'httpServer'
  | 'sshServer'
  | 'pop3Server'
  | 'imapServer'
  | 'vncServer'
  | 'rsyncServer'
  | 'ftpServer';

/** How other services greet, by the first bytes their protocols prescribe. */
export const serviceSigns: readonly { sign: RegExp; service: Service }[] = [
  { sign: /^HTTP\/\d/, service: 'httpServer' },
  { sign: /^<(?:!doctype|html)/i, service: 'httpServer' },
  { sign: /^SSH-/, service: 'sshServer' },
  { sign: /^\+OK\b/, service: 'pop3Server' },
  { sign: /^\* (?:OK|PREAUTH|BYE)\b/, service: 'imapServer' },
  { sign: /^RFB \d/, service: 'vncServer' },
  { sign: /^@RSYNCD:/, service: 'rsyncServer' },
];

/** An FTP server greets like a mail server (RFC 959); only its words tell. */
export const saysFtp = (text: string): boolean => /ftp/i.test(text) && !/smtp/i.test(text);
