import type { WordId } from '../ui/words.ts';

/** Hosts that are this computer: the only ones reached without encryption, as the extension's own CSP says too. */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/** What is wrong with an RPC address that somebody typed; `null` when it can be tried. */
export function rpcUrlProblem(text: string): WordId | null {
  if (text.trim() === '') return 'rpc.problem.empty';
  const url = parse(text);
  if (url === null) return 'rpc.problem.unreadable';
  if (url.username !== '' || url.password !== '') return 'rpc.problem.credentials';
  if (url.protocol === 'https:') return null;
  return url.protocol === 'http:' && LOOPBACK.has(url.hostname) ? null : 'rpc.problem.scheme';
}

/** Host and port of an RPC address, for the sentence that says who sees what; the text itself where it has none. */
export function rpcHost(text: string): string {
  return parse(text)?.host ?? text;
}

/** Match pattern of the one host, for `permissions.request`. Ports are no part of a pattern. */
export function hostPattern(text: string): string | null {
  const url = parse(text);
  return url === null ? null : `${url.protocol}//${url.hostname}/*`;
}

function parse(text: string): URL | null {
  try {
    return new URL(text.trim());
  } catch {
    // Not an address: the caller says so in words.
    return null;
  }
}
