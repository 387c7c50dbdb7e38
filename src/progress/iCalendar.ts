/**
 * Writes iCalendar (RFC 5545). Small packages were tried first: `ics` 3.12 and `ts-ics` 2.4 fold lines by characters,
 * where the standard says octets (a Chinese line of 75 characters has 225), and the latter leaves backslashes bare.
 */

const WIDTH = 75;

const octetsOf = (char: string): number => {
  const point = char.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** A content line cut into lines of at most 75 octets, never inside a character; each next one begins with a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let [current, octets] = ["", 0];
  for (const char of line) {
    const more = octetsOf(char);
    if (octets + more > WIDTH) {
      lines.push(current);
      [current, octets] = [" ", 1];
    }
    current += char;
    octets += more;
  }
  lines.push(current);
  return lines.join("\r\n");
}

/** Characters that may not stand in text: controls but for tab and line feed, and halves of a surrogate pair. */
const UNSAID = /[^\P{Cc}\t\n]|\p{Cs}/gu;

/** A text value: line ends as `\n`, and what has a meaning in the format with a backslash before it. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(UNSAID, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n");

const basic = (iso: string): string => iso.replace(/[-:]/g, "");
const utc = (epoch: number): string => `${basic(new Date(epoch).toISOString().slice(0, 19))}Z`;

/** When something begins: at that time wherever one is, at that moment, or for the whole of a day. */
export type Start =
  /** Floating, `2026-11-21T09:00:00`: nine o'clock, also after a journey. */
  | Readonly<{ floating: string }>
  /** Milliseconds since 1970 UTC. */
  | Readonly<{ epoch: number }>
  /** `2026-11-21` */
  | Readonly<{ date: string }>;

export type CalendarEvent = Readonly<{
  /** The same for the same thing: a second import replaces the first. */
  uid: string;
  start: Start;
  /** Length; whole days have none. */
  minutes: number | null;
  summary: string;
  description: string;
  /** `MO`, `TU`, …: every week on these days, without end. Null: once. */
  weeklyOn: readonly string[] | null;
  /** A reminder so many minutes before; null: none. */
  remindBefore: number | null;
}>;

function startLine(start: Start): string {
  if ("floating" in start) return `DTSTART:${basic(start.floating)}`;
  if ("epoch" in start) return `DTSTART:${utc(start.epoch)}`;
  return `DTSTART;VALUE=DATE:${basic(start.date)}`;
}

function eventLines(event: CalendarEvent, stamp: number): string[] {
  const { uid, start, minutes, summary, description, weeklyOn, remindBefore } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    startLine(start),
    ...(minutes === null ? [] : [`DURATION:PT${minutes}M`]),
    ...(weeklyOn === null ? [] : [`RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=${weeklyOn.join(",")}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${escaped(description)}`]),
    // Practice is no meeting: it leaves the time free for others.
    ...("date" in start ? ["TRANSP:TRANSPARENT"] : []),
    ...(remindBefore === null
      ? []
      : [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `TRIGGER:-PT${remindBefore}M`,
          `DESCRIPTION:${escaped(summary)}`,
          "END:VALARM",
        ]),
    "END:VEVENT",
  ];
}

/**
 * An `.ics` file.
 * @param stamp when it was made, in milliseconds since 1970 UTC
 */
export const calendarText = (events: readonly CalendarEvent[], stamp: number): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Offscript//Offscript//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
