/**
 * How fast a take is measured, in Node on one core, and beside it in the same run what one would take instead for a
 * part of it. Silero is not a dependency, it weighs 400 MB: install it anywhere and name the folder,
 *
 *     npm install --prefix ~/peers onnxruntime-node @ricky0123/vad-web
 *     PEERS=~/peers npm run bench -- measure
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

const RATE = 16_000;
const MINUTE = 60 * RATE;

/**
 * @param {Float32Array} sound
 * @param {number} length in samples
 */
function repeated(sound, length) {
  const out = new Float32Array(length);
  for (let at = 0; at < length; at += sound.length) out.set(sound.subarray(0, length - at), at);
  return out;
}

/** @typedef {{ wall: number, cpu: number }} Took milliseconds: by the clock, and of work; they differ on a busy machine */

/**
 * @param {string} name
 * @param {number} seconds of sound
 * @param {Took} took
 * @param {string} [note]
 */
function report(name, seconds, { wall, cpu }, note = "") {
  const times = (/** @type {number} */ took) => ((seconds * 1000) / took).toFixed(0).padStart(5);
  console.log(
    `  ${name.padEnd(46)}${wall.toFixed(0).padStart(7)} ms, ${times(wall)} x real time;${times(cpu)} x by work done${note}`,
  );
}

/**
 * @param {() => unknown} work
 * @returns {Promise<Took>}
 */
async function timed(work) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

/**
 * The best of three: the machine may be busy with something else.
 * @param {() => unknown} work
 * @returns {Promise<Took>}
 */
async function best(work) {
  const took = [];
  for (let run = 0; run < 3; run++) took.push(await timed(work));
  return { wall: Math.min(...took.map(({ wall }) => wall)), cpu: Math.min(...took.map(({ cpu }) => cpu)) };
}

/** @param {import("vite").ViteDevServer} vite */
export async function benchMeasure(vite) {
  const { speech, wavFile } = await vite.ssrLoadModule("/tests/support/speech.ts");
  const { measure } = await vite.ssrLoadModule("/src/measure/measure.ts");
  const { Session } = await vite.ssrLoadModule("/src/measure/session.ts");
  const { VoiceDetector } = await vite.ssrLoadModule("/src/measure/voice.ts");
  const sound = (await speech("c-zh-resume-30")).samples;
  const minute = repeated(sound, MINUTE);
  measure(minute, RATE); // warm

  console.log(
    "The whole analysis: speech, pauses, pace, pitch, hesitations; sound at 16 kHz in stretches of 30 s:",
  );
  for (const minutes of [1, 10, 60]) {
    globalThis.gc?.();
    const before = process.memoryUsage();
    let most = 0;
    const took = await (minutes === 60 ? timed : best)(() => {
      const session = new Session();
      for (let start = 0; start < minutes * 60; start += 30) {
        const samples = repeated(sound, Math.min(MINUTE / 2, minutes * MINUTE - start * RATE));
        session.hear({ start, samples, sampleRate: RATE });
        most = Math.max(most, process.memoryUsage().arrayBuffers);
      }
      session.finish({});
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    });
    report(
      `${minutes} min`,
      minutes * 60,
      took,
      `, ${((most - before.arrayBuffers) / 2 ** 20).toFixed(0)} MB at most`,
    );
  }
  const at48 = (await vite.ssrLoadModule("/src/measure/resample.ts")).resample(minute, RATE, 48_000);
  report("1 min of 48 kHz", 60, await best(() => measure(at48, 48_000)));
  const live = await best(() => {
    const detector = new VoiceDetector();
    for (let at = 0; at + 960 <= at48.length; at += 960) detector.push(at48.subarray(at, at + 960), 48_000);
  });
  report(
    "live, 1 min of 48 kHz in blocks of 20 ms",
    60,
    live,
    `, ${(live.cpu / 600).toFixed(2)} % of a core`,
  );

  console.log("What one would take instead, each for a part of it, 1 min:");
  await benchPitchy(minute);
  await benchMeyda(minute);
  await benchSilero(minute);
  benchPraat(wavFile({ samples: minute, sampleRate: RATE }));
}

/** @param {Float32Array} minute */
async function benchPitchy(minute) {
  const { PitchDetector } = await import("pitchy");
  const detector = PitchDetector.forFloat32Array(1024);
  const took = await best(() => {
    for (let at = 0; at + 1024 <= minute.length; at += 160)
      detector.findPitch(minute.subarray(at, at + 1024), RATE);
  });
  report("pitchy: pitch, 100 a second", 60, took);
}

/** @param {Float32Array} minute */
async function benchMeyda(minute) {
  const { default: Meyda } = await import("meyda");
  Meyda.bufferSize = 512;
  Meyda.sampleRate = RATE;
  const took = await best(() => {
    for (let at = 0; at + 512 <= minute.length; at += 160)
      Meyda.extract(["rms", "spectralFlatness", "loudness"], minute.subarray(at, at + 512));
  });
  report("meyda: level, loudness, flatness, 100 a second", 60, took);
}

/** @param {Float32Array} minute */
async function benchSilero(minute) {
  const folder = process.env.PEERS;
  if (!folder) return console.log("  Silero: not installed (see the top of scripts/benchMeasure.mjs)");
  const dist = path.join(folder, "node_modules", "@ricky0123", "vad-web", "dist");
  const model = readdirSync(dist).find((file) => /^silero_vad_v\d+\.onnx$/.test(file));
  if (!model) return console.log(`  Silero: no model in ${dist}`);
  const ort = createRequire(path.join(folder, "package.json"))("onnxruntime-node");
  const session = await ort.InferenceSession.create(path.join(dist, model), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const sampleRate = new ort.Tensor("int64", BigInt64Array.of(BigInt(RATE)));
  const took = await best(async () => {
    let state = new ort.Tensor("float32", new Float32Array(256), [2, 1, 128]);
    for (let at = 0; at + 512 <= minute.length; at += 512) {
      const input = new ort.Tensor("float32", minute.slice(at, at + 512), [1, 512]);
      ({ stateN: state } = await session.run({ input, state, sr: sampleRate }));
    }
  });
  report(`Silero (${model}): speech alone, 31 a second`, 60, took);
}

const PRAAT = `form bench
  sentence file
endform
sound = Read from file: file$
To Pitch (ac): 0.01, 60, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 600
selectObject: sound
To Intensity: 50, 0.01, "yes"
`;

/** @param {Buffer} file a WAV of one minute */
function benchPraat(file) {
  if (!existsSync("/usr/bin/praat")) return console.log("  Praat: not installed");
  const folder = mkdtempSync(path.join(tmpdir(), "offscript-"));
  const [script, sound, none] = ["bench.praat", "minute.wav", "none.wav"].map((name) =>
    path.join(folder, name),
  );
  writeFileSync(/** @type {string} */ (script), PRAAT);
  writeFileSync(/** @type {string} */ (sound), file);
  const short = Buffer.from(file.subarray(0, 44 + RATE)); // half a second: what starting Praat takes
  short.writeUInt32LE(36 + RATE, 4);
  short.writeUInt32LE(RATE, 40);
  writeFileSync(/** @type {string} */ (none), short);
  const run = (/** @type {string | undefined} */ what) => {
    const start = performance.now();
    const { status, stderr } = spawnSync("praat", ["--run", String(script), String(what)], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`Praat: ${stderr}`);
    return performance.now() - start;
  };
  const wall = Math.max(1, run(sound) - run(none));
  report("Praat: pitch in one pass, and intensity", 60, { wall, cpu: wall });
  rmSync(folder, { recursive: true });
}
