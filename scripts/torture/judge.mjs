import { during, MOST_LOST } from "./options.mjs";
import { readTake } from "./world.mjs";

/**
 * @import { Take } from "../../src/store/take.ts"
 * @import { Fate, Found, Row, Sound } from "./types.mjs"
 */

/** A cue is seen a frame after its stamp, and a busy machine may take its time for a frame. In seconds. */
const CUE_TOLERANCE = 0.5;
/** How far a decoded recording may be from the length that is stored. In seconds. */
const LENGTH_TOLERANCE = 0.1;

/**
 * Compares what is there with what must be.
 * @param {number} run
 * @param {Fate} fate
 * @param {Map<string, Take>} shelf what was there before, by its id
 * @param {Found} found
 * @returns {Row}
 */
export function judge(run, fate, shelf, found) {
  const { take } = fate;
  /** @type {Map<string, Take>} */
  const records = new Map();
  const audio = new Map(found.audio);
  const peaks = new Map(found.peaks);
  /** @type {Row} */
  const row = {
    ...{ run, killed: fate.killed, said: null, back: null, lost: null, missing: false, unreadable: 0 },
    ...{ cues: "", older: 0, faults: [], came: "" },
  };
  const { faults } = row;
  for (const [id, record] of found.takes) {
    const read = readTake(record);
    if ("take" in read) {
      records.set(id, read.take);
      continue;
    }
    row.unreadable++;
    faults.push(`record ${id} unreadable: ${read.problem}`);
  }
  for (const [id, old] of shelf) {
    const touched = fate.touched.get(id);
    const record = records.get(id);
    const traces = [record, audio.get(id), peaks.get(id)].filter(Boolean);
    const mayGo = touched === "may be gone" || old.binned !== null;
    if (traces.length === 0 && mayGo) continue;
    if (!record) {
      row.missing = true;
      faults.push(`older take ${id} is gone`);
    } else if (audio.get(id)?.sha256 !== old.audio.sha256) faults.push(`older take ${id} is damaged`);
    else if (fingerprint(record, touched !== undefined) !== fingerprint(old, touched !== undefined))
      faults.push(`the record of older take ${id} has changed`);
    else if (traces.length < 3) faults.push(`older take ${id} is half there`);
    else row.older++;
  }
  const ids = (/** @type {[string, unknown][]} */ entries) => entries.map(([id]) => id).join();
  if (ids(found.takes) !== ids(found.audio) || ids(found.takes) !== ids(found.peaks))
    faults.push("records, sound and waveforms do not belong together");
  if (found.drafts.length > 0) faults.push(`${found.drafts.length} drafts left behind`);
  if (found.chunks.length > 0) faults.push(`${found.chunks.length} chunks left behind`);

  for (const [id, sha256] of fate.coming ?? []) {
    if (records.has(id) && audio.get(id)?.sha256 !== sha256) faults.push(`restored take ${id} is damaged`);
  }
  const fresh = found.takes.filter(([id]) => !shelf.has(id) && !fate.coming?.has(id));
  if (!take) {
    if (fresh.length > 0) faults.push(`${fresh.length} takes from nowhere`);
    return row;
  }
  row.said = (take.ended - take.began) / 1000;
  const back = records.get(fresh[0]?.[0] ?? "");
  row.back = back?.length ?? 0;
  row.lost = Math.max(0, row.said - row.back);
  if (fresh.length > 1) faults.push(`back ${fresh.length} times`);
  if (!back) {
    row.missing = row.said >= MOST_LOST;
    if (row.missing) faults.push("take not found");
    else row.came = "nothing said yet";
    return row;
  }
  row.came = back.recovered ? "recovered" : "finished";
  if (row.lost > MOST_LOST) faults.push(`${row.lost.toFixed(2)} s lost: ${take.trail}`);
  if (row.back > row.said + LENGTH_TOLERANCE * 5) faults.push("longer than what was said");
  if (back.title.text !== take.title) faults.push(`title is "${back.title.text}", not "${take.title}"`);
  if (during === "speaking" && !back.recovered) faults.push("not said to be recovered");
  judgeSound(back, audio.get(back.id), peaks.get(back.id), faults);
  const stamped = take.cues.filter(({ text, at }, index) => {
    const cue = back.cues[index];
    const place = Math.min(back.length, (at - take.began) / 1000);
    return cue?.kind === text && Math.abs(cue.at - place) < CUE_TOLERANCE;
  });
  row.cues = `${stamped.length}/${take.cues.length}`;
  if (stamped.length < take.cues.length) {
    const [had, saw] = [
      back.cues.map(({ kind, at }) => [kind, at]),
      take.cues.map(({ text, at }) => [text, at]),
    ];
    faults.push(`cues ${JSON.stringify(had)}, seen ${JSON.stringify(saw)} from ${take.began}`);
  }
  return row;
}

/**
 * @param {Take} take
 * @param {Sound | undefined} sound
 * @param {{ count: number, least: number, most: number } | undefined} peaks
 * @param {string[]} faults
 */
function judgeSound({ length, audio }, sound, peaks, faults) {
  if (sound?.sha256 !== audio.sha256) faults.push("checksum wrong");
  if (sound?.decoded == null) faults.push("does not decode");
  else if (Math.abs(sound.decoded - length) > LENGTH_TOLERANCE)
    faults.push(`decodes to ${sound.decoded.toFixed(2)} s, not ${length.toFixed(2)} s`);
  if (sound?.seeked == null || Math.abs(sound.seeked - length / 2) > LENGTH_TOLERANCE)
    faults.push("not seekable");
  if (!peaks || Math.abs(peaks.count - length * 50) > 5) faults.push("waveform of another length");
  else if (peaks.most < 0.02 || peaks.least > peaks.most * 0.75) faults.push("waveform flat");
}

/**
 * A record as a text that can be compared; where its user was just deleting it, without what a deletion changes.
 * @param {Take} take
 * @param {boolean} deleting
 */
const fingerprint = (take, deleting) =>
  JSON.stringify(deleting ? { ...take, binned: null, changed: 0 } : take);
