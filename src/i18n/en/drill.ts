/** The drill: the room. */
export const drill = {
  round: (round: number, of: number) => `Round ${round} of ${of}`,
  calm: "Calm: nobody cuts in.",
  pressure: (level: number) => `Pressure ${level} of 5: a client reacts.`,
  times: (prepare: string, speak: string) => `${prepare} to think, ${speak} to speak`,
  timesNow: (speak: string) => `No time to think, ${speak} to speak`,
  begin: "Turn over the title",
  again: "Try again",
  key: { space: "Space", escape: "Esc" },
  leave: "Stop",
  explain: {
    heading: "From now on a client sits across the table",
    why: "They may be rude, and it is on purpose: out there it happens without warning, in here it can be practised. Nothing is scored while you speak.",
    whatToDo: "Whatever happens: breathe out, finish your thought, go on.",
    switchOff: "Switch off what you do not want to meet:",
    stop: "Escape stops everything, at once.",
  },
  microphone: "Waiting for your microphone. Your browser is asking whether Offscript may listen.",
  ready: "Get ready…",
  think: "Think",
  startNow: "Start now",
  redeal: "Another title",
  outline: {
    heading: "Your outline",
    write: (count: number) =>
      count === 1 ? "One bullet, if you like." : `Up to ${count} bullets, a few words each.`,
    bullet: (number: number) => `Bullet ${number}`,
  },
  titleChanged: "The title changes. Bridge over.",
  speakUp: "Say something: the bar should move.",
  level: "Microphone level",
  recording: "Recording",
  done: "Done",
  timeLeft: "Time left",
  overtime: "Overtime",
  lights: { none: "", green: "A third left", amber: "Come to the close", red: "Time" },
  breathe: "Breathe out",
  client: "The client",
  clientSays: (line: string) => `The client: ${line}`,
  cutsIn: "The client cuts in.",
  listening: (face: string) => `The client ${face}`,
  faces: {
    neutral: "listens",
    engaged: "is all ears",
    "cutting-in": "is cutting in",
    "cold-stare": "stares at you",
    "wrong-face": "pulls a face",
    waiting: "waits",
    "won-back": "is with you again",
    amused: "is amused",
    sceptical: "doubts it",
    frown: "frowns",
    bored: "is bored",
    "glance-at-watch": "glances at the watch",
    "look-at-phone": "looks at the phone",
    "whisper-aside": "whispers to a colleague",
  },
  warning: "Something is about to happen.",
  clockShortened: (left: string) => `Less time: ${left} left`,
  sayAgain: (left: string) => `Say it again: ${left}`,
  fromTheTop: "Say it again",
  closing: "Say nothing. The recording goes on.",
  input: {
    dead: "We hear nothing. Is the microphone plugged in and switched on? The recording goes on.",
    muted:
      "The system has muted the microphone: a call, or a key. Switch it on again; the recording goes on.",
  },
  storageFailed: {
    full: "The disk is full: this take is only in memory now. Finish it, then make room under Takes.",
    other: "This take cannot be written to disk: it is only in memory now. Finish it and save it as a file.",
  },
  finishing: "Making your recording whole…",
  leaveWarning: "You are being recorded.",
  linkProblem: (parameter: string, value: string, expected: string) =>
    `This link says ${parameter}=${value}; it has to be ${expected}. The usual value is used instead.`,
  range: (least: number, most: number) => `a whole number from ${least} to ${most}`,
  twoForEachRound: "two titles for each round",
  oneOf: (words: string) => `one of ${words}`,
  noTitles: "This link names titles that are not here: they may be somebody’s own. Others are dealt instead.",
  noDeck: (ids: string) => `This link names titles that are not here: ${ids}. Others are dealt instead.`,
};

/** The outline left to the speaker. */
export const support = {
  label: "Outline",
  names: {
    five: "five bullets",
    three: "three bullets",
    one: "one bullet",
    title: "title only",
    turn: "title only, and it changes half-way",
    climb: "fades by itself as I get better",
  },
};

/** The user's trade. */
export const trade = { label: "My trade", any: "any" };

/** Why there is no sound: what happened, and what to do. */
export const failures = {
  denied: {
    what: "The microphone is blocked for this page.",
    todo: "Click the lock or microphone sign in the address bar, allow the microphone, then try again.",
  },
  "no-device": {
    what: "There is no microphone.",
    todo: "Plug one in, or switch it on in the system’s sound settings, then try again.",
  },
  unsupported: {
    what: "This browser cannot record here.",
    todo: "Open Offscript over https or on localhost, in a current Chrome, Edge, Firefox or Safari.",
  },
  busy: {
    what: "Another program is using the microphone.",
    todo: "Close the call or recorder that holds it, then try again.",
  },
  lost: {
    what: "The microphone went away.",
    todo: "What you said until then is kept. Plug it in again and go on with the next round.",
  },
  silent: {
    what: "Nothing could be recorded.",
    todo: "The microphone delivered no sound. Check it in the system’s sound settings, then try again.",
  },
  recorder: {
    what: "The browser’s recorder broke off.",
    todo: "What you said until then is kept. Go on with the next round, or load the page again.",
  },
  storage: {
    what: "What you say cannot be written down.",
    todo: "Make room on this machine, then try again.",
  },
};

/** Each cue kind: its name, what it is, and what to do when it happens. */
export const cues = {
  "cut-in": {
    name: "Cut-in",
    explain: "The client interrupts in the middle of your sentence.",
    advice:
      "If I am cut off, then I let them finish, answer in one sentence, and take up my last word again.",
  },
  "cold-stare": {
    name: "Cold stare",
    explain: "Two eyes look at you and do not blink.",
    advice: "If I am stared at, then I look back, slow down, and finish my thought.",
  },
  "wrong-face": {
    name: "Wrong face",
    explain: "The face across the table goes wrong, and nobody says why.",
    advice: "If a face goes wrong, then I go on for one more sentence before I ask what bothers them.",
  },
  blank: {
    name: "Blank",
    explain: "Title and clock disappear; for a moment there is only the client, waiting.",
    advice: "If my mind goes blank, then I breathe out, say my last point again, and ask them a question.",
  },
  "time-cut": {
    name: "Time cut",
    explain: "The client has to leave early, and your clock really shrinks.",
    advice:
      "If my time is cut, then I drop the middle, say the one thing that matters, and ask for the next step.",
  },
  latecomer: {
    name: "Latecomer",
    explain: "The boss walks in: say it again, in twenty seconds. Your clock waits.",
    advice:
      "If somebody comes in late, then I start from the result, give one reason, and say what I need from them.",
  },
  whisper: {
    name: "Whisper",
    explain: "Two of them begin to talk to each other while you speak.",
    advice: "If they whisper, then I finish my sentence, stop for a breath, and ask what they make of it.",
  },
  "off-topic": {
    name: "Off topic",
    explain: "The client asks about something else altogether.",
    advice: "If they change the subject, then I answer in one sentence and bridge back: “and that is why…”.",
  },
  price: {
    name: "Price",
    explain: "The client wants the price, now, before you have shown what it is worth.",
    advice:
      "If I am pressed for the price, then I give a range in one breath, say what it depends on, and go on.",
  },
  silence: {
    name: "Silence",
    explain:
      "You are done, and the client says nothing at all. The recording goes on until they have had enough.",
    advice:
      "If they say nothing after my close, then I count to five, keep looking at them, and let them speak first.",
  },
};
