export const diagnosisProviders = {} as const;
