export const failuresConnection = {} as const;
