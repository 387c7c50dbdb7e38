/** Mono sound in [-1, 1]. */
export type Sound = Readonly<{ samples: Float32Array; sampleRate: number }>;

/** A file that is no WAV we can read; the message says why, in words. */
export class WavError extends Error {
  override name = "WavError";
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
type Format = Readonly<{ tag: number; channels: number; sampleRate: number; bits: number; block: number }>;

/**
 * Reads a WAV file: PCM of 8, 16, 24 or 32 bits or float of 32 or 64, any rate, any number of channels, which are
 * averaged into one. A file that was cut off is read as far as it goes; so is one whose writer never filled in the
 * lengths.
 * @throws WavError
 * @see Multimedia Programming Interface and Data Specifications 1.0, RIFF/WAVE; WAVEFORMATEXTENSIBLE
 */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length === 0) throw new WavError("the file is empty");
  if (bytes.length < 12 || word(8) !== "WAVE" || !["RIFF", "RF64"].includes(word(0)))
    throw new WavError("not a WAV file: it does not begin with RIFF … WAVE");
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (word(at) === "fmt ") format = readFormat(view, start, size);
    if (word(at) === "data") {
      if (!format) throw new WavError("damaged: sound comes before its format");
      return decode(view, start, Math.min(size, bytes.length - start), format);
    }
    at = start + size + (size % 2);
  }
  throw new WavError(
    format ? "there is no sound in it: the data chunk is missing" : "damaged: the format is missing",
  );
}

function readFormat(view: DataView, at: number, size: number): Format {
  if (size < 16 || at + size > view.byteLength) throw new WavError("damaged: the format is cut off");
  const tag = view.getUint16(at, true);
  const format = {
    tag: tag === EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : tag,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    block: view.getUint16(at + 12, true),
    bits: view.getUint16(at + 14, true),
  };
  const { channels, sampleRate, bits, block } = format;
  const readable =
    (format.tag === PCM && [8, 16, 24, 32].includes(bits)) ||
    (format.tag === FLOAT && [32, 64].includes(bits));
  if (!readable)
    throw new WavError(
      `its sound is stored in a way that is not read here (format ${format.tag}, ${bits} bits)`,
    );
  if (channels < 1 || block !== (channels * bits) / 8)
    throw new WavError(`damaged: ${channels} channels in blocks of ${block} bytes`);
  if (sampleRate < 1_000 || sampleRate > 768_000)
    throw new WavError(`damaged: a sample rate of ${sampleRate} Hz`);
  return format;
}

function decode(view: DataView, start: number, length: number, format: Format): Sound {
  const { channels, block, bits, sampleRate } = format;
  const sample = reader(view, format);
  const samples = new Float32Array(Math.floor(length / block));
  for (let index = 0; index < samples.length; index++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += sample(start + index * block + (channel * bits) / 8);
    samples[index] = sum / channels;
  }
  return { samples, sampleRate };
}

/** Reads the sample at a byte, in [-1, 1]. */
function reader(view: DataView, { tag, bits }: Format): (at: number) => number {
  if (tag === FLOAT)
    return bits === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
  switch (bits) {
    case 8:
      return (at) => (view.getUint8(at) - 128) / 128;
    case 16:
      return (at) => view.getInt16(at, true) / 32_768;
    case 24:
      return (at) => (view.getUint16(at, true) + (view.getInt8(at + 2) << 16)) / 8_388_608;
    default:
      return (at) => view.getInt32(at, true) / 2_147_483_648;
  }
}
