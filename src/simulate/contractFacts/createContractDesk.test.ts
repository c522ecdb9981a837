import type { Address, Hex } from 'viem';
import { describe, expect, it } from 'vitest';
import type { Header } from '../header.ts';
import type { RpcCall } from '../rpc.ts';
import type { Ask } from '../trip.ts';
import { createContractDesk, MAX_CONTRACTS } from './createContractDesk.ts';

const at = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`;
const HEADER: Header = {
  number: 20_000_000n,
  timeSeconds: 1_760_000_000n,
  feeRecipient: at(1),
  baseFeeWei: 1n,
  gasLimit: 1n,
  gasUsed: 0n,
};
const CODE: { bytes: Hex; hash: Hex } = { bytes: '0x6080', hash: '0x01' };

function desk(header: () => Header | null) {
  const sent: RpcCall[] = [];
  const ask: Ask = async (call) => {
    sent.push(call);
    return { ok: true, result: null };
  };
  return { ...createContractDesk({ header, pace: { secondsPerBlock: null } }), sent, pack: ask };
}
const methods = (sent: readonly RpcCall[]) => [...new Set(sent.map(({ method }) => method))].sort();

describe('createContractDesk', () => {
  it('asks about the first few contracts, each once', async () => {
    const { want, ask, pack, sent, facts } = desk(() => HEADER);
    for (let index = 1; index <= 20; index += 1) want(at(index));
    want(at(1));
    await ask(pack);
    const count = sent.length;
    expect(sent.filter(({ method }) => method === 'eth_getStorageAt')).toHaveLength(5 * MAX_CONTRACTS);
    expect(sent.filter(({ method }) => method === 'eth_call')).toHaveLength(4);
    await ask(pack);
    expect(sent).toHaveLength(count);
    expect(facts(0n, () => CODE).size).toBe(MAX_CONTRACTS);
  });

  it('asks for ages once a header is known', async () => {
    let header: Header | null = null;
    const { want, ask, pack, sent } = desk(() => header);
    want(at(1));
    await ask(pack);
    expect(methods(sent)).toEqual(['eth_getStorageAt']);
    header = HEADER;
    await ask(pack);
    expect(methods(sent)).toEqual(['eth_call', 'eth_getStorageAt']);
  });

  it('has no facts of accounts and of what was not asked, and asks nothing when nobody is unknown', async () => {
    const { want, ask, pack, sent, facts } = desk(() => HEADER);
    await ask(pack);
    expect(sent).toEqual([]);
    want(at(1));
    expect(facts(0n, () => CODE).size).toBe(0);
    await ask(pack);
    expect(facts(0n, () => ({ bytes: '0x', hash: null })).size).toBe(0);
    expect(facts(0n, () => null).size).toBe(0);
  });
});
