import { randomBytes } from 'node:crypto';
import type { Address } from 'viem';
import { nodeLocalEvm } from '../../src/cli/localEvm.ts';
import { RpcError } from '../../src/errors.ts';
import { createSimulator } from '../../src/simulate/createSimulator.ts';
import { httpRpc, type Rpc } from '../../src/simulate/rpc.ts';
import type { ChainQuery } from '../../src/simulate/Simulator.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { deploy, encode } from '../simulate/redPillTable.ts';
import { transactionQuery } from '../simulate/requests.ts';
import { startSlowRpc } from './slowRpc.ts';
import { ms, type Row, ratio, type Summary, time } from './stats.ts';

const RUNS = 40;
const SLOW_RUNS = 8;

/** What an endpoint must lack for each engine to be chosen. */
const ENGINES = {
  eth_simulateV1: [],
  debug_traceCall: ['eth_simulateV1'],
  'local-evm': ['eth_simulateV1', 'debug_traceCall'],
  'eth_call-probe': ['eth_simulateV1', 'debug_traceCall'],
} as const;

/** Each engine against a bare `eth_simulateV1`, the variants against one run, and what a verdict costs far away. */
export async function benchEngines(): Promise<Row[]> {
  const chain = await startChain();
  try {
    const approval = approvalOn(chain);
    const bare = await time(RUNS, () => chain.request('eth_simulateV1', bareParams(chain)));
    const rows: Row[] = [{ what: 'a bare eth_simulateV1, approval', value: ms(bare) }];
    for (const [id, missing] of Object.entries(ENGINES)) {
      const looked = await timeLooks(RUNS, without(chain.rpcUrl, missing), approval, {}, id === 'local-evm');
      rows.push({
        what: `one look, ${id}`,
        value: ms(looked.time),
        against: `${ratio(looked.time.p50, bare.p50)} bare, ${looked.trips} round trips${looked.engine === id ? '' : `, by ${looked.engine}`}`,
      });
    }
    rows.push(...(await variantRows(chain, approval)));
    rows.push(...(await tripRows(chain, approval)));
    for (const delayMs of [50, 200]) rows.push(...(await distantRows(chain, approval, delayMs)));
    return rows;
  } finally {
    await chain.stop();
  }
}

async function variantRows(chain: Chain, query: ChainQuery): Promise<Row[]> {
  const all = httpRpc(chain.rpcUrl, fetch);
  const posts: (readonly unknown[])[] = [];
  const recording: Rpc = {
    ...all,
    batch: (calls, signal) => {
      posts.push(calls);
      return all.batch(calls, signal);
    },
  };
  await timeLooks(1, recording, query);
  const whole = posts.at(-1) ?? [];
  const runs = whole.filter((call) => JSON.stringify(call).includes('"eth_simulateV1"'));
  const send = (calls: readonly unknown[]) =>
    fetch(chain.rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(calls.map((call, id) => Object.assign({ jsonrpc: '2.0', id }, call))),
    }).then((answer) => answer.text());
  const others = whole.filter((call) => !runs.includes(call));
  // The questions of one look, as they travel: with one run of the request, and with its variants beside it.
  const one = await time(RUNS, () => send([...others, ...runs.slice(0, 1)]));
  const nine = await time(RUNS, () => send(whole));
  const alone = await time(RUNS, () => send(runs.slice(0, 1)));
  return [
    { what: 'on the wire: a run alone, with its probes', value: ms(alone) },
    { what: 'on the wire: a look with one run', value: ms(one) },
    {
      what: `on the wire: a look with ${runs.length} runs, 8 of them variants`,
      value: ms(nine),
      against: `${ratio(nine.p50, one.p50)} one run`,
    },
  ];
}

async function tripRows(chain: Chain, approval: ChainQuery): Promise<Row[]> {
  const { user } = chain.accounts;
  const { router, token, weth } = chain.contracts;
  const parts = { chainId: chain.chainId, from: user.address };
  const swap = chain.encode('router', 'swapExactETHForTokens', [0n, [weth, token], user.address, 2n ** 255n]);
  const value = 10n ** 18n;
  const known: Partial<ChainQuery> = { known: [router], isListed: () => true };
  const pill = await deploy(chain, 'RedPillPackedSwitch');
  const claim = transactionQuery(parts, { to: pill, data: encode('RedPillPackedSwitch', 'claim'), value });
  const rpc = httpRpc(chain.rpcUrl, fetch);
  const trips = async (query: ChainQuery, more: Partial<ChainQuery>) =>
    String((await timeLooks(3, rpc, query, more)).trips);
  return [
    { what: 'round trips: assets known from decode', value: await trips(approval, {}) },
    {
      what: 'round trips: assets only the logs name',
      value: await trips(transactionQuery(parts, { to: router, data: swap, value }), known),
    },
    { what: 'round trips: with storage perturbation', value: await trips(claim, {}) },
  ];
}

async function distantRows(chain: Chain, query: ChainQuery, delayMs: number): Promise<Row[]> {
  const slow = await startSlowRpc(chain.rpcUrl, delayMs);
  try {
    const bare = await time(SLOW_RUNS, () =>
      fetch(slow.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_simulateV1', params: bareParams(chain) }),
      }).then((answer) => answer.text()),
    );
    const looked = await timeLooks(SLOW_RUNS, httpRpc(slow.url, fetch), query);
    return [
      {
        what: `${delayMs} ms away: a bare eth_simulateV1`,
        value: ms(bare),
      },
      {
        what: `${delayMs} ms away: one look with 8 variants`,
        value: ms(looked.time),
        against: `${looked.trips} round trip, ${(looked.time.p50 - bare.p50).toFixed(1)} ms on top`,
      },
    ];
  } finally {
    await slow.close();
  }
}

interface Looked {
  readonly time: Summary;
  readonly trips: number;
  readonly engine: string;
}

async function timeLooks(
  n: number,
  rpc: Rpc,
  query: ChainQuery,
  more: Partial<ChainQuery> = {},
  evm = false,
): Promise<Looked> {
  const simulator = createSimulator({
    rpcFor: () => rpc,
    now: Date.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    ...(evm ? { localEvm: nodeLocalEvm } : {}),
  });
  const signal = () => AbortSignal.timeout(10_000);
  let [trips, engine] = [0, ''];
  await simulator.prefetch(query.request.chainId ?? 0, signal());
  const spent = await time(n, async () => {
    const view = await simulator.look({ ...query, ...more }, signal());
    [trips, engine] = [view?.roundTrips ?? 0, view?.engine ?? ''];
  });
  return { time: spent, trips, engine };
}

function without(url: string, methods: readonly string[]): Rpc {
  const inner = httpRpc(url, fetch);
  const missing = { ok: false, error: new RpcError('Method not found', { code: -32601 }) } as const;
  return {
    ...inner,
    async batch(calls, signal) {
      const answers = [
        ...(await inner.batch(
          calls.filter(({ method }) => !methods.includes(method)),
          signal,
        )),
      ];
      return calls.map(({ method }) => (methods.includes(method) ? missing : (answers.shift() ?? missing)));
    },
  };
}

function approvalOn(chain: Chain): ChainQuery {
  const { token, drainer } = chain.contracts;
  const asset = { type: 'erc20', address: token } as const;
  const action = { kind: 'allowance', asset, spender: drainer, amount: 5n, change: 'set', revokes: false } as const;
  return transactionQuery(
    {
      chainId: chain.chainId,
      from: chain.accounts.user.address,
      action,
      addresses: [drainer],
      tokens: [asset],
      known: [token, drainer],
    },
    { to: token, data: chain.encode('token', 'approve', [drainer, 5n]) },
  );
}

function bareParams(chain: Chain): readonly unknown[] {
  const { token, drainer } = chain.contracts;
  const from: Address = chain.accounts.user.address;
  const call = { from, to: token, data: chain.encode('token', 'approve', [drainer, 5n]), gas: '0x7a120' };
  return [{ blockStateCalls: [{ calls: [call] }], validation: false }, 'latest'];
}
