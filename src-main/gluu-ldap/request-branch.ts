import type { GluuTree } from './discover';

export const REQUEST_BRANCH = 'resetPasswordRequests';

/** Where Gluu up to 3.1.9 keeps reset requests; made with the first one (oxTrust PasswordReminderAction). */
export const requestBranch = ({ applianceDn }: Pick<GluuTree, 'applianceDn'>): string =>
  `ou=${REQUEST_BRANCH},${applianceDn}`;
