import { testMutated } from './support/mutated-test';

testMutated({ protocol: 'HTTP', count: 5000, best: 'link good' });
