export const failuresMail = {} as const;
