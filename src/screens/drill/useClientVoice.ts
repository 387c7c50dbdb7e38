import { useEffect, useLayoutEffect, useRef } from "react";
import { lineKey } from "../../client/lineKey.ts";
import type { ClientSound } from "../../client/sound.ts";
import type { Synthesis } from "../../client/synthesis.ts";
import { clientOf } from "../../drill/cast.ts";
import { hasStruck, heardAt, voiceModeOf } from "../../drill/heard.ts";
import { kindsIn } from "../../drill/plan.ts";
import { stageOf } from "../../drill/stage.ts";
import { currentRound, type Drill } from "../../drill/state.ts";
import { type AppContext, useApp } from "../services.tsx";

type Open = Readonly<{ sound: ClientSound; synthesis: Synthesis | null }>;

/**
 * Lets the client be heard: the sound of a cue, and its line, the moment it strikes. Nothing in a drill waits for it;
 * whatever cannot be played is captioned all the same. When the round is over or left, everything is silent at once.
 */
export function useClientVoice(drill: Drill): void {
  const app = useApp();
  const latest = useRef(app);
  latest.current = app;
  const open = useRef<Open>(null);
  const { language, softer } = drill.plan;
  const busy = drill.phase === "preparing" || drill.phase === "speaking";
  const wanted = busy && kindsIn(currentRound(drill)).length > 0 && voiceModeOf(app.chosen, softer) !== "off";

  useEffect(() => {
    if (!wanted) return;
    const { sound, synthesis } = openVoice(latest.current, language);
    open.current = { sound, synthesis };
    return () => {
      open.current = null;
      synthesis?.close();
      sound.close();
    };
  }, [wanted, language]);

  const before = useRef(stageOf(drill, app.clock.now()));
  useLayoutEffect(() => {
    const { chosen, clock } = latest.current;
    const stage = stageOf(drill, clock.now());
    const struck = hasStruck(before.current, stage);
    before.current = stage;
    if (!struck || !open.current) return;
    const { sound, synthesis } = open.current;
    const heard = heardAt(stage, {
      mode: voiceModeOf(chosen, drill.plan.softer),
      recordingOf: (text) => {
        const key = lineKey(drill.plan.language, text);
        return sound.has(key) ? key : null;
      },
      synthesis: synthesis?.ready() ?? false,
    });
    if (!heard) return;
    sound.play(heard.parts);
    if (heard.say !== null)
      synthesis?.say(heard.say, chosen.loudness, clientOf(drill.plan, drill.round).voice);
  }, [drill]);
}

/** Opens what is wanted, and makes ready what has been recorded. */
function openVoice(
  { openSound, openSynthesis, voices, chosen }: AppContext,
  language: Drill["plan"]["language"],
): Open {
  const mode = voiceModeOf(chosen); // a softer drill does not come here
  const sound = openSound(chosen.loudness);
  const spoken = mode === "sounds" ? Promise.resolve(new Map()) : voices.list();
  void spoken
    .catch(() => new Map())
    .then((lines) => sound.prepare(new Map([...lines].filter(([, line]) => line.language === language))))
    .catch(() => undefined); // no sound on this machine: there are captions
  return { sound, synthesis: mode === "synthesis" ? openSynthesis(language) : null };
}
