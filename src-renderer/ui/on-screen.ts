/** Nothing is drawn in a window that nobody sees: it does not wait longer, in ms. */
const AT_MOST_MS = 300;

/** Resolves once what was drawn last is on the screen: the second frame begins when the first one is made. */
export const onScreen = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, AT_MOST_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
