import type { Address, Hex } from 'viem';
import { addressOf } from '../text/hex.ts';
import type { Action, TypedDomain } from './Action.ts';
import { decodeCall } from './call.ts';
import { doneBy } from './safe.ts';
import type { Struct, StructReader } from './struct.ts';

/** Calls that somebody else sends for whoever signed: the call inside is what the signature means (taxonomy G5). */
export const META_STRUCTS: ReadonlyMap<string, StructReader> = new Map<string, StructReader>([
  ['MetaTransaction', metaTransaction],
  ['ForwardRequest', forwardRequest],
  ['ERC20ForwardRequest', forwardRequest],
  ['CustomForwardRequest', forwardRequest],
  ['RelayRequest', relayRequest],
  ['SponsoredCallERC2771', gelato],
  ['CallWithERC2771', gelato],
  ['CallWithSyncFeeERC2771', gelato],
  ['MetaTransactionData', zeroEx],
  ['ZeroExTransaction', zeroEx],
  ['Transaction', zkSync],
]);

/** Biconomy and Polygon: `MetaTransaction(uint256 nonce,address from,bytes functionSignature)` calls its own contract. */
function metaTransaction(struct: Struct, domain: TypedDomain): Action | null {
  return forwarded('MetaTransaction', domain, {
    to: domain.verifyingContract,
    from: struct.address('from'),
    data: struct.bytes('functionSignature'),
  });
}

/** ERC-2771 forwarders (OpenZeppelin, Biconomy, GSN): `(address from,address to,uint256 value,...,bytes data)`. */
function forwardRequest(struct: Struct, domain: TypedDomain): Action | null {
  return forwarded('ForwardRequest', domain, {
    to: struct.address('to'),
    from: struct.address('from'),
    data: struct.bytes('data'),
    valueWei: struct.uint('value') ?? 0n,
  });
}

/** GSN v2 and v3: the forward request with the relay's terms beside it, or all in one. */
function relayRequest(struct: Struct, domain: TypedDomain): Action | null {
  const request = struct.struct('request');
  if (request !== null) return forwardRequest(request, domain);
  if (struct.has('encodedFunction')) {
    return forwarded('RelayRequest', domain, {
      to: struct.address('target'),
      from: struct.address('senderAddress'),
      data: struct.bytes('encodedFunction'),
    });
  }
  return forwardRequest(struct, domain);
}

/** Gelato Relay: `(uint256 chainId,address target,bytes data,address user,...)`. */
function gelato(struct: Struct, domain: TypedDomain): Action | null {
  return forwarded(struct.typeName, domain, {
    to: struct.address('target'),
    from: struct.address('user'),
    data: struct.bytes('data'),
  });
}

/** 0x v4 `MetaTransactionData` and v3 `ZeroExTransaction`: a call to the exchange itself. */
function zeroEx(struct: Struct, domain: TypedDomain): Action | null {
  return forwarded(struct.typeName, domain, {
    to: domain.verifyingContract,
    from: struct.address('signer') ?? struct.address('signerAddress'),
    data: struct.bytes('callData') ?? struct.bytes('data'),
    valueWei: struct.uint('value') ?? 0n,
  });
}

/** zkSync Era's own transactions are typed data (EIP-712 type 113); addresses are written as integers. */
function zkSync(struct: Struct, domain: TypedDomain): Action | null {
  if (domain.name !== 'zkSync' || domain.version !== '2' || domain.verifyingContract !== null) return null;
  const [to, from] = [integerAddress(struct, 'to'), integerAddress(struct, 'from')];
  const valueWei = struct.uint('value');
  if (valueWei === null) return null;
  const action = forwarded('Transaction', domain, { to, from, data: struct.bytes('data'), valueWei });
  // The account sends it itself: the value is its own.
  return action === null || from === null ? null : doneBy(action, from);
}

function integerAddress(struct: Struct, name: string): Address | null {
  const integer = struct.uint(name);
  return integer === null ? null : addressOf(integer);
}

interface Inner {
  readonly to: Address | null;
  readonly from: Address | null;
  readonly data: Hex | null;
  readonly valueWei?: bigint;
}

function forwarded(wrapper: string, domain: TypedDomain, inner: Inner): Action | null {
  const { to, from, data, valueWei = 0n } = inner;
  if (to === null || from === null || data === null) return null;
  const action = decodeCall({ to, valueWei, data, sender: from });
  return { kind: 'batch', wrapper, to: domain.verifyingContract, valueWei: 0n, actions: [action] };
}
