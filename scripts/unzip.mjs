// Unpacks chosen files of a zip archive with nothing but node: a bare Debian has neither unzip nor python.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const END_OF_DIRECTORY_MAX = 22 + 65_535;
const DIRECTORY_ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const DEFLATED = 8;
const FILE_TYPE_MASK = 0o170000;
const SYMLINK_TYPE = 0o120000;

/**
 * Unpacks `archive` into `target`. `place` gets each name in the archive and answers the path below `target`
 * for it, or null to leave it out. Directories and symbolic links are left out.
 * Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16; archives above 4 GB (zip64) are not supported.
 */
export function unzip(archive, target, place) {
  const file = fs.openSync(archive, 'r');
  try {
    for (const entry of readDirectory(file)) {
      const relative = entry.name.endsWith('/') || entry.isLink ? null : place(entry.name);
      if (relative !== null) writeEntry(file, entry, insideOf(target, relative));
    }
  } finally {
    fs.closeSync(file);
  }
}

function readDirectory(file) {
  const { size } = fs.fstatSync(file);
  const tailSize = Math.min(size, END_OF_DIRECTORY_MAX);
  const tail = readAt(file, size - tailSize, tailSize);
  const end = tail.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error('not a zip archive: it has no central directory');
  const count = tail.readUInt16LE(end + 10);
  const directory = readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; entries.length < count; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const mode = directory.readUInt32LE(at + 38) >>> 16;
    entries.push({
      name: directory.toString('utf8', at + DIRECTORY_ENTRY_SIZE, at + DIRECTORY_ENTRY_SIZE + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      headerOffset: directory.readUInt32LE(at + 42),
      permissions: mode & 0o777 || 0o644,
      isLink: (mode & FILE_TYPE_MASK) === SYMLINK_TYPE,
    });
    at += DIRECTORY_ENTRY_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function writeEntry(file, entry, destination) {
  const header = readAt(file, entry.headerOffset, LOCAL_HEADER_SIZE);
  const dataOffset = entry.headerOffset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(file, dataOffset, entry.packedSize);
  fs.mkdirSync(path.dirname(destination), { recursive: true });
  fs.writeFileSync(destination, entry.method === DEFLATED ? zlib.inflateRawSync(packed) : packed, {
    mode: entry.permissions,
  });
}

function insideOf(target, relative) {
  const destination = path.resolve(target, relative);
  if (!destination.startsWith(path.resolve(target) + path.sep)) throw new Error(`unsafe path in archive: ${relative}`);
  return destination;
}

function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  if (fs.readSync(file, buffer, 0, length, position) !== length) throw new Error('the zip archive is cut short');
  return buffer;
}
