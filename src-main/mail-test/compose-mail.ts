import MailComposer from 'nodemailer/lib/mail-composer';

/** What a mail says. `headers` are added to those of its own; `messageId` has its angle brackets. */
export interface MailContent {
  subject: string;
  text: string;
  /** With it the mail has both parts, as multipart/alternative (RFC 2046 section 5.1.4). */
  html?: string;
  headers?: Readonly<Record<string, string>>;
  messageId?: string;
}

interface Letter extends MailContent {
  fromName: string;
  from: string;
  to: string;
}

/** A mail from one address to one other, as bytes (RFC 5322), with its Message-ID. The only import of nodemailer. */
export async function composeMail(letter: Letter): Promise<{ text: Buffer; messageId: string }> {
  const { fromName, from, to, headers = {}, ...content } = letter;
  const mail = new MailComposer({
    ...content,
    from: { name: fromName, address: from },
    to: { name: '', address: to },
    headers: { ...headers },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return { text: await mail.build(), messageId: mail.messageId() };
}
