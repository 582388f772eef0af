// A payload as it is carried: gzipped JSON, in a page as base64.

/** Return the payload in gzipped bytes. */
export async function unpack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

export function bytesOf(base64) {
  const text = atob(base64.trim());
  return Uint8Array.from(text, (one) => one.charCodeAt(0));
}
