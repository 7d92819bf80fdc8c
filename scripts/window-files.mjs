/**
 * Says how the window's code is cut into files, for `codeSplitting` of the build: one for all that the first frame of `page`
 * needs, by whatever way it is imported, and one for each of `later`, which is fetched after it. Styles are all in the first,
 * where they stand in the order in which they are imported, whatever is fetched when.
 */
export function windowFiles({ page, later }) {
  let first;
  return {
    groups: [
      {
        debugName: 'window',
        name(id, graph) {
          first ??= importedBy(page, graph);
          return first.has(id) || id.endsWith('.css') || id.includes('rolldown/runtime') ? 'window' : null;
        },
      },
      ...Object.entries(later).map(([name, files]) => ({
        name,
        test: (id) => files.some((file) => id.endsWith(file)),
      })),
    ],
  };
}

/** All that a module imports, itself and by way of others, but for what is imported only when it is needed. */
function importedBy(module, graph) {
  const found = new Set([module]);
  for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** Has the page fetch the file of `module` beside its own, as it will be asked for as soon as that runs. */
export function fetchedAtOnce(module) {
  return {
    name: 'fetched-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(_page, { bundle = {} }) {
        const chunks = Object.values(bundle).filter(({ facadeModuleId, moduleIds = [] }) =>
          [facadeModuleId, ...moduleIds].some((id) => id?.endsWith(module)),
        );
        if (chunks.length === 0) throw new Error(`${module} is in no file of the window`);
        return chunks.map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
