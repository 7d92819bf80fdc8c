/** The files of the build that are fetched after the first frame, by their names in electron.vite.config.ts, with what each rests on. */
const files = { pages: ['pages'], fronts: ['pages', 'fronts'] } as const;

const fetched = new Map<string, Promise<void>>();
let tries = 0;

/** Fetches a file as it will be asked for, without running it. Rejects if it cannot be fetched, and is fetched again then. */
function fetchFile(name: string): Promise<void> {
  const known = fetched.get(name);
  if (known) return known;
  const fetching = new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    tries += 1; // what could not be fetched is remembered by its address
    Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: '', href: `./assets/${name}.js?try=${tries}` });
    link.onload = () => {
      link.remove();
      resolve();
    };
    link.onerror = () => {
      link.remove();
      fetched.delete(name);
      reject(new Error(`the window's file ${name} cannot be fetched`));
    };
    document.head.append(link);
  });
  fetched.set(name, fetching);
  return fetching;
}

/**
 * Imports what lies in one of those files, once the file is there: a module that could once not be fetched stays so for as long as
 * the page lives, while a file can be asked for again. Rejects if it cannot be fetched. Tests run from the sources, without files.
 */
export async function fromFile<M>(file: keyof typeof files, load: () => Promise<M>): Promise<M> {
  if (import.meta.env.PROD) await Promise.all(files[file].map(fetchFile));
  return await load();
}
