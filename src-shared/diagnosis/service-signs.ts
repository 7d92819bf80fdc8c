/** How other services greet, by the first bytes their protocols prescribe. */
export const serviceSigns: readonly { sign: RegExp; service: string }[] = [
  { sign: /^HTTP\/\d/, service: 'a web server (HTTP)' },
  { sign: /^<(?:!doctype|html)/i, service: 'a web server (HTTP)' },
  { sign: /^SSH-/, service: 'an SSH server' },
  { sign: /^\+OK\b/, service: 'a POP3 server' },
  { sign: /^\* (?:OK|PREAUTH|BYE)\b/, service: 'an IMAP server' },
  { sign: /^RFB \d/, service: 'a VNC server' },
  { sign: /^@RSYNCD:/, service: 'an rsync server' },
];

/** An FTP server greets like a mail server (RFC 959); only its words tell. */
export const saysFtp = (text: string): boolean => /ftp/i.test(text) && !/smtp/i.test(text);
