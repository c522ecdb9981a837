import { randomBytes } from 'node:crypto';
import { check, type Ports } from '../../src/check.ts';
import { loadData } from '../../src/cli/data.ts';
import { loadHostClassifier } from '../../src/cli/modelRuntime.ts';
import { readAsked } from '../../src/cli/request.ts';
import { createSimulator } from '../../src/simulate/createSimulator.ts';
import { httpRpc } from '../../src/simulate/rpc.ts';
import { startChain } from '../setup/chain.ts';
import { ms, type Row, ratio, summarise, time } from './stats.ts';

const RUNS = 100;

/** The whole staircase, split by step, against one bare round trip to the same chain. */
export async function benchCheck(): Promise<Row[]> {
  const chain = await startChain();
  try {
    const rpc = httpRpc(chain.rpcUrl, (url, init) => fetch(url, init));
    const { lists, registry } = await loadData();
    const ports: Ports = {
      simulator: createSimulator({
        rpcFor: () => rpc,
        now: Date.now,
        random: (bytes) => new Uint8Array(randomBytes(bytes)),
      }),
      lists,
      registry,
      classifier: await loadHostClassifier(),
      history: null,
      clock: () => performance.timeOrigin + performance.now(),
      language: 'en',
      signal: new AbortController().signal,
    };
    const { user, stranger } = chain.accounts;
    const text = JSON.stringify({
      origin: 'https://app.example.org',
      method: 'eth_sendTransaction',
      params: [
        {
          from: user.address,
          to: chain.contracts.token,
          data: chain.encode('token', 'approve', [stranger.address, 2n ** 256n - 1n]),
        },
      ],
      chainId: chain.chainId,
      account: user.address,
    });
    const steps = new Map<string, number[]>();
    const whole = await time(RUNS, async () => {
      const { timingsMs } = await check(readAsked(text), ports);
      for (const [step, value] of Object.entries(timingsMs)) steps.set(step, [...(steps.get(step) ?? []), value]);
    });
    const bare = await time(RUNS, () => chain.request('eth_blockNumber'));
    return [
      { what: 'one bare eth_blockNumber', value: ms(bare) },
      { what: 'request to verdict, warm', value: ms(whole), against: `${ratio(whole.p50, bare.p50)} one bare call` },
      ...[...steps].map(([step, values]) => ({ what: `  ${step}`, value: ms(summarise(values)) })),
    ];
  } finally {
    await chain.stop();
  }
}
