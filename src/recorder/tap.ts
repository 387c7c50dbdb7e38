import { Scope } from "../lib/scope.ts";
import { type Ms, ms } from "../lib/units.ts";
import { ClockPair } from "./clockPair.ts";
import workletUrl from "./tap.worklet.ts?worker&url";

/** Hears what is being recorded, block by block. */
export interface Tap {
  /** `at` is the clock some milliseconds after the block's last sample, however late the block arrived. */
  onSamples(listener: (samples: Float32Array, sampleRate: number, at: Ms) => void): void;
  close(): void;
}

/** Taps a stream on the audio thread, beside the recorder and without touching what it records. */
export async function tapStream(stream: MediaStream): Promise<Tap> {
  const scope = new Scope();
  const context = scope.own(new AudioContext(), (owned) => void owned.close());
  await context.audioWorklet.addModule(workletUrl);
  const source = scope.own(context.createMediaStreamSource(stream), (owned) => owned.disconnect());
  // A node that leads nowhere may never be run: its (silent) output goes to the loudspeaker.
  const node = scope.own(new AudioWorkletNode(context, "tap", { channelCount: 1 }), (owned) =>
    owned.disconnect(),
  );
  source.connect(node).connect(context.destination);
  const listeners: Parameters<Tap["onSamples"]>[0][] = [];
  const clocks = new ClockPair();
  node.port.onmessage = ({ data }: MessageEvent<{ samples: Float32Array; endedAt: number }>) => {
    const at = clocks.place(ms(data.endedAt * 1000), ms(performance.now()));
    for (const listener of listeners) listener(data.samples, context.sampleRate, at);
  };
  // Phones suspend audio for a call; it is taken up again as soon as the system lets us.
  scope.listen(context, "statechange", () => {
    if (context.state === "suspended") void context.resume();
  });
  if (context.state === "suspended") void context.resume();
  return { onSamples: (listener) => void listeners.push(listener), close: () => scope.close() };
}
