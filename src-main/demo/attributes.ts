/** An attribute under the name it was written with. */
export interface Attribute {
  name: string;
  values: Buffer[];
}
/** Attributes by their schema key (lower case). */
export type Attributes = Map<string, Attribute>;
