const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });

/**
 * Reads the bytes of a server's words, each given as the character of its number: as UTF-8, else as GB18030, in which mail
 * servers of China answer, else as Latin-1. Linear; throws nothing, and no byte is lost.
 */
export function serverWords(bytes: string): string {
  const raw = Buffer.from(bytes, 'latin1');
  const texts = bytes.match(/[\x80-\xff]+/g) ?? [];
  const lone = texts.filter(({ length }) => length === 1).length;
  const paired = bytes.replace(/[^\x80-\xff]/g, '').length - lone;
  // A letter of Latin-1 stands alone and with its neighbour may be valid GB18030 by chance; Chinese comes in pairs.
  return readAs(utf8, raw) ?? (paired > lone ? readAs(gb18030, raw) : undefined) ?? bytes;
}

function readAs(decoder: typeof utf8, bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
