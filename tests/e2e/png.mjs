// Screenshots as pixels, to compare two of them: what the PNGs of browsers need (8 bits, RGB or RGBA, not interlaced).
import { inflateSync } from 'node:zlib';

/** { width, height, deep: bytes a pixel, bytes } */
export function pixels(png) {
  let width, height, deep, packed = [];
  for (let i = 8; i < png.length;) {
    const size = png.readUInt32BE(i), kind = png.toString('latin1', i + 4, i + 8), data = png.subarray(i + 8, i + 8 + size);
    if (kind === 'IHDR') {
      [width, height, deep] = [data.readUInt32BE(0), data.readUInt32BE(4), data[9] === 6 ? 4 : 3];
      if (data[8] !== 8 || ![2, 6].includes(data[9]) || data[12]) throw new Error('not the kind of PNG that browsers write');
    } else if (kind === 'IDAT') packed.push(data);
    i += size + 12;
  }
  const raw = inflateSync(Buffer.concat(packed)), line = width * deep, out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const left = x >= deep ? out[y * line + x - deep] : 0, up = y ? out[(y - 1) * line + x] : 0, corner = x >= deep && y ? out[(y - 1) * line + x - deep] : 0;
      out[y * line + x] = raw[y * (line + 1) + 1 + x] + (filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner));
    }
  }
  return { width, height, deep, bytes: out };
}
function paeth(a, b, c) {
  const p = a + b - c, pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** How many pixels differ by more than `slack` in a colour, and the box around them; `skip(x, y)` leaves some out. */
export function difference(one, two, { slack = 8, skip = () => false } = {}) {
  if (one.width !== two.width || one.height !== two.height) return { count: Infinity, box: [one.width, one.height, two.width, two.height] };
  let count = 0;
  const box = [Infinity, Infinity, -1, -1];
  for (let y = 0, i = 0, j = 0; y < one.height; y++)
    for (let x = 0; x < one.width; x++, i += one.deep, j += two.deep) {
      if (Math.max(Math.abs(one.bytes[i] - two.bytes[j]), Math.abs(one.bytes[i + 1] - two.bytes[j + 1]), Math.abs(one.bytes[i + 2] - two.bytes[j + 2])) <= slack || skip(x, y)) continue;
      count += 1;
      box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y); box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
    }
  return { count, box };
}
