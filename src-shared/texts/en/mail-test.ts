export const mailTest = {} as const;
