import { type AudioCodec, MP4, Mp4OutputFormat, OGG, WEBM, WebMOutputFormat } from "mediabunny";

/** The containers browsers record into. Naming them keeps the readers of all others out of the bundle. */
export const RECORDED_FORMATS = [WEBM, MP4, OGG];

/** The container a take is kept in: WebM for Opus, MP4 for the AAC of older Safari. */
export const keptFormat = (codec: AudioCodec): WebMOutputFormat | Mp4OutputFormat =>
  codec === "opus" ? new WebMOutputFormat() : new Mp4OutputFormat();
