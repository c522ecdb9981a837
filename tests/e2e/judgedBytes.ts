/**
 * Whether the wallet's parameters are the judged ones: canonical JSON (sorted keys, no spaces) of what reached the wallet
 * is, byte for byte, the text in the window's technical detail.
 */
export function wasJudged(technicalText: string, walletParams: unknown): boolean {
  const { params } = JSON.parse(technicalText) as { params: string };
  return params === canonical(walletParams);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
