import { randomUUID } from 'node:crypto';
import * as z from '../../src-shared/base/zod';
import type { ServerId } from '../../src-shared/model/server';
import { keepable, type NewTestRecord, TESTS_KEPT, TestRecord } from '../../src-shared/model/test-history';
import { redact } from '../base/redact';
import { safeText } from '../base/safe-text';
import { type FileState, versionedFileWhenAsked } from '../files/versioned-file';

/** Of all tests together. A versioned file takes 8 MB, in which every line stands four blanks deeper than counted here. */
const MAX_BYTES = 4 * 1024 * 1024;

const TestsFile = z.object({ tests: z.array(z.object({ serverId: z.uuid(), record: TestRecord })) });
type StoredTest = z.output<typeof TestsFile>['tests'][number];

/** The mail tests and probes of each server, newest first; 50 of a server are kept, and no secret. */
export interface TestHistory {
  /** How the file was found at start. */
  readonly state: FileState;
  /**
   * Keeps a test and gives it back as it is kept, cut where it was too long. Throws ZodError for what is no record, above
   * all one that carries a field of its own such as a password; AppError `file.unwritable` or `file.newer`. After either
   * the history is as it was.
   */
  add(serverId: ServerId, test: NewTestRecord): Promise<TestRecord>;
  list(serverId: ServerId): TestRecord[];
  /** Drops all tests of a server. Throws AppError `file.unwritable` or `file.newer`. */
  forget(serverId: ServerId): Promise<void>;
}

/**
 * The tests kept in the file at `path`, which is opened when they are first asked for; `found` hears how it was found then.
 * Several tests may end at the same moment: each change waits for the one before.
 */
export function openTestHistory(path: string, found: (state: FileState) => void = () => {}): TestHistory {
  const form = { path, version: 1, schema: TestsFile, initial: { tests: [] }, upgrades: {} };
  const file = versionedFileWhenAsked(form, found);
  const ofServer = (id: ServerId) => file.read().tests.filter(({ serverId }) => serverId === id);

  return {
    get state() {
      return file.state;
    },
    list: (serverId) => ofServer(serverId).map(({ record }) => record),
    async add(serverId, test) {
      const record = TestRecord.parse({ ...keepable(test, withoutSecrets), id: randomUUID() });
      await file.write(({ tests }) => ({ tests: fitting([{ serverId, record }, ...tests]) }));
      return record;
    },
    async forget(serverId) {
      await file.write((now) => {
        const others = now.tests.filter((kept) => kept.serverId !== serverId);
        return others.length === now.tests.length ? now : { tests: others };
      });
    },
  };
}

/** The words of another machine may echo a secret that passed through this process. */
const withoutSecrets = (words: string): string => safeText(redact(words));

/** Newest first: of each server as many as are kept, and of all together as many as the file takes. */
function fitting(tests: readonly StoredTest[]): StoredTest[] {
  const counts = new Map<string, number>();
  let bytes = 0;
  return tests.filter((kept) => {
    const count = (counts.get(kept.serverId) ?? 0) + 1;
    counts.set(kept.serverId, count);
    if (count > TESTS_KEPT) return false;
    bytes += Buffer.byteLength(JSON.stringify(kept, null, 2));
    return bytes <= MAX_BYTES;
  });
}
