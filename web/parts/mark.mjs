// The mark: three cells of one comb, each sharing a wall with the next, open to the right like a «C»:
// places, people and proof meeting. Drawn from its geometry, so that every size is exact.
import { deflateSync } from 'node:zlib';

const BOX = 32;
const TEAL = [0x0b, 0x5d, 0x5b];

/** The six corners of each cell; the pitch is the comb's, the wall is what a cell leaves free of it. */
function cells(pitch, wall) {
  const width = Math.sqrt(3) * pitch;
  const x = (BOX - 1.5 * width) / 2 + width / 2;
  const centres = [
    [x + width / 2, BOX / 2 - 1.5 * pitch],
    [x, BOX / 2],
    [x + width / 2, BOX / 2 + 1.5 * pitch],
  ];
  const radius = pitch - wall / Math.sqrt(3);
  return centres.map(([cx, cy]) =>
    [0, 1, 2, 3, 4, 5].map((k) => {
      const angle = (Math.PI / 3) * k - Math.PI / 2;
      return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
    }),
  );
}

function path(polygons) {
  return polygons.map((p) => 'M' + p.map((c) => c.map((v) => +v.toFixed(2)).join(' ')).join('L') + 'Z').join('');
}

/** The mark alone, as the d of a path in a box of 32. */
export function markPath() {
  return path(cells(6.4, 0.95));
}

/** The mark on a tile, which is readable on any browser's bar, by day and by night. */
export function tile() {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5d5b"/><path fill="#fff" d="${path(cells(5.5, 0.9))}"/></svg>`;
}

/** The tile as a PNG with square corners, for home screens, which round them themselves. */
export function markPicture(size) {
  const polygons = cells(4.6, 0.8);
  const rows = Buffer.alloc(size * (1 + size * 3));
  const grain = 4;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let hits = 0;
      for (let s = 0; s < grain * grain; s++) {
        const px = ((x + ((s % grain) + 0.5) / grain) / size) * BOX;
        const py = ((y + (Math.floor(s / grain) + 0.5) / grain) / size) * BOX;
        if (polygons.some((p) => inside(p, px, py))) hits++;
      }
      const share = hits / (grain * grain);
      TEAL.forEach((c, i) => (rows[y * (1 + size * 3) + 1 + x * 3 + i] = Math.round(c + (255 - c) * share)));
    }
  return png(size, rows);
}

function inside(polygon, x, y) {
  return polygon.every(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
  });
}

// PNG (ISO/IEC 15948): signature, header of an 8-bit RGB picture, one deflated stream, end.
function png(size, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}
