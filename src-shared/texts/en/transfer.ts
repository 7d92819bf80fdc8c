export const transfer = {
  // Lines of the box before an import. {name}: of a server.
  'transfer.trusts': 'Trusts a certificate',
  'transfer.trustsMail': 'Trusts the certificate of a mail server, for {name}',
} as const;
