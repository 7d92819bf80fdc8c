import { testMutated } from './support/mutated-test';

testMutated({ protocol: 'SSH', count: 5000, best: 'reached' });
