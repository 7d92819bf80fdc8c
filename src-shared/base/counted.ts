const numbers = new Intl.NumberFormat('en-US');

/** A number with its thing: `1 server`, `2 servers`, `100,000 people`. `several` where the plural is not made with an s. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${numbers.format(count)} ${count === 1 ? one : several}`;

/** A number of people: `1 person`, `100,000 people`. */
export const countedPeople = (count: number): string => counted(count, 'person', 'people');
