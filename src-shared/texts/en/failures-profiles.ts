export const failuresProfiles = {} as const;
