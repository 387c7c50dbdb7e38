const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** What can be wrong with a deck, a file or a link: what it is, and what to do. */
export const decks = {
  problems: {
    empty: "There is nothing in it. Put one title on each line.",
    "too-big": (most: number) => `It is bigger than ${most} MB. Split it, or keep only the titles.`,
    "too-many-rows": (most: number) =>
      `It has more than ${counted(most, "line")}. Split it into several files.`,
    "no-text": "This is not a text file. Bring a text, CSV, Markdown or deck JSON file.",
    "office-file":
      "This is a file of an office program. Save it as CSV or as plain text there, and bring that.",
    "nothing-found": "No title was found in it. Put one title on each line.",
    "bad-link": "This link is damaged or cut off. Ask for it once more, or for the deck as a file.",
    "link-too-big": (most: number) => `This deck is too big for a link of ${most} kB. Send it as a file.`,
    "too-many-titles": (most: number, left: number) =>
      `A deck holds ${counted(most, "title")}; left out at the end: ${left}. Put them into a deck of their own.`,
    "too-many-lines": (most: number, left: number) =>
      `A deck holds ${counted(most, "client line")}; left out at the end: ${left}. Put them into a deck of their own.`,
    more: (left: number) => `And ${left} more of this sort. Mend the first ones and try again.`,
    "alike-stopped":
      "There is so much that from here on only identical texts were looked for. Bring smaller files for more.",
    unreadable: "Some characters cannot be read. Save the file as UTF-8 and bring it again.",
    hidden: "It holds characters that cannot be seen. Type the text afresh.",
    "json-value": "A value is expected here. Is there a comma too many before it?",
    "json-name": "A name in quotes is expected here. Is there a comma too many before it?",
    "json-colon": "A colon is expected here, between a name and its value.",
    "json-comma": "A comma is expected here, between two entries.",
    "json-brace": "A } is expected here. Close what was opened with {.",
    "json-bracket": "A ] is expected here. Close what was opened with [.",
    "json-end": "The end of the file is expected here. Take away what follows.",
    "json-comment": "JSON knows no comments. Take it away.",
    "json-text":
      "A text ends or goes on wrongly here: it is expected to stand in straight double quotes, on one line, with \\ only before a sign that needs it.",
    "json-number": "A whole number is expected to end here. Is it one?",
    "json-word": "A value is expected here; texts stand in straight double quotes.",
    "json-deep": (most: number) =>
      `Brackets inside brackets, deeper than ${counted(most, "level")}: no deck is built like this.`,
    "not-a-deck": "This is JSON, and not a deck: it is expected to hold titles.",
    "many-decks": "There are several decks in this file. Put each into a file of its own.",
    "open-quote": "A quotation mark opens here and is never closed. Close it, or take it away.",
    "unknown-column": (name: string) =>
      `The column “${name}” is not known and was left out. Known are title, line, temper and id.`,
    "unknown-temper": (allowed: string) =>
      `There is no such temper, so any client may say it. Choose one of: ${allowed}.`,
    missing: (name: string) => `“${name}” is missing. Add it.`,
    "unknown-entry": (name: string) => `A deck knows no “${name}”. Take it away, or mend its spelling.`,
    "not-an-object": "An entry in braces { } is expected here.",
    "not-a-list": "A list in brackets [ ] is expected here.",
    "not-a-text": "A text in quotes is expected here.",
    "no-titles": "There is no title in it. Add one at least.",
    "too-short": (least: number, found: number) =>
      `Too short: ${counted(found, "character")}, and ${least} at least are needed. Say more.`,
    "too-long": (most: number, found: number) =>
      `Too long: ${counted(found, "character")}, and ${most} at most fit. Cut it, or make two of it.`,
    "not-one-line": "It is not one line without spaces around it. Take away line breaks and spaces.",
    "not-kebab":
      "An id is made of lower-case letters and digits, joined by hyphens: “renewal-no-usage”. Write it so.",
    "bad-deck-id":
      "The id of a deck is its folder, a slash and its file name without ending: “en/saas”. Write it so.",
    "not-one-of": (allowed: string) => `It can only be one of: ${allowed}. Choose one.`,
    "doubled-id": (first: string) => `This id is taken by ${first}. Give this one another.`,
    doubled: (first: string) => `The same as ${first}. Take one away.`,
    alike: (other: string) => `Nearly the same as “${other}”. Keep the better one.`,
    "alike-elsewhere": (other: string, deck: string) =>
      `Nearly the same as “${other}” in ${deck}. Keep the better one.`,
    foreign: (language: string) =>
      `This is not in the language of the deck, ${language}. Write it in that language, or move it.`,
    "too-slow": (most: number, found: string) =>
      `It takes ${found} s to say, and ${most} s is the most for a client’s line. Shorten it.`,
    "yes-no": "A yes or a no would answer this. Turn it into a scene, a claim or a task.",
    "double-space": "There are two spaces in a row. Leave one.",
    "straight-quotes": "There are straight quotation marks. Use “ ” and ’.",
    "three-dots": "There are three dots. Use the one sign …, or a full stop.",
    "foreign-marks": (marks: string) =>
      `There are punctuation marks of the other language: ${marks}. Use those of its own.`,
    "rare-character": (character: string) => `Many machines cannot show ${character}. Use another character.`,
    "few-titles": (least: number, found: number) =>
      `Too few titles: ${found} of the ${least} a deck that comes with the app has at least. Write more.`,
    "few-lines": (least: number, found: number) =>
      `Too few lines to cut in with: ${found} of ${least} at least. Write more.`,
    "few-of-temper": (temper: string, least: number, found: number) =>
      `Too few lines of the temper “${temper}”: ${found} of ${least} at least. Write more.`,
    "few-short": (least: number, most: number, found: number) =>
      `Too few short titles, of ${counted(most, "character")} at most: ${found} of ${least}. Shorten some.`,
    "few-long": (least: number, length: number, found: number) =>
      `Too few long titles, of ${counted(length, "character")} or more: ${found} of ${least}. Give some more of a scene.`,
    "not-spoken": (cue: string) =>
      `The client says nothing in a cue “${cue}”. Use “cut-in”, or a cue that speaks.`,
    "wrong-place": (id: string) =>
      `By its folder and its file name this deck is “${id}”. Give it that id, or move it.`,
    "id-in-two-files": (other: string) =>
      `This id is taken by the deck in ${other}. Give one of them another.`,
    "few-decks": (language: string, least: number, found: number) =>
      `Too few full decks in ${language}: ${found} of ${least}. Write more.`,
    "id-gone": (id: string) =>
      `The published title “${id}” is gone: takes and links still name it. Put the id back; its wording may change.`,
    "deck-gone": (id: string) =>
      `The published deck “${id}” is gone: takes and links still name it. Put its file back.`,
  },
  place: {
    line: (line: number) => `line ${line}`,
    lineAndColumn: (line: number, column: number) => `line ${line}, column ${column}`,
    path: (path: string) => `at ${path}`,
    says: (where: string, sentence: string) => `${where}: ${sentence}`,
    quoting: (sentence: string, text: string) => `${sentence} (“${text}”)`,
  },
  /** What `npm run check-decks` says besides. */
  check: {
    decks: (decks: number, titles: number, lines: number) =>
      `${counted(decks, "deck")}: ${counted(titles, "title")}, ${counted(lines, "client line")}.`,
    problems: (count: number) => `${counted(count, "problem")}.`,
    fine: "No problems.",
    hint: (told: string) => `Could be better: ${told}`,
    noFile: (name: string) => `${name}: there is no such file, or it cannot be read.`,
    unknownOption: (option: string) =>
      `There is no option ${option}. Name files, or add --own for decks of your own, --publish to note new ids.`,
    published: "The ids that are there are noted in prompts/published.txt.",
  },
};
