import { testMutated } from './support/mutated-test';

testMutated({ protocol: 'SMTP', count: 5000, best: 'done' });
