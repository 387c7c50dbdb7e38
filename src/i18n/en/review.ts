/** After a round, and on a take's own page. */
export const review = {
  heading: "Hear it, rate it",
  optional: "All of this can be skipped.",
  rate: "How was it?",
  scales: {
    opening: { name: "Opening", low: "fumbled for a start", high: "had them in one sentence" },
    thread: { name: "Thread", low: "lost it", high: "one line from start to end" },
    recovery: { name: "Recovery", low: "thrown off", high: "back at once" },
    believable: { name: "Believable", low: "would not buy it myself", high: "would sign right now" },
    close: { name: "Close", low: "trailed off", high: "ended on a point" },
  },
  mark: (scale: string, mark: number) => `${scale}: ${mark} of 5`,
  rateKeys: "Keys 1 to 5 rate, one scale after the other",
  note: "What will you do differently?",
  notePlaceholder: "One line is enough",
  saved: "Saved",
  notSaved: {
    full: "The disk is full, so this rating was not kept. Make room, then rate again.",
    other: "This could not be kept. Load the page again; your recording is safe.",
  },
  next: "Next round",
  finish: "Finish",
  skip: "Skip",
  redoMicrophone: "Go on",
  unsaved: {
    full: "The disk is full: this take could not be kept. Save it as a file now, then make room under Takes.",
    other: "This take could not be kept in the browser. Save it as a file now.",
  },
  saveFile: "Save as a file",
  nothing: "Nothing was recorded in this round.",
  advice: "If it happens again",
  struck: (count: number) => (count === 1 ? "Happened once" : `Happened ${count} times`),
  gaps: (count: number, length: string) =>
    count === 1
      ? `The machine missed ${length} of sound at one point; it is silent there.`
      : `The machine missed ${length} of sound at ${count} points; it is silent there.`,
  finished: "That was it.",
  finishedWhy: "Three rounds without a script. The next ones come easier.",
  finishedOne: "A round without a script. The next one comes easier.",
  left: "Stopped.",
  leftKept: "What you said is kept.",
  leftEmpty: "Nothing was recorded.",
  people: "The rest is learnt among people: call somebody, walk up to somebody, this weekend.",
  yours: "Your takes of today’s drill",
  oneMore: "One more drill",
  home: "Done for today",
};

/** What a crash left. */
export const recovered = {
  back: (count: number) =>
    count === 1
      ? "Offscript was closed while you were speaking. What you had said is back:"
      : `Offscript was closed while you were speaking. ${count} takes are back:`,
  stuck: (count: number) =>
    count === 1
      ? "One unfinished recording could not be made whole. Its pieces are kept."
      : `${count} unfinished recordings could not be made whole. Their pieces are kept.`,
  label: "Recovered",
};

/** The list of takes, and one of them. */
export const takes = {
  heading: "Takes",
  none: "Nothing recorded yet.",
  noneTodo: "Your first take is one button away.",
  count: (count: number) => (count === 1 ? "1 take" : `${count} takes`),
  length: "Length",
  rated: (mean: string) => `Rated ${mean}`,
  unrated: "Not rated",
  calm: "No cues",
  delete: "Delete",
  deleted: (title: string) => `Deleted: ${title}`,
  undo: "Undo",
  gone: "This take is not here.",
  goneWhy: "It was deleted, or the address is not complete.",
  back: "All takes",
  unreadable: (count: number) =>
    count === 1
      ? "One record cannot be read. It is kept aside, nothing was deleted."
      : `${count} records cannot be read. They are kept aside, nothing was deleted.`,
  cutShort: "Ended early",
  facts: "About this recording",
  seed: "Seed",
  sameAgain: "Same drill again",
  pressure: "Pressure",
  microphone: "Microphone",
  echo: "Echo cancellation",
  on: "on",
  off: "off",
  unknown: "unknown",
  loadFailed: "The list cannot be read just now.",
};
