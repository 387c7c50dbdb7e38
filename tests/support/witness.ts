import type { BrowserContext } from "playwright-core";

/** What the page's witness holds: the browser's own objects, so that a test can do to them what a system does. */
export type Witness = {
  recorders: MediaRecorder[];
  streams: MediaStream[];
  contexts: AudioContext[];
};

declare global {
  interface Window {
    seen: Witness;
  }
}

/** Lets a test reach the recorder, the stream and the audio context of every page loaded from now on. */
export const addWitness = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    window.seen = { recorders: [], streams: [], contexts: [] };
    const { start } = MediaRecorder.prototype;
    MediaRecorder.prototype.start = function (slice) {
      window.seen.recorders.push(this);
      start.call(this, slice);
    };
    const { getUserMedia } = MediaDevices.prototype;
    MediaDevices.prototype.getUserMedia = async function (constraints) {
      const stream = await getUserMedia.call(this, constraints);
      window.seen.streams.push(stream);
      return stream;
    };
    const Original = AudioContext;
    window.AudioContext = class extends Original {
      constructor(options?: AudioContextOptions) {
        super(options);
        window.seen.contexts.push(this);
      }
    };
  });
