import { copiedInto, isAac } from "../copied.ts";
import type { ExportFormat } from "../format.ts";
import { reading } from "../reading.ts";

const copied = copiedInto("m4a");

/**
 * MP4 with AAC, what phones and cars play: copied when the take was recorded so, else encoded where the browser can.
 * Opus would fit into MP4 as well, and hardly anything that asks for MP4 would play it.
 */
export const format: ExportFormat = {
  id: "m4a",
  group: "audio",
  extension: "m4a",
  mediaType: "audio/mp4",
  possible: async (take) => isAac(take) || (await import("../aac.ts")).canEncodeAac(),
  async *write(material, watch = {}) {
    if (isAac(material.take)) yield* copied(material, watch);
    else {
      const { encodeAac } = await import("../aac.ts");
      yield* reading(encodeAac(await material.audio(), material.take, watch), watch.signal);
    }
  },
};
