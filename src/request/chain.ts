import { chainIdField, fieldsOf, isFields } from './fields.ts';
import type { ChainAsk } from './SigningRequest.ts';

/** EIP-3085 `wallet_addEthereumChain` and EIP-3326 `wallet_switchEthereumChain`: `[{ chainId, ... }]`. */
export function readChain(params: readonly unknown[], add: boolean): ChainAsk {
  const fields = fieldsOf(params[0], 'the chain');
  const urls = Array.isArray(fields.rpcUrls) ? fields.rpcUrls : [];
  const currency = isFields(fields.nativeCurrency) ? fields.nativeCurrency : null;
  return {
    kind: 'chain',
    add,
    chainId: chainIdField(fields.chainId, 'chainId'),
    name: shortText(fields.chainName),
    rpcUrls: urls.filter((url): url is string => typeof url === 'string').slice(0, MOST_URLS),
    nativeSymbol: currency === null ? null : shortText(currency.symbol),
  };
}

export function shortText(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : null;
}

const MOST_URLS = 32;
/** What a page writes is quoted, and no honest name is longer. */
const LONGEST_TEXT = 1024;
