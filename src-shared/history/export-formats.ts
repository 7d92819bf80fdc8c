export const exportFormats = ['json', 'csv', 'ldif', 'undoLdif'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What each format is called, and the name that is offered for its file. */
export const exportFiles: Record<ExportFormat, { label: string; file: string }> = {
  json: { label: 'JSON', file: 'gluu-history.json' },
  csv: { label: 'CSV', file: 'gluu-history.csv' },
  ldif: { label: 'LDIF, as written', file: 'gluu-history.ldif' },
  undoLdif: { label: 'LDIF, to undo', file: 'gluu-history-undo.ldif' },
};
