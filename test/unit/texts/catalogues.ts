import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The parts of a language's catalogue, as its files hold them. */
export async function partsOf(language: string): Promise<Record<string, Record<string, string>>> {
  const folder = path.resolve('src-shared/texts', language);
  const files = readdirSync(folder).filter((file) => !languageFiles.has(file));
  const parts = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, Record<string, string>> = await import(
        pathToFileURL(path.join(folder, file)).href
      );
      return [file.replace(/\.ts$/, ''), Object.assign({}, ...Object.values(exported))] as const;
    }),
  );
  return Object.fromEntries(parts);
}

/** The files that join the parts of a language. */
const languageFiles = new Set(['english.ts', 'german.ts', 'french.ts', 'russian.ts', 'failures.ts', 'diagnosis.ts']);
