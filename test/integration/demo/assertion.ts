import { Attribute, type BerWriter, Change, Control, type Filter, BerWriter as Writer } from 'ldapts';

/** The assertion control (RFC 4528), which ldapts does not have. */
export class Assertion extends Control {
  constructor(private readonly filter: Filter) {
    super('1.3.6.1.1.12', { critical: true });
  }
  override writeControl(writer: BerWriter): void {
    const encoded = new Writer();
    this.filter.write(encoded);
    writer.writeBuffer(encoded.buffer, 0x04);
  }
}

/** One change of a modify request. */
export const changeOf = (operation: 'add' | 'delete' | 'replace', type: string, ...values: string[]): Change =>
  new Change({ operation, modification: new Attribute({ type, values }) });
