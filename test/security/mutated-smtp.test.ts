import { testMutated } from './support/mutated-test';

testMutated({ protocol: 'SMTP', count: 2000, best: 'done' });
