/**
 * SHA-256 of a file.
 * @returns 64 hexadecimal digits
 * @throws TypeError where the browser has no Web Crypto: on pages that are neither https nor localhost
 */
export async function checksum(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
