import type { Take } from "../../store/take.ts";

/** Most file systems take 255 bytes, some sync services and encrypted folders fewer. Bytes of UTF-8, ending included. */
const LONGEST = 140;

/** Between hours and minutes, where a colon is not allowed. */
const hours = { en: ".", "zh-CN": "点" } as const satisfies Record<Take["language"], string>;

/**
 * What an exported file is called: when the take was recorded, and on what, in the take's language. Sorts by time,
 * reads well, and is allowed on every file system.
 *
 *     2026-11-21 09.30 Their licences expire Friday.wav
 *     2026-11-21 09点30 客户说太贵了.wav
 */
export function exportName({ started, title, language }: NamedTake, extension: string): string {
  const [day = "", time = ""] = started.local.split("T");
  const when = `${day} ${time.slice(0, 5).replace(":", hours[language])}`;
  const room = LONGEST - bytesOf(`${when} .${extension}`);
  const name = cut(safe(title.text), room);
  return `${name ? `${when} ${name}` : when}.${extension}`;
}
type NamedTake = Pick<Take, "started" | "title" | "language">;

/**
 * A title without what file systems forbid or read as something else, what cannot be seen, and what turns the
 * direction of writing. The date in front keeps it from being a reserved name or a hidden file.
 * @see Microsoft, "Naming Files, Paths, and Namespaces"
 */
const safe = (title: string): string =>
  title
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, ""); // Windows drops a dot or a space at the end

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** As many whole characters as fit, with an ellipsis for the rest. */
function cut(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (bytesOf(`${kept}${segment}…`) > bytes) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
