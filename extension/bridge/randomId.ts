/** 128 random bits as 32 lower-case hex digits. */
export function randomId(): string {
  let text = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) text += byte.toString(16).padStart(2, '0');
  return text;
}
