import { isRecord } from './records.ts';
import type { ChannelCall, PlainCall } from './WalletChannel.ts';

/**
 * Coinbase's SDK has names of its own for what wallets do (`Web3Method` and `Web3Request` of coinbase-wallet-sdk 2 and
 * 3). What is judged is the JSON-RPC call each stands for; a name that is neither is judged as it stands: unreadable.
 */
export function coinbaseCall(call: ChannelCall): PlainCall {
  const turn = Object.hasOwn(TURNS, call.method) ? TURNS[call.method] : undefined;
  if (turn === undefined) return isMere(call) ? { ...call, judging: 'pass' } : call;
  const asked: unknown = JSON.parse(call.paramsText);
  const [method, params] = turn(isRecord(asked) ? asked : {});
  return { method, paramsText: JSON.stringify(params ?? []) };
}

/** A name without parameters, and no method of Ethereum's: its own page telling the wallet what to show. */
function isMere({ method, hasParams }: ChannelCall): boolean {
  return !hasParams && !/^\s*(?:eth|wallet|personal|metamask)_/iu.test(method);
}

type Turn = (asked: Record<string, unknown>) => readonly [method: string, params: unknown];

const connect: Turn = () => ['eth_requestAccounts', []];

const TURNS: Readonly<Record<string, Turn>> = {
  requestEthereumAccounts: connect,
  childRequestEthereumAccounts: connect,
  getAllAddresses: connect,
  connect,
  signEthereumMessage({ message, address, addPrefix, typedDataJson }) {
    if (typeof typedDataJson === 'string') return ['eth_signTypedData_v4', [address, typedDataJson]];
    return addPrefix === true ? ['personal_sign', [message, address]] : ['eth_sign', [address, message]];
  },
  signEthereumTransaction(asked) {
    const params = {
      from: asked.fromAddress,
      to: asked.toAddress ?? undefined,
      value: hex(asked.weiValue),
      data: asked.data,
      gas: hex(asked.gasLimit),
      chainId: hex(asked.chainId),
    };
    return [asked.shouldSubmit === false ? 'eth_signTransaction' : 'eth_sendTransaction', [params]];
  },
  submitEthereumTransaction: ({ signedTransaction }) => ['eth_sendRawTransaction', [signedTransaction]],
  switchEthereumChain: ({ chainId }) => ['wallet_switchEthereumChain', [{ chainId: hex(chainId) }]],
  addEthereumChain: (asked) => ['wallet_addEthereumChain', [{ ...asked, chainId: hex(asked.chainId) }]],
  /** What its SDK does not answer by itself, reads above all. */
  makeEthereumJSONRPCRequest: ({ rpcMethod, rpcParams }) => [String(rpcMethod), rpcParams],
  ethereumAddressFromSignedMessage: (asked) => ['personal_ecRecover', asked],
  watchAsset: (asked) => ['wallet_watchAsset', asked],
};

/** The SDK writes numbers in decimal; anything else is left for the parsers to refuse. */
function hex(value: unknown): unknown {
  if (value === null) return undefined;
  return /^\d+$/u.test(String(value)) ? `0x${BigInt(String(value)).toString(16)}` : value;
}
