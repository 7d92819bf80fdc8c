export const diagnosisTls = {} as const;
