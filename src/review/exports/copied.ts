import type { Take } from "../../store/take.ts";
import type { ExportFormat } from "./format.ts";
import { reading } from "./reading.ts";
import type { Container } from "./remux.ts";

/** The codec that a take's sound is kept in, from its media type: `audio/webm;codecs=opus`. */
export const codecOf = ({ audio }: Pick<Take, "audio">): string | undefined =>
  /codecs="?([^",;]+)/i.exec(audio.type)?.[1]?.trim().toLowerCase();

/** AAC as media types call it; recorders that name no codec with MP4 mean it, too. */
export const isAac = (take: Pick<Take, "audio">): boolean => {
  const codec = codecOf(take);
  return codec === undefined ? take.audio.type.startsWith("audio/mp4") : /^(aac|mp4a)/.test(codec);
};

/** Writes a take's own packets into a container. */
export const copiedInto = (container: Container): ExportFormat["write"] =>
  async function* copied({ audio, take }, { signal } = {}) {
    const { remux, tagsOf } = await import("./remux.ts");
    const sound = await audio();
    signal?.throwIfAborted();
    yield* reading(remux(sound, container, tagsOf(take)));
  };
