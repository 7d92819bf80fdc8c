import { Client } from 'ldapts';
import { afterEach, beforeEach, expect } from 'vitest';
import { type Meadow, startMeadow } from './meadow';

/** The directory of the test that runs, and a client that is connected with it. */
export let meadow: Meadow;
export let client: Client;

/** Starts a directory and a client before each test of the file that calls this, and ends both after it; the demo must report no bug. */
export function startMeadowForEach(): void {
  beforeEach(async () => {
    meadow = await startMeadow();
    client = new Client({
      url: `ldaps://localhost:${meadow.ldapsPort}`,
      timeout: 10_000,
      tlsOptions: { ca: meadow.certificate.certificate },
    });
  });
  afterEach(async () => {
    await client.unbind();
    await meadow.stop();
    expect(meadow.reported).toEqual([]);
  });
}

export const login = () => client.bind(meadow.managerDn, meadow.password);
export const code = (number: number) => expect.objectContaining({ code: number });
export const read = async (dn: string, ...attributes: string[]) => {
  const { searchEntries } = await client.search(dn, { scope: 'base', attributes });
  return searchEntries[0];
};
