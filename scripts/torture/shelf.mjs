import { readTake } from "./world.mjs";

/**
 * @import { Take } from "../../src/store/take.ts"
 * @import { Found } from "./types.mjs"
 */

/**
 * Notes what is on the shelf now.
 * @param {Map<string, Take>} shelf
 * @param {Found} found
 */
export function stock(shelf, { takes }) {
  shelf.clear();
  for (const [id, record] of takes) {
    const read = readTake(record);
    if ("take" in read) shelf.set(id, read.take);
  }
}
