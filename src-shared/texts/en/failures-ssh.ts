export const failuresSsh = {} as const;
