/** What a provider does with logins by user name and password. */
export type PasswordLogin = 'refused' | 'appPasswordOnly' | 'offUnlessAllowed';

/** One provider's mail hosts, and what it is known to refuse. Each fact has the day it began and where it is written. */
export interface MailProvider {
  name: string;
  /** Host names in lower case; a name also stands for all names below it. */
  hosts: readonly string[];
  refusesTls10?: { since: string; source: string };
  password?: { kind: PasswordLogin; since: string; source: string };
}

/** Providers change their rules. This is what their pages said on that day; `lint` takes another list in its place. */
export const MAIL_PROVIDERS_AS_OF = '2026-01-27';

export const mailProviders: readonly MailProvider[] = [
  {
    name: 'Microsoft 365',
    hosts: ['smtp.office365.com'],
    refusesTls10: {
      since: '2022-02',
      source:
        'techcommunity.microsoft.com, New opt-in endpoint available for SMTP AUTH clients still needing legacy TLS',
    },
    password: {
      kind: 'offUnlessAllowed',
      since: '2020-01',
      source: 'learn.microsoft.com, How to set up a multifunction device or application; message MC786329',
    },
  },
  {
    name: 'Microsoft 365 operated by 21Vianet',
    hosts: ['smtp.partner.outlook.cn'],
    refusesTls10: {
      since: '2023-06-30',
      source: 'learn.microsoft.com, Opt in to the Exchange Online endpoint for legacy TLS clients using SMTP AUTH',
    },
  },
  {
    name: 'Microsoft 365 (old TLS)',
    hosts: ['smtp-legacy.office365.com', 'smtp-legacy.partner.outlook.cn'],
    password: {
      kind: 'offUnlessAllowed',
      since: '2020-01',
      source: 'learn.microsoft.com, Opt in to the Exchange Online endpoint for legacy TLS clients using SMTP AUTH',
    },
  },
  {
    name: 'Outlook.com',
    hosts: ['smtp-mail.outlook.com', 'smtp.live.com'],
    password: {
      kind: 'refused',
      since: '2024-09-16',
      source: 'support.microsoft.com, Modern authentication methods now needed to sync Outlook email',
    },
  },
  {
    name: 'Google',
    hosts: ['smtp.gmail.com', 'smtp.googlemail.com'],
    password: {
      kind: 'appPasswordOnly',
      since: '2025-05-01',
      source: 'support.google.com, Control access to less secure apps; Sign in with app passwords',
    },
  },
  {
    name: 'Twilio SendGrid',
    hosts: ['smtp.sendgrid.net'],
    refusesTls10: { since: '2023-06-05', source: 'twilio.com/docs/sendgrid, Support for TLS 1.2' },
  },
];

/** The provider a host belongs to, in any case and with or without a final dot. */
export function providerOf(host: string, providers: readonly MailProvider[]): MailProvider | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  return providers.find(({ hosts }) => hosts.some((known) => name === known || name.endsWith(`.${known}`)));
}
