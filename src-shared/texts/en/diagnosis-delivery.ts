export const diagnosisDelivery = {} as const;
