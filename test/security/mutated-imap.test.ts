import { testMutated } from './support/mutated-test';

testMutated({ protocol: 'IMAP', count: 2000, best: 'found' });
