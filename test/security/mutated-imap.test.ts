import { testMutated } from './support/mutated-test';

testMutated({ protocol: 'IMAP', count: 5000, best: 'found' });
