export const diagnosisEnvelope = {} as const;
