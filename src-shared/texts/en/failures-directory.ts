export const failuresDirectory = {} as const;
