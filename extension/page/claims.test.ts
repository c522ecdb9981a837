import './testing/realm.ts';
import { describe, expect, it } from 'vitest';
import { readClaims } from './claims.ts';

describe('claims of a provider', () => {
  it('are its own answers, asked once for requests that come together', async () => {
    const asked: string[] = [];
    const provider = {
      chainId: '0x1',
      async request({ method }: { method: string }) {
        asked.push(method);
        return method === 'eth_chainId' ? provider.chainId : ['0xab'];
      },
    };
    const all = await Promise.all([readClaims(provider), readClaims(provider), readClaims(provider)]);
    expect(all).toEqual([all[0], all[0], all[0]]);
    expect(all[0]).toEqual({ chainId: '0x1', account: '0xab' });
    expect(asked).toEqual(['eth_chainId', 'eth_accounts']);
    provider.chainId = '0x2';
    expect(await readClaims(provider)).toMatchObject({ chainId: '0x2' });
    expect(asked).toHaveLength(4);
  });

  it('are unknown where a provider has no request, throws, or refuses', async () => {
    const nobody = { chainId: null, account: null };
    expect(await readClaims({})).toEqual(nobody);
    const throwing = {
      request: () => {
        throw new Error('no');
      },
    };
    expect(await readClaims(throwing)).toEqual(nobody);
    expect(await readClaims({ request: () => Promise.reject(new Error('no')) })).toEqual(nobody);
  });
});
