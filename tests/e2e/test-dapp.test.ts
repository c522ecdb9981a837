import type { Page } from 'playwright';
import { type Address, type Hex, hashTypedData, parseAbi, recoverAddress, recoverMessageAddress } from 'viem';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Level } from '../../src/judge/Verdict.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { closeReviews, proceed, readReview, reject, reviewPage, type Shown } from '../setup/reviewWindow.ts';
import type { RunningServer } from '../setup/serve.ts';
import { chooseRpc, openSession, type Session } from '../setup/session.ts';
import type { LoggedRequest } from '../wallet/config.ts';
import { wasJudged } from './judgedBytes.ts';
import { APES, openTestDapp, PERMIT_TOKEN, plantTestDapp, serveTestDapp, USDC } from './testDapp.ts';

const READS = parseAbi([
  'function allowance(address,address) view returns (uint256)',
  'function isApprovedForAll(address,address) view returns (bool)',
]);

const SIGNATURE = /^0x[0-9a-f]{130}$/u;

let chain: Chain;
let dapp: RunningServer;
let session: Session;
let page: Page;
let told: () => Promise<unknown[]>;
let logged: readonly string[];

beforeAll(async () => {
  chain = await startChain({ chainId: 1 });
  await plantTestDapp(chain);
  dapp = await serveTestDapp();
  session = await openSession(chain);
  await (await chooseRpc(session, chain)).close();
  ({ page, told, logged } = await openTestDapp(
    session,
    `${dapp.origin}/?contract=${chain.contracts.token}&decimals=6`,
  ));
});

afterEach(() => closeReviews(session.context, session.id));

afterAll(async () => {
  await session?.close();
  await dapp?.close();
  await chain?.stop();
});

interface Button {
  readonly id: string;
  readonly levels: readonly Level[];
  /** What the chain, or the signature, must show after Continue. */
  readonly effect: (reached: LoggedRequest, answer: () => Promise<string>) => Promise<void>;
  /** Where the page puts a signature. */
  readonly answerAt?: string;
}

const BUTTONS: readonly Button[] = [
  {
    id: 'sendButton',
    levels: ['routine'],
    effect: () => transactionMined('0x0c54FcCd2e384b4BB6f2E405Bf5Cbc15a017AaFb'),
  },
  {
    id: 'approveTokens',
    levels: ['danger'],
    effect: () => allowanceIs(chain.contracts.token, '0x9bc5baF874d2DA8D216aE9f137804184EE5AfEF4', 70_000n),
  },
  { id: 'personalSign', levels: ['routine'], effect: messageSigned, answerAt: '#personalSignResult' },
  { id: 'signTypedDataV4', levels: ['unknown'], effect: typedDataSigned, answerAt: '#signTypedDataV4Result' },
  {
    id: 'signPermit',
    levels: ['danger'],
    answerAt: '#signPermitResult',
    effect: async (reached, answer) => {
      await typedDataSigned(reached, answer);
      await permitUsed(PERMIT_TOKEN, reached, await answer());
    },
  },
  { id: 'siwe', levels: ['routine'], effect: messageSigned, answerAt: '#siweResult' },
  { id: 'siweBadDomain', levels: ['danger'], effect: messageSigned, answerAt: '#siweResult' },
  {
    id: 'maliciousPermit',
    levels: ['danger'],
    effect: async (reached) => {
      await typedDataSigned(reached, loggedSignature);
      // Its deadline passed in 2023: the chain refuses it, whoever holds it.
      expect(await sendPermit(USDC, reached, await loggedSignature())).toBe('reverted');
    },
  },
  {
    id: 'maliciousApprovalButton',
    levels: ['danger'],
    effect: () => allowanceIs(USDC, '0xe50a2dbc466d01a34c3e8b7e8e45fce4f7da39e6', 0xffffffffffffffffn),
  },
  {
    id: 'maliciousSetApprovalForAll',
    levels: ['danger'],
    effect: async () => {
      const args = [chain.accounts.user.address, '0xb85492afc686d5ca405e3cd4f50b05d358c75ede'] as const;
      await expect
        .poll(() => chain.client.readContract({ abi: READS, address: APES, functionName: 'isApprovedForAll', args }))
        .toBe(true);
    },
  },
];

describe('the public test dapp', () => {
  it('connects without a question', async () => {
    await page.waitForSelector('#connectButton:not([disabled])');
    await page.click('#connectButton');
    await expect.poll(() => page.textContent('#accounts')).toBe(chain.accounts.user.address.toLowerCase());
    expect(await reviewPage(session.context, session.id, 0)).toBeNull();
    expect(await page.textContent('#chainId')).toBe('0x1');
  });

  it.each(BUTTONS)('$id: the right verdict, 4001 on Reject, judged bytes and effect on Continue', async (button) => {
    await session.wallet.clearLog();
    await told();
    const restore = await chain.snapshot();
    const nonce = await userNonce();

    const first = await press(button.id);
    expect.soft(button.levels, JSON.stringify(first.shown, null, 1)).toContain(first.shown.level);
    await reject(first.window);
    await expect.poll(told).toEqual(expect.arrayContaining([expect.toSatisfy(isRefusal)]));
    expect(await session.wallet.signingLog()).toEqual([]);
    expect(await userNonce()).toBe(nonce);

    const second = await press(button.id);
    await proceed(second.window);
    await expect.poll(async () => (await session.wallet.signingLog()).length).toBe(1);
    const [reached] = await session.wallet.signingLog();
    if (reached === undefined) throw new Error('nothing reached the wallet');
    expect(wasJudged(second.shown.technicalText, reached)).toBe(true);
    await button.effect(reached, () => signatureAt(button.answerAt));
    await restore();
  });
});

/** EIP-1193's code, or the word ethers makes of it. */
function isRefusal(value: unknown): boolean {
  return value === 4001 || value === 'ACTION_REJECTED';
}

async function press(id: string): Promise<{ window: Page; shown: Shown }> {
  await page.bringToFront();
  await page.click(`#${id}`);
  const window = await reviewPage(session.context, session.id);
  if (window === null) throw new Error(`No review window for ${id}`);
  return { window, shown: await readReview(window) };
}

async function signatureAt(selector: string | undefined): Promise<string> {
  if (selector === undefined) throw new Error('This button shows no answer');
  await expect.poll(() => page.textContent(selector)).toMatch(SIGNATURE);
  return (await page.textContent(selector)) ?? '';
}

function userNonce(): Promise<number> {
  return chain.client.getTransactionCount({ address: chain.accounts.user.address });
}

async function transactionMined(to: Address): Promise<void> {
  const { user } = chain.accounts;
  await expect
    .poll(async () => {
      const { transactions } = await chain.client.getBlock({ includeTransactions: true });
      return transactions.map((sent) => [sent.from, sent.to]);
    })
    .toEqual([[user.address.toLowerCase(), to.toLowerCase()]]);
}

async function allowanceIs(address: Address, spender: Address, amount: bigint): Promise<void> {
  const args = [chain.accounts.user.address, spender] as const;
  await expect
    .poll(() => chain.client.readContract({ abi: READS, address, functionName: 'allowance', args }))
    .toBe(amount);
}

async function messageSigned(reached: LoggedRequest, answer: () => Promise<string>): Promise<void> {
  const [raw] = reached.params as [Hex];
  const signer = await recoverMessageAddress({ message: { raw }, signature: (await answer()) as Hex });
  expect(signer).toBe(chain.accounts.user.address);
}

async function typedDataSigned(reached: LoggedRequest, answer: () => Promise<string>): Promise<void> {
  const [, text] = reached.params as [Address, string];
  const signer = await recoverAddress({ hash: hashTypedData(JSON.parse(text)), signature: (await answer()) as Hex });
  expect(signer).toBe(chain.accounts.user.address);
}

/** Some buttons only write their signature to the console. */
async function loggedSignature(): Promise<string> {
  const last = () => logged.findLast((text) => SIGNATURE.test(text)) ?? '';
  await expect.poll(last).toMatch(SIGNATURE);
  return last();
}

/** The spender uses the permit, and may then spend what it says. */
async function permitUsed(token: Address, reached: LoggedRequest, signature: string): Promise<void> {
  const { spender, value } = permitOf(reached);
  expect(await sendPermit(token, reached, signature)).toBe('success');
  await allowanceIs(token, spender, BigInt(value));
}

/** Anybody may hand a signed permit in. */
async function sendPermit(token: Address, reached: LoggedRequest, signature: string): Promise<'success' | 'reverted'> {
  const { spender, value, deadline } = permitOf(reached);
  const r = signature.slice(0, 66);
  const s = `0x${signature.slice(66, 130)}`;
  const v = Number.parseInt(signature.slice(130), 16);
  const { user, stranger } = chain.accounts;
  const args = [user.address, spender, BigInt(value), BigInt(deadline), v, r, s];
  const data = chain.encode('token', 'permit', args);
  return (await chain.send({ from: stranger.address, to: token, data })).status;
}

function permitOf(reached: LoggedRequest): { spender: Address; value: string | number; deadline: number } {
  const [, text] = reached.params as [Address, string];
  return JSON.parse(text).message;
}
