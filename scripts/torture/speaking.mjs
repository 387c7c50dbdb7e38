import { setTimeout as wait } from "node:timers/promises";
import { begin, pressSpace } from "./drill.mjs";
import { kill } from "./life.mjs";
import { during, within } from "./options.mjs";
import { chance } from "./world.mjs";

/** @import { Fate, Life, Sight } from "./types.mjs" */

/** Cues that struck in the last second may be lost with it. In milliseconds. */
const CUE_SETTLES = 1_000;

/**
 * Killed while somebody speaks, or while what was said is made whole.
 * @param {Life} life
 * @param {number} run
 * @returns {Promise<Fate>}
 */
export async function killWhileSpeaking(life, run) {
  const { recording, go } = await begin(life, run);
  let killedAt = 0;
  let killed = "";
  if (during === "speaking") {
    const after = 200 + chance(run, "kill") * (within * 1_000 - 200);
    killedAt = await kill(life, go.at + after);
    killed = `${((killedAt - go.at) / 1000).toFixed(2)} s after go`;
  } else {
    await wait(1_500 + chance(run, "done") * 8_000);
    const doneAt = await pressSpace(life);
    killedAt = await kill(life, doneAt + chance(run, "kill") * 1_500);
    killed = `${killedAt - doneAt} ms after Done`;
  }
  const ended = life.seen.find(({ what }) => what === "stopped")?.at ?? killedAt;
  const cues = life.seen.filter(({ what, at }) => what === "cue" && at < killedAt - CUE_SETTLES);
  const last = (/** @type {Sight} */ sort) => {
    const seen = life.seen.filter(({ what }) => what === sort).at(-1);
    return seen ? `at ${((seen.at - recording.at) / 1000).toFixed(2)} s` : "never";
  };
  const trail = `the last piece was handed over ${last("piece")}, one was on disk ${last("stored")}`;
  return { killed, take: { title: go.text, began: recording.at, ended, cues, trail }, touched: new Map() };
}
