const numbers = new Intl.NumberFormat('en-US');

/** A number of people in words: `1 person`, `100,000 people`. */
export const peopleInWords = (count: number): string => (count === 1 ? '1 person' : `${numbers.format(count)} people`);
