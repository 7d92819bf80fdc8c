export const salt = {} as const;
