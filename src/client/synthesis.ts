import type { Stop } from "../lib/clock.ts";
import { Scope } from "../lib/scope.ts";
import type { Ms } from "../lib/units.ts";
import type { Language } from "../prompts/deck.ts";
import { chooseVoice } from "./chooseVoice.ts";
import type { Look } from "./look.ts";
import { gainOf } from "./sound.ts";

/** How somebody speaks, as factors of the voice's own. */
type VoiceHints = Look["voice"];

/** A voice of this machine. It is never waited for: where there is none, or it does not answer, the line is captioned. */
export interface Synthesis {
  /** The name of the voice, once there is one; null when there is none after 3 s. */
  readonly found: Promise<string | null>;
  /** Whether there is a voice that has not failed yet; false until one is found. */
  ready(): boolean;
  /**
   * Says a line; where it turns out that nothing is said after all, nothing has to be done.
   * @param loudness as the slider has it, 0 to 1
   * @param gone called, at most once, when nothing is said after all
   */
  say(text: string, loudness: number, hints: VoiceHints, gone?: () => void): void;
  silence(): void;
  close(): void;
}

/** A list of voices may come late, and may never come. */
const LIST_PATIENCE = 3_000 as Ms;
/** A voice that has not begun by then would speak into what comes next. */
const START_PATIENCE = 2_000 as Ms;

/**
 * Looks for a voice of the language, on this machine only. The browser's echo cancellation does not know this sound:
 * without headphones it is in the recording.
 * @see STACK.md, section 7, for what was measured
 */
export function openSynthesis(language: Language): Synthesis {
  const scope = new Scope();
  const engine = "speechSynthesis" in globalThis ? globalThis.speechSynthesis : undefined;
  let voice: SpeechSynthesisVoice | null = null;
  let failed = engine === undefined;
  let stopLine: Stop = () => undefined;

  const after = (patience: Ms, work: () => void): Stop => {
    const timer = setTimeout(work, patience);
    return () => clearTimeout(timer);
  };
  const found = new Promise<string | null>((tell) => {
    if (!engine) return tell(null);
    const look = () => {
      voice = chooseVoice(engine.getVoices(), language);
      if (voice) tell(voice.name);
    };
    look();
    scope.listen(engine, "voiceschanged", look);
    const stopWaiting = after(LIST_PATIENCE, () => {
      failed ||= voice === null;
      tell(voice?.name ?? null);
    });
    scope.own(stopWaiting, (stop) => stop());
  });
  const silence = () => {
    stopLine();
    engine?.cancel();
  };

  return {
    found,
    ready: () => !failed && voice !== null,
    say: (text, loudness, { pitch, rate }, gone) => {
      if (!engine || failed || voice === null) return gone?.();
      silence();
      const utterance = new SpeechSynthesisUtterance(text);
      Object.assign(utterance, { voice, lang: voice.lang, pitch, rate, volume: gainOf(loudness) });
      const giveUp = () => {
        stopLine();
        failed = true; // it is not tried again in this drill
        engine.cancel();
        gone?.();
      };
      const stopWaiting = after(START_PATIENCE, giveUp);
      utterance.onstart = stopWaiting;
      utterance.onerror = giveUp;
      stopLine = () => {
        stopWaiting();
        utterance.onstart = null;
        utterance.onerror = null; // a line that is cut off reports an error, too
      };
      engine.speak(utterance);
    },
    silence,
    close: () => {
      silence();
      scope.close();
    },
  };
}
