import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';

/** A message the demo mail server took. Everything in it is what the sender wrote: hostile input. */
export interface InboxMessage {
  id: string;
  /** ISO 8601. */
  receivedAt: string;
  /** The From header as written; the envelope's sender where there is none. */
  from: string;
  /** The envelope's recipients. */
  to: string[];
  subject: string;
  text: string;
  html?: string;
  /** In their order, folded lines joined. */
  headers: [name: string, value: string][];
  /** Whether it came over TLS. */
  secured: boolean;
  authenticatedAs?: string;
}

/** What the mail server knows of a message besides its bytes. */
export interface Delivery {
  sender: string;
  recipients: readonly string[];
  secured: boolean;
  authenticatedAs?: string;
}

const mostMessages = 200;

/** The demo mail server's mailbox, in memory: the newest 200 messages. */
export class Inbox {
  private messages: InboxMessage[] = [];
  private readonly listeners = new Set<(message: InboxMessage) => void>();

  /** Newest first. */
  list(): InboxMessage[] {
    return [...this.messages].reverse();
  }

  read(id: string): InboxMessage | undefined {
    return this.messages.find((message) => message.id === id);
  }

  clear(): void {
    this.messages = [];
  }

  /** Calls back for every message from now on; the function it gives ends that. */
  onMessage(listener: (message: InboxMessage) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Parses a message (RFC 5322) and keeps it. Rejects if it cannot be parsed. */
  async receive(source: Buffer, delivery: Delivery): Promise<InboxMessage> {
    const message = await parse(source, delivery);
    this.messages = [...this.messages, message].slice(-mostMessages);
    for (const listener of this.listeners) listener(message);
    return message;
  }
}

async function parse(
  source: Buffer,
  { sender, recipients, secured, authenticatedAs }: Delivery,
): Promise<InboxMessage> {
  const parsed = await simpleParser(source, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  return {
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    from: parsed.from?.text ?? sender,
    to: [...recipients],
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    ...(parsed.html !== false && { html: parsed.html }),
    headers: parsed.headerLines.map(({ line }) => splitHeader(line)),
    secured,
    ...(authenticatedAs !== undefined && { authenticatedAs }),
  };
}

function splitHeader(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).replace(/\r?\n[ \t]+/g, ' ');
  return [line.slice(0, Math.max(colon, 0)), value.trim()];
}
