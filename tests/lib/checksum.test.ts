import { expect, it } from "vitest";
import { checksum } from "../../src/lib/checksum.ts";

it.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"], // FIPS 180-4, example
])("of %j is the one the standard gives", async (text, sum) =>
  expect(await checksum(new Blob([text]))).toBe(sum),
);
it("tells a damaged file from a whole one", async () => {
  const bytes = new Uint8Array(1_000).fill(7);
  const whole = await checksum(new Blob([bytes]));
  bytes[500] = 8;
  expect(await checksum(new Blob([bytes]))).not.toBe(whole);
});
