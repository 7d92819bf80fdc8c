export const boxes = {} as const;
