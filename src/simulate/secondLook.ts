import type { Address } from 'viem';
import { RpcError } from '../errors.ts';
import type { ChainView, SecondOpinion } from './Simulator.ts';
import { isWorse } from './variants/compare.ts';

/** How two endpoints' answers to the same look compare (taxonomy H4). Prices may move between them; code may not. */
export function compareLooks(view: ChainView, other: ChainView): SecondOpinion {
  const differs: SecondOpinion['differs'][number][] = [];
  if (hasOtherCode(view, other)) differs.push('code');
  const [run, second] = [view.run, other.run];
  if (run !== null && second !== null) {
    if (run.status !== second.status) differs.push('outcome');
    else if (isWorse(run, second, 0n)) differs.push('worse');
    else if (isWorse(second, run, 0n)) differs.push('better');
  }
  return { heard: true, differs, sameBlock: view.blockNumber === other.blockNumber };
}

/** What a failed second look says: only another chain is a contradiction, silence is none. */
export function failedLook(error: unknown): SecondOpinion {
  const elsewhere = error instanceof RpcError && /serves another chain/u.test(error.message);
  return { heard: elsewhere, differs: elsewhere ? ['chain'] : [], sameBlock: false };
}

function hasOtherCode(view: ChainView, other: ChainView): boolean {
  return [...view.accounts].some(([address, account]: readonly [Address, { readonly codeHash: string | null }]) => {
    const same = other.accounts.get(address);
    return same !== undefined && same.codeHash !== account.codeHash;
  });
}
