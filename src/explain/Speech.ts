import type { Address } from 'viem';
import type { Action } from '../decode/Action.ts';
import type { Evidence } from '../detectors/Evidence.ts';
import type { Verdict } from '../judge/Verdict.ts';
import type { Registry } from '../registry/Registry.ts';
import type { SigningRequest } from '../request/SigningRequest.ts';
import type { Consequence } from '../simulate/Consequence.ts';
import type { ChainView } from '../simulate/Simulator.ts';
import { type MessageArguments, type MessageId, say, spokenLanguage } from './messages.ts';

/** Everything the words are made from: a report before it has words. */
export interface Findings {
  readonly request: SigningRequest;
  readonly action: Action;
  readonly consequences: readonly Consequence[];
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict;
  readonly registry: Registry | null;
  readonly chain: ChainView | null;
  /** BCP 47 tag as wanted; the nearest that exists is spoken. */
  readonly language: string;
}

/** The findings, and a voice in one language. */
export interface Speech extends Findings {
  say(id: MessageId, args?: MessageArguments): string;
  readonly chainId: number | null;
  readonly user: Address | null;
}

export function speechOf(findings: Findings): Speech {
  const { request, chain } = findings;
  const language = spokenLanguage(findings.language);
  return {
    ...findings,
    language,
    say: (id, args) => say(id, args, language),
    chainId: request.chainId ?? chain?.chainId ?? null,
    user: request.account,
  };
}
