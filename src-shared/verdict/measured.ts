/** What a comparison with measured runs of Gluu's mail code needs of the engine (scripts/score-verdict.mjs). */

export { exactly } from '../gluu/versions';
export { tlsVersions } from '../model/mail-server';
export { connectProtections } from '../model/smtp-settings';
export { familiesOf } from './gluu-versions';
export { acceptedCodes, codeOf, extensionsOf, isGarbled, isLastLine, loginChoice } from './java-mail-replies';
export { outcomeOfCode } from './runs';
