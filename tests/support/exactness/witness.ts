/** A stretch of raw sound from the microphone; `at` is the moment of its first sample on the page's clock, in milliseconds. */
type Piece = Readonly<{ at: number; samples: Float32Array; sampleRate: number }>;

/** Mono sound around a moment of the page's clock; `start` is the moment of its first sample, in milliseconds. */
/* `spread`: how far the capture's own moments disagree around there, in milliseconds; large where it dropped samples. */
export type Around = (
  moment: number,
  span: number,
) => Readonly<{ start: number; samples: Float32Array; sampleRate: number; spread: number }>;

/* Chromium hands out a track's samples with the moment they were captured; TypeScript does not know it yet. */
declare const MediaStreamTrackProcessor: new (
  options: Readonly<{ track: MediaStreamTrack }>,
) => Readonly<{ readable: ReadableStream<AudioData> }>;

/**
 * Listens to whatever microphone is opened, past the app and its recorder: what was captured when. The moments come from
 * the capture itself and not from when somebody got round to looking.
 */
export function listen(): Readonly<{ soundAround: Around }> {
  const pieces: Piece[] = [];
  const { mediaDevices } = navigator;
  const original = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await original(constraints);
    const track = stream.getAudioTracks()[0]?.clone();
    if (track) void read(track);
    return stream;
  };

  async function read(track: MediaStreamTrack): Promise<void> {
    const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const samples = new Float32Array(value.numberOfFrames);
      value.copyTo(samples, { planeIndex: 0, format: "f32-planar" });
      pieces.push({ at: value.timestamp / 1000, samples, sampleRate: value.sampleRate });
      value.close();
    }
  }

  return {
    soundAround: (moment, span) => {
      const sampleRate = pieces[0]?.sampleRate ?? 48_000;
      const first = Math.max(
        0,
        pieces.findLastIndex(({ at }) => at <= moment - span / 2),
      );
      // The stamps of single pieces jitter; those around the moment agree on where their samples lie.
      const around = pieces.slice(Math.max(0, first - 20), first + 40);
      let before = 0;
      const starts = around.map(({ at, samples }) => {
        const start = at - (before / sampleRate) * 1000;
        before += samples.length;
        return start;
      });
      const start = starts.toSorted((a, b) => a - b)[starts.length >> 1] ?? 0;
      const joined = new Float32Array(before);
      let filled = 0;
      for (const { samples } of around) {
        joined.set(samples, filled);
        filled += samples.length;
      }
      const from = Math.max(0, Math.round(((moment - span / 2 - start) / 1000) * sampleRate));
      const count = Math.round((span / 1000) * sampleRate);
      const spread = Math.max(...starts) - Math.min(...starts);
      const samples = joined.slice(from, from + count);
      return { start: start + (from / sampleRate) * 1000, samples, sampleRate, spread };
    },
  };
}
