import { checkLink } from '../../../src-main/readiness/check-link';
import { asProgram } from '../../support/as-program';

await asProgram(({ linkBase }: { linkBase: string }) => checkLink(linkBase, new AbortController().signal));
