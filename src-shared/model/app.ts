import * as z from '../zod';

export const themes = ['system', 'light', 'dark'] as const;
export const Theme = z.enum(themes);
export type Theme = z.output<typeof Theme>;

/** Something the user is told once at start, e.g. that a broken file was set aside. */
export interface Notice {
  id: string;
  tone: 'info' | 'warn' | 'bad';
  title: string;
  text: string;
}

/** A message in the demo fleet's inbox. Everything in it is hostile input. */
export interface DemoMessageHead {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
}
export interface DemoMessage extends DemoMessageHead {
  text: string;
  headers: [name: string, value: string][];
  encrypted: boolean;
  authenticatedAs?: string;
}

/** The pages outside that the app may open, by name; the window cannot pass an address. */
export const externalLinks = {
  gluuDocs: 'https://gluu.org/docs/gluu-server/3.1.2/admin-guide/oxtrust-ui/',
  oxTrustIssue1974: 'https://github.com/GluuFederation/oxTrust/issues/1974',
} as const;
export type ExternalLink = keyof typeof externalLinks;
export const ExternalLink = z.enum(Object.keys(externalLinks) as [ExternalLink, ...ExternalLink[]]);
