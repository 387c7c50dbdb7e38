import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { palettePng } from "../scripts/palette.mjs";

/** The colours of a picture we wrote, pixel by pixel, as [red, green, blue]. */
function read(png: Buffer): { width: number; height: number; pixels: number[][] } {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const header = chunks.get("IHDR") ?? Buffer.alloc(13);
  const palette = chunks.get("PLTE") ?? Buffer.alloc(0);
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const index = rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] ?? 0;
    return [...palette.subarray(index * 3, index * 3 + 3)];
  });
  return { width, height, pixels };
}

describe("a picture of few colours", () => {
  it("is written with exactly these, each where it was", () => {
    const pixels = [
      [18, 22, 27],
      [226, 183, 153],
      [18, 22, 27],
      [42, 33, 31],
      [255, 255, 255],
      [226, 183, 153],
    ];
    const rgba = Uint8Array.from(pixels.flatMap((pixel) => [...pixel, 255]));
    expect(read(palettePng(rgba, 3, 2))).toEqual({ width: 3, height: 2, pixels });
  });
  it("comes near when there are more than a palette holds", () => {
    const pixels = Array.from({ length: 64 * 64 }, (_, i) => [(i % 64) * 4, Math.floor(i / 64) * 4, 90]);
    const rgba = Uint8Array.from(pixels.flatMap((pixel) => [...pixel, 255]));
    const found = read(palettePng(rgba, 64, 64)).pixels;
    const off = pixels.flatMap((pixel, i) =>
      pixel.map((value, at) => Math.abs(value - (found[i]?.[at] ?? 0))),
    );
    expect(Math.max(...off)).toBeLessThanOrEqual(16);
    expect(new Set(found.map(String)).size).toBeGreaterThan(200);
  });
});
