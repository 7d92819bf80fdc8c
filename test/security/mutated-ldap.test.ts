import { testMutated } from './support/mutated-test';

testMutated({ protocol: 'LDAP', count: 20_000, best: 'all done, 2 pages' });
