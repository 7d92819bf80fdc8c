/**
 * The text of a mail as it goes behind DATA: each line ends in CR LF (RFC 5321 section 2.3.8), a dot at its beginning is doubled,
 * and a line with a dot alone ends it (section 4.5.2). A bare CR or LF is a line end here, so that no server finds another end than ours.
 */
export function dotStuffed(text: Buffer): Buffer {
  const lines = text.toString('latin1').replace(/\r\n?|\n/g, '\r\n');
  const stuffed = lines.replace(/(^|\n)\./g, '$1..');
  return Buffer.from(`${stuffed}${/(^|\n)$/.test(stuffed) ? '' : '\r\n'}.\r\n`, 'latin1');
}
