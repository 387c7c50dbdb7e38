import RecordRTC from "recordrtc";
import { once } from "../lib/once.ts";
import { ms } from "../lib/units.ts";
import type { Recording, RecordingEvents } from "./recorder.ts";

/** A second: shorter slices give empty blobs on Safari, longer ones lose more in a crash. */
const SLICE = 1_000;
const BITS_PER_SECOND = 64_000;
/** A native recorder that never says it stopped is given up on after this; its chunks are all there by then. */
const STOP_PATIENCE = 3_000;

/**
 * Records a stream with RecordRTC, one instance a take, never started twice (it would go on delivering for ever).
 *
 * RecordRTC wraps the browser's recorder but hides two things we need: when the first sample is in, and that it
 * broke. Both are heard on the native recorder inside.
 */
export function recordStream(stream: MediaStream, type: string, events: RecordingEvents): Recording {
  let state: "recording" | "broken" | "stopping" = "recording";
  let handedOver: Promise<void> = Promise.resolve();
  let recordedType = type;

  const recorder = new RecordRTC(stream, {
    type: "audio",
    mimeType: type as "audio/webm", // the typings list no codecs
    recorderType: RecordRTC.MediaStreamRecorder,
    timeSlice: SLICE,
    audioBitsPerSecond: BITS_PER_SECOND,
    disableLogs: true,
    getNativeBlob: true,
    ondataavailable: (blob: Blob) => {
      if (state === "broken") return; // after an error RecordRTC restarts by itself: a second header would spoil the take
      const arrivedAt = ms(performance.now());
      if (blob.type) recordedType = blob.type; // Firefox records Ogg whatever is asked for
      handedOver = handedOver.then(async () => events.chunk({ bytes: await blob.arrayBuffer(), arrivedAt }));
    },
  } as RecordRTC.Options);
  recorder.startRecording();
  const native = nativeRecorder(recorder);
  native.addEventListener("start", () => events.started(ms(performance.now())), { once: true });
  native.addEventListener("error", () => {
    if (state !== "recording") return;
    state = "broken";
    events.failed("recorder");
  });
  // What has not been sliced yet is handed over before the page may be frozen or thrown away.
  const flush = () => {
    if (state === "recording" && native.state === "recording") native.requestData();
  };
  document.addEventListener("visibilitychange", flush);
  window.addEventListener("pagehide", flush);

  const stop = async (): Promise<void> => {
    state = state === "broken" ? "broken" : "stopping";
    document.removeEventListener("visibilitychange", flush);
    window.removeEventListener("pagehide", flush);
    // RecordRTC calls back 100 ms after stop, come what may; only the native event says the last chunk is out.
    const stopped = native.state === "inactive" ? Promise.resolve() : once(native, "stop", STOP_PATIENCE);
    await new Promise<void>((resolve) => {
      const finished = (url: string) => {
        if (url) URL.revokeObjectURL(url); // RecordRTC makes one we never asked for
        resolve();
      };
      recorder.stopRecording(finished as () => void);
    });
    await stopped;
    await handedOver;
  };
  let stopping: Promise<void> | undefined;
  return {
    flush,
    release: () => recorder.destroy(),
    held: () => Promise.all(heldBlobs(recorder).map((blob) => blob.arrayBuffer())),
    get type() {
      return recordedType;
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** What RecordRTC wraps around the browser's recorder; not in its typings. */
type Inner = { getInternalRecorder(): MediaRecorder; getArrayOfBlobs(): Blob[] };

const innerOf = (recorder: RecordRTC): Inner => recorder.getInternalRecorder() as unknown as Inner;
const nativeRecorder = (recorder: RecordRTC): MediaRecorder => innerOf(recorder).getInternalRecorder();
const heldBlobs = (recorder: RecordRTC): readonly Blob[] => innerOf(recorder).getArrayOfBlobs();
