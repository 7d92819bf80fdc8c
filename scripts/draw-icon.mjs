// Draws resources/icon.png: a ring with a line through both sides, on a rounded square (`node scripts/draw-icon.mjs`).
import fs from 'node:fs';
import zlib from 'node:zlib';

const SIZE = 512;
const SAMPLES = 4; // per pixel and direction, for smooth edges
const MARGIN = 24;
const CORNER = 104;
const RING = { radius: 88, stroke: 40 };
const LINE = { stroke: 40, reach: 176 };
const PAPER = [0xf7, 0xf6, 0xf3];
const INK = [0x1a, 0x1c, 0x1e];

/** Both take the distance from the centre of the picture. */
function onPaper(x, y) {
  const straight = SIZE / 2 - MARGIN - CORNER;
  return Math.hypot(Math.max(Math.abs(x) - straight, 0), Math.max(Math.abs(y) - straight, 0)) <= CORNER;
}
function onInk(x, y) {
  const fromCentre = Math.hypot(x, y);
  if (Math.abs(fromCentre - RING.radius) <= RING.stroke / 2) return true;
  // The round ends of the line: the distance to the nearest point of its axis.
  const beyond = Math.max(Math.abs(x) - (LINE.reach - LINE.stroke / 2), 0);
  return fromCentre > RING.radius && Math.hypot(beyond, y) <= LINE.stroke / 2;
}

function pixel(column, row) {
  let paper = 0;
  let ink = 0;
  for (let sample = 0; sample < SAMPLES ** 2; sample++) {
    const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES - SIZE / 2;
    const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES - SIZE / 2;
    if (!onPaper(x, y)) continue;
    paper++;
    if (onInk(x, y)) ink++;
  }
  const share = paper === 0 ? 0 : ink / paper;
  const colour = PAPER.map((value, channel) => Math.round(value + (INK[channel] - value) * share));
  return [...colour, Math.round((255 * paper) / SAMPLES ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([length, body, checksum]);
}

const header = Buffer.from([0, 0, SIZE >> 8, SIZE & 0xff, 0, 0, SIZE >> 8, SIZE & 0xff, 8, 6, 0, 0, 0]); // 8 bits, RGBA
const columns = [...Array(SIZE).keys()];
const rows = columns.map((row) => Buffer.from([0, ...columns.flatMap((column) => pixel(column, row))])); // no filter
const data = zlib.deflateSync(Buffer.concat(rows), { level: 9 });
const chunks = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
fs.writeFileSync(new URL('../resources/icon.png', import.meta.url), Buffer.concat([signature, ...chunks]));
