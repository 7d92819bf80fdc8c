export const failuresApp = {} as const;
