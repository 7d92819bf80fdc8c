export const diagnosisLogin = {} as const;
