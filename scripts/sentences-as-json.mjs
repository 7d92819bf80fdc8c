const CATALOGUE = /\/src-shared\/texts\/[a-z]{2}\/[\w-]+\.ts$/;

/**
 * A plugin for Vite that writes the catalogues of sentences as JSON: V8 reads that in a fraction of the time that an object in
 * code takes it, and thousands of sentences are there before the first frame is. What a file of them exports is the same.
 * An Error ends the build where a file holds anything but imports and constants that are exported, each an object as it stands:
 * of sentences, or of other files that are joined.
 */
export function sentencesAsJson() {
  return {
    name: 'sentences-as-json',
    transform(code, id) {
      if (!CATALOGUE.test(id)) return undefined;
      let made = code;
      for (const { start, end, text } of catalogues(this.parse(code), id).reverse())
        made = made.slice(0, start) + text + made.slice(end);
      return { code: made, map: { mappings: '' } };
    },
  };
}

/** The objects that a file exports, each with what takes its place. Throws Error where there is anything else but imports. */
function catalogues({ body }, id) {
  const wrong = new Error(`${id} holds more than sentences`);
  const stated = body.filter(({ type }) => type !== 'ImportDeclaration');
  if (stated.some(({ declaration }) => declaration?.kind !== 'const')) throw wrong;
  const exported = stated.flatMap(({ declaration }) => declaration.declarations);
  return exported.map(({ init }) => {
    const { type, start, end, properties } = init;
    if (type !== 'ObjectExpression') throw wrong;
    const joined = properties.map((one) => one.type === 'SpreadElement' && one.argument.name);
    if (joined.every(Boolean)) return { start, end, text: `/* @__PURE__ */ Object.assign({}, ${joined.join(', ')})` };
    const sentences = properties.map((one) => [nameOf(one), textOf(one)]);
    if (sentences.flat().some((text) => typeof text !== 'string')) throw wrong;
    return {
      start,
      end,
      text: `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(sentences)))})`,
    };
  });
}

const nameOf = ({ computed, key }) => (computed ? undefined : (key?.value ?? key?.name));

const textOf = ({ value }) => (value?.type === 'TemplateLiteral' ? whole(value) : value?.value);

const whole = ({ expressions, quasis }) => (expressions.length === 0 ? quasis[0].value.cooked : undefined);
