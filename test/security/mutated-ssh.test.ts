import { testMutated } from './support/mutated-test';

testMutated({ protocol: 'SSH', count: 2000, best: 'reached' });
