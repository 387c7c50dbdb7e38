import { textFormat } from "../format.ts";
import { labelsOf, oneLine } from "../labels.ts";

/** A WebVTT cue has to last; a point is shown for this long, in milliseconds. */
const POINT_LASTS = 1_000;
/** What a multiplication may add to a whole millisecond. */
const NOISE = 1e-4;

/**
 * WebVTT: what players show as subtitles. Times to the millisecond.
 * @see W3C, WebVTT: The Web Video Text Tracks Format, sections 3 and 4
 */
export const format = textFormat(
  { id: "webvtt", group: "labels", extension: "vtt", mediaType: "text/vtt" },
  (material) => {
    const blocks = labelsOf(material).map(({ id, at, until, text }) => {
      // Outwards to whole milliseconds: whatever lasts, lasts here too, and what begins in order begins in order.
      const from = Math.floor(at * 1_000 + NOISE);
      const to = Math.max(from + 1, until === null ? from + POINT_LASTS : Math.ceil(until * 1_000 - NOISE));
      return `${id}\n${timestamp(from)} --> ${timestamp(to)}\n${escaped(text)}\n`;
    });
    return ["WEBVTT\n", `NOTE\n${escaped(oneLine(material.take.title.text))}\n`, ...blocks].join("\n");
  },
);

/** Hours, minutes, seconds and thousandths; hours may go beyond two digits. */
function timestamp(milliseconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const seconds = milliseconds / 1_000;
  const clock = `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${clock}.${String(milliseconds % 1_000).padStart(3, "0")}`;
}

/** Text that is neither a tag nor an entity, and holds no arrow: that would begin the next cue. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
