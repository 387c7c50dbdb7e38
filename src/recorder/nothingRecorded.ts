/** There is no sound in these chunks: the first one, with the header, is missing or empty. */
export class NothingRecordedError extends Error {
  override readonly name = "NothingRecordedError";
}
