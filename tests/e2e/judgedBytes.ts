import type { LoggedRequest } from '../wallet/config.ts';

/** Whether what reached the wallet is, byte for byte, the text in the window's technical detail. */
export function wasJudged(technicalText: string, { method, paramsText }: LoggedRequest): boolean {
  const judged = JSON.parse(technicalText) as { method: string; params: string };
  return judged.method === method && judged.params === paramsText;
}
