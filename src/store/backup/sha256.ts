import type { Bytes } from "./bytes.ts";

/** SHA-256 in hexadecimal; as `lib/checksum.ts`, of bytes that are in memory already. */
export async function sha256(bytes: Bytes): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
