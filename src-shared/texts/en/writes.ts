export const writes = {} as const;
