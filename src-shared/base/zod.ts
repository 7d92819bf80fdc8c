import { config } from 'zod';

config({ jitless: true }); // zod's compiled checks need `new Function`, which the window's CSP forbids

export * from 'zod';
