import type { OfferSeen } from '../../../src-shared/model/probe';

/** What a server offers after EHLO: nothing, unless `about` says otherwise. */
export const offerOf = (about: Partial<OfferSeen> = {}): OfferSeen => ({
  ...{ startTls: false, mechanisms: [], loginChoice: 'none', smtpUtf8: false, extensions: [], heloOnly: false },
  ...about,
});
