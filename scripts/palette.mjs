/**
 * Writes pictures of flat colours small: a PNG of at most 256 colours, which is about a quarter of the one a browser
 * takes. The colours are found by cutting the cloud of them where it is widest.
 * @see Paul Heckbert, "Color image quantization for frame buffer display", SIGGRAPH 1982
 */
import { crc32, deflateSync } from "node:zlib";

/** @typedef {{ bin: number, count: number, red: number, green: number, blue: number }} Cell one bin of the colour cube, with the sums of what fell into it */

/** Bins of 5, 6 and 5 bits: finer than the palette, coarse enough to be counted quickly. */
const binOf = (/** @type {number} */ red, /** @type {number} */ green, /** @type {number} */ blue) =>
  ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);

/** @param {Uint8Array} rgba */
function cellsOf(rgba) {
  /** @type {Map<number, Cell>} */
  const cells = new Map();
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]];
    const bin = binOf(red, green, blue);
    const cell = cells.get(bin) ?? { bin, count: 0, red: 0, green: 0, blue: 0 };
    cell.count += 1;
    cell.red += red;
    cell.green += green;
    cell.blue += blue;
    cells.set(bin, cell);
  }
  return [...cells.values()];
}

/** @type {readonly ["red", "green", "blue"]} */
const channels = ["red", "green", "blue"];

/** The channel a box of cells is widest in, and how much that is worth cutting. @param {Cell[]} box */
function widest(box) {
  const weight = Math.sqrt(box.reduce((sum, cell) => sum + Math.sqrt(cell.count), 0));
  const ranges = channels.map((channel) => {
    const values = box.map((cell) => cell[channel] / cell.count);
    return { channel, worth: (Math.max(...values) - Math.min(...values)) * weight };
  });
  return ranges.reduce((best, each) => (each.worth > best.worth ? each : best));
}

/** @param {Cell[]} cells @param {number} most */
function boxesOf(cells, most) {
  const boxes = [{ cells, ...widest(cells) }];
  while (boxes.length < most) {
    boxes.sort((a, b) => a.worth - b.worth);
    const box = boxes.pop();
    if (!box || box.worth === 0) {
      if (box) boxes.push(box);
      break;
    }
    const { channel } = box;
    const sorted = box.cells.toSorted((a, b) => a[channel] / a.count - b[channel] / b.count);
    const half = sorted.reduce((sum, cell) => sum + Math.sqrt(cell.count), 0) / 2;
    let cut = 0;
    for (let sum = 0; sum < half && cut < sorted.length - 1; cut++) sum += Math.sqrt(sorted[cut]?.count ?? 0);
    for (const part of [sorted.slice(0, Math.max(1, cut)), sorted.slice(Math.max(1, cut))])
      boxes.push({ cells: part, ...widest(part) });
  }
  return boxes.map((box) => box.cells);
}

/** @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/**
 * @param {Uint8Array} rgba pixels, four bytes each, row after row; their opacity is left out
 * @param {number} width
 * @param {number} height
 * @returns {Buffer} a PNG file
 */
export function palettePng(rgba, width, height) {
  const boxes = boxesOf(cellsOf(rgba), 256);
  const palette = Buffer.alloc(boxes.length * 3);
  const indexOf = new Uint8Array(1 << 16);
  for (const [index, box] of boxes.entries()) {
    const count = box.reduce((sum, cell) => sum + cell.count, 0);
    for (const [at, channel] of channels.entries())
      palette[index * 3 + at] = Math.round(box.reduce((sum, cell) => sum + cell[channel], 0) / count);
    for (const cell of box) indexOf[cell.bin] = index;
  }
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter, 0: none
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      rows[y * (width + 1) + x + 1] =
        indexOf[binOf(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0)] ?? 0;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // 8 bits, palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
