/** How samples may be stored in a WAV file. */
export type Stored = "pcm8" | "pcm16" | "pcm24" | "pcm32" | "float32" | "float64";

type Options = Readonly<{
  format?: Stored;
  sampleRate?: number;
  /** Bytes of a chunk that nobody knows, before the sound. */
  junk?: number;
  extensible?: boolean;
  /** Lies in the header, to be found out. */
  tag?: number;
  bits?: number;
  channels?: number;
}>;

/** A WAV file of some channels, each a list of samples in [-1, 1]. */
export function wav(
  sound: readonly ArrayLike<number>[],
  { format = "pcm16", sampleRate = 16_000, junk = 0, extensible = false, ...lies }: Options = {},
): Uint8Array {
  const bits = Number(format.replace(/\D/g, ""));
  const tag = format.startsWith("float") ? 3 : 1;
  const length = sound[0]?.length ?? 0;
  const block = (sound.length * bits) / 8;
  const head = extensible ? 40 : 16;
  const extra = junk > 0 ? 8 + junk + (junk % 2) : 0;
  const bytes = new Uint8Array(12 + 8 + head + extra + 8 + length * block);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const word = (text: string) => {
    for (const letter of text) view.setUint8(at++, letter.charCodeAt(0));
  };
  const number = (value: number, size: 2 | 4) => {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  };
  word("RIFF");
  number(bytes.length - 8, 4);
  word("WAVEfmt ");
  number(head, 4);
  number(lies.tag ?? (extensible ? 0xfffe : tag), 2);
  number(lies.channels ?? sound.length, 2);
  number(sampleRate, 4);
  number(sampleRate * block, 4);
  number(block, 2);
  number(lies.bits ?? bits, 2);
  if (extensible) {
    number(22, 2);
    number(bits, 2);
    number(0, 4);
    number(tag, 2); // the first bytes of the sub-format tell what it is
    at += 14;
  }
  if (junk > 0) {
    word("junk");
    number(junk, 4);
    at += junk + (junk % 2);
  }
  word("data");
  number(length * block, 4);
  for (let index = 0; index < length; index++)
    for (const channel of sound) at = put(view, at, channel[index] ?? 0, format);
  return bytes;
}

/** Stores one sample; returns where the next one goes. */
function put(view: DataView, at: number, sample: number, format: Stored): number {
  const whole = (steps: number) => Math.max(-steps, Math.min(steps - 1, Math.round(sample * steps)));
  switch (format) {
    case "pcm8":
      view.setUint8(at, whole(128) + 128);
      return at + 1;
    case "pcm16":
      view.setInt16(at, whole(2 ** 15), true);
      return at + 2;
    case "pcm24":
      view.setUint16(at, whole(2 ** 23) & 0xffff, true);
      view.setInt8(at + 2, whole(2 ** 23) >> 16);
      return at + 3;
    case "pcm32":
      view.setInt32(at, whole(2 ** 31), true);
      return at + 4;
    case "float32":
      view.setFloat32(at, sample, true);
      return at + 4;
    case "float64":
      view.setFloat64(at, sample, true);
      return at + 8;
  }
}
