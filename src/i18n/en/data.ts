/** Where recordings are kept, how much room there is, and what to do with them. */
export const data = {
  heading: "Your recordings",
  where:
    "They are in this browser, on this machine, under this address. Nobody else has them, so nobody else can bring them back.",
  used: (size: string, takes: number): string =>
    takes === 1 ? `1 take uses ${size}.` : `${takes} takes use ${size}.`,
  left: (minutes: string) => `There is room for about ${minutes} min of speech.`,
  leftUnknown: "This browser does not say how much room is left.",
  tight: (minutes: string) =>
    `Only about ${minutes} min of speech still fit. Make room before your next drill.`,
  persistent: "The browser has promised not to clear them by itself.",
  notPersistent:
    "The browser may clear them when this machine runs out of room. Installing the app, or a bookmark, helps; a backup helps for certain.",
  askPersistent: "Ask the browser to keep them",
  suggest: "What could go first",
  because: {
    "backed-up": "is in your last backup",
    unrated: "was never rated",
    long: "is long",
  },
  backup: {
    heading: "Backup",
    why: "One zip file with everything, readable without Offscript.",
    make: "Back up now",
    restore: "Restore a backup",
    restoreWhy: "Adds what is missing. Nothing newer is overwritten; restoring twice does no harm.",
    last: (date: string) => `Last backup: ${date}.`,
    never: "There is no backup yet.",
    due: "Much has been added since the last backup. A minute now saves a year of work.",
    running: (done: number, of: number) => `${done} of ${of}…`,
    cancel: "Cancel",
    made: (takes: number): string => (takes === 1 ? "Backed up: 1 take." : `Backed up: ${takes} takes.`),
    cancelled: "Cancelled. Nothing was changed.",
    restored: (added: number, updated: number, same: number) =>
      `Restored: ${added} added, ${updated} brought up to date, ${same} were there already.`,
    restoredDecks: (decks: number): string =>
      decks === 1 ? "And 1 deck of titles." : `And ${decks} decks of titles.`,
    skipped: "Not restored:",
    problems: {
      "not-a-zip": "This is not a zip file. Nothing was changed.",
      "cut-off": "This file is cut off: a copy or a download broke. Fetch it once more. Nothing was changed.",
      "not-a-backup": "This zip holds no Offscript backup. Nothing was changed.",
      newer:
        "This backup was made by a newer Offscript. Load the newest version and try again. Nothing was changed.",
      damaged: "This file is damaged.",
      "hostile-names":
        "This zip holds file names that a backup never has. It was not opened. Nothing was changed.",
      encrypted:
        "This zip is encrypted. Unpack it, pack it again without a password, and try again. Nothing was changed.",
      bomb: "This zip would unpack to far more than a backup holds. It was not opened. Nothing was changed.",
      "file-gone":
        "The file can no longer be read. What was done until then is whole; try again when it is back.",
      storage: "The storage of this browser failed. Is there room? What was done until then is whole.",
      "cannot-write": "The backup could not be written there. Is there room?",
      missing: "is named in the backup and is not in it.",
      checksum: "is not the sound that was recorded.",
      unsupported: "is packed in a way this browser cannot unpack.",
      unreadable: "cannot be read.",
      "newer-record": "was made by a newer Offscript.",
      "too-large": "is bigger than such a file ever is.",
      unknown: "is not known to this version.",
    },
    folder: "Back up by itself",
    folderWhy:
      "Choose a folder, in your cloud drive if you like: after each drill the backup there is renewed.",
    folderChoose: "Choose a folder",
    folderIs: (name: string) => `Backing up to “${name}” after each drill.`,
    folderAsk: (name: string) => `The browser wants to be asked again before it writes to “${name}”.`,
    folderAllow: "Allow",
    folderStop: "Stop",
  },
  inspect: {
    heading: "Check",
    why: "Compares every recording with its checksum, and looks for pieces without an owner.",
    start: "Check all recordings",
    running: (done: number, of: number) => `${done} of ${of}…`,
    fine: (count: number): string =>
      count === 1 ? "1 take checked: whole." : `${count} takes checked: all whole.`,
    found: (count: number): string =>
      count === 1 ? "One thing is not as it should be:" : `${count} things are not as they should be:`,
    problems: {
      damaged: "The recording is damaged: it is not the sound that was recorded.",
      gone: "The recording is damaged and cannot be read at all.",
      "no-audio": "The recording is gone; title, cues and ratings are there.",
      "no-record": "A recording without a record: nobody knows what it was.",
      unreadable: (why: string) => `The record cannot be read (${why}).`,
      pieces: "Pieces of a recording that was never finished.",
    },
    save: "Save what is there",
    erase: "Erase",
  },
  erase: {
    heading: "Erase",
    why: "Takes, ratings and settings, all of it, for good. A backup you made stays where it is.",
    takes: "Erase all takes",
    all: "Erase everything",
    sure: (count: number): string =>
      count === 1
        ? "Really erase 1 take? This cannot be undone."
        : `Really erase ${count} takes? This cannot be undone.`,
    sureAll: "Really erase everything Offscript has stored in this browser? This cannot be undone.",
    yes: "Erase for good",
    no: "Keep",
    failed: "Not everything could be erased. Close other Offscript tabs and try again.",
  },
};
