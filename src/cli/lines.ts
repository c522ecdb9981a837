/** A request with 2 MB of parameters fits with room to spare; more than this on stdin is a mistake. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** All of a stream as UTF-8 text. */
export async function textOf(stream: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of decoded(stream)) {
    text += piece;
    if (text.length > MAX_CHARACTERS) break;
  }
  return text;
}

/** Line by line, without the line ends; a last line without one counts. */
export async function* linesOf(stream: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of decoded(stream)) {
    const lines = (rest + piece).split(/\r?\n/u);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* decoded(stream: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of stream) yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
