export const diagnosisConnection = {} as const;
