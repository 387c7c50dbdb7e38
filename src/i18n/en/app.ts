/** What stands around every screen. */
export const app = {
  name: "Offscript",
  nav: "Main",
  home: "Home",
  takes: "Takes",
  settings: "Settings",
  skip: "Skip to content",
  loading: "One moment…",
  language: "Language",
  notFound: "There is nothing at this address.",
  notFoundWhy: (path: string) => `“${path}” is not a page of Offscript. It may come with a newer version.`,
  toHome: "To the start page",
  broke: "Something went wrong on this page.",
  brokeWhat:
    "Nothing you recorded is lost. Load the page again; if it happens again, please report it with the words below.",
  reload: "Load again",
};

/** The start page. */
export const home = {
  tagline: "One title. No script. Open your mouth and go.",
  start: "Start today’s ten minutes",
  plan: "Three rounds: calm first, then a client who reacts.",
  microphone: "Your browser will ask for the microphone. What you say stays on this machine.",
  totalLabel: (count: number): string => (count === 1 ? "take recorded" : "takes recorded"),
  next: (round: string) => `Next round number: ${round}`,
  none: "Nobody learns this by reading. The first one is always clumsy; that is what it is for.",
  last: "Last time",
  again: "Hear it again",
  people: "And then go out and meet people, not a screen.",
  emptied:
    "The browser found its own storage damaged and emptied it: the takes that were kept here are gone. If you have a backup, restore it now.",
  storage: {
    unavailable:
      "This window cannot keep anything: it is private, or storage is switched off. You can practise, but takes will be gone when it closes.",
    outdated:
      "A newer Offscript has been open in this browser, and this page is still the old one. Load it again.",
    blocked: "Another tab with an older Offscript is open. Close it, then load this page again.",
    other:
      "The storage of this browser does not answer. You can practise, but takes will be gone when this tab closes.",
  },
};

/** Settings. */
export const settings = {
  heading: "Settings",
  language: "Language",
  languageHint: "Of the interface and of the titles.",
  fromBrowser: "As in the browser",
  headphones: "I wear headphones",
  headphonesHint:
    "Then nothing has to be filtered out, and the measures are more exact. Without them, echo cancellation stays on.",
  cues: "What may happen to you",
  cuesHint: "Switch off what you do not want to meet. One key, Escape, stops everything at any time.",
  pressure: "Pressure",
  pressureHint: "How often and how hard things happen. The first round stays calm in any case.",
  adapts: "Adapts to me, kind by kind: about seven of ten should go well",
  fixed: "Always the same",
  pressureOf: (level: number) => `${level} of 5`,
  softer: "Softer",
  softerHint:
    "No stare, no voice, a warning before anything happens, the lights come sooner, and no times are shown while you speak.",
  workingAt: (level: number, best: number) => `working at ${level}, best ${best}`,
  decks: "Titles are dealt from",
  decksHint: "Choose the ones from your trade; without a choice, all of them.",
  deckCount: (count: number) => (count === 1 ? "1 title" : `${count} titles`),
  saved: "Saved",
};
