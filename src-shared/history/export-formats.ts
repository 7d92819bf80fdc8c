export const exportFormats = ['json', 'csv', 'ldif', 'undoLdif'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The name that is offered for the file of each format. */
export const exportFiles: Record<ExportFormat, string> = {
  json: 'gluu-history.json',
  csv: 'gluu-history.csv',
  ldif: 'gluu-history.ldif',
  undoLdif: 'gluu-history-undo.ldif',
};
