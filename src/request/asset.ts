import { readInteger } from '../text/hex.ts';
import { shortText } from './chain.ts';
import { addressField, fieldsOf, isFields } from './fields.ts';
import type { AssetAsk } from './SigningRequest.ts';

/** EIP-747 `wallet_watchAsset`: `{ type, options: { address, symbol, decimals } }`, bare or in a list. */
export function readAsset(params: readonly unknown[]): AssetAsk {
  const fields = fieldsOf(params.find(isFields), 'the asset');
  const options = fieldsOf(fields.options, 'options');
  const decimals = readInteger(options.decimals);
  return {
    kind: 'asset',
    standard: shortText(fields.type) ?? 'ERC20',
    address: addressField(options.address, 'address'),
    symbol: shortText(options.symbol),
    decimals: decimals === null || decimals < 0n || decimals > 255n ? null : Number(decimals),
  };
}
