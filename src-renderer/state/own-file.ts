/** The files of the build that are fetched after the first frame, by their names in electron.vite.config.ts, with what each rests on. */
const files = { pages: ['pages'], fronts: ['pages', 'fronts'] } as const;

/** Fetches a file as it will be asked for, without running it. */
const fetched = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: '', href: `./assets/${name}.js` });
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`the window's file ${name} cannot be fetched`));
    };
    document.head.append(link);
  });

/**
 * Imports what lies in one of those files, once the file is there: a module that could once not be fetched stays so for as long as
 * the page lives, while a file can be asked for again. Rejects if it cannot be fetched. Tests run from the sources, without files.
 */
export async function fromFile<M>(file: keyof typeof files, load: () => Promise<M>): Promise<M> {
  if (import.meta.env.PROD) await Promise.all(files[file].map(fetched));
  return await load();
}
