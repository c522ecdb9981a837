import { BrowserProvider, Contract, type Eip1193Provider, isError, verifyMessage, verifyTypedData } from 'ethers';
import type { Check } from '../Check.ts';
import { connected, hex } from '../observe.ts';

function browserProvider(): BrowserProvider {
  return new BrowserProvider(window.ethereum as unknown as Eip1193Provider, 'any');
}

const TOKEN = [
  'function transfer(address,uint256) returns (bool)',
  'function balanceOf(address) view returns (uint256)',
];

/** ethers 6, as a dapp uses it. */
export const ETHERS: readonly Check[] = [
  {
    title: 'ethers: discovers the wallet and connects',
    alone: { found: true, chainId: 31_337 },
    run: async (env) => {
      const found = await BrowserProvider.discover({ timeout: 500 });
      const provider = browserProvider();
      await provider.send('eth_requestAccounts', []);
      const signer = await provider.getSigner();
      const { chainId } = await provider.getNetwork();
      return {
        found: found !== null && (await found.hasSigner(0)),
        signer: signer.address === env.user,
        chainId: Number(chainId),
        listed: (await provider.listAccounts()).map(({ address }) => address),
        balance: String(await provider.getBalance(env.friend)),
      };
    },
  },
  {
    title: 'ethers: signMessage and signTypedData',
    alone: { message: true, typed: true },
    run: async (env) => {
      await connected();
      const signer = await browserProvider().getSigner();
      const text = 'Hello from ethers, 世界';
      const domain = { name: 'Conformance', chainId: env.chainId };
      const types = {
        Note: [
          { name: 'text', type: 'string' },
          { name: 'at', type: 'uint256' },
        ],
      };
      const note = { text: 'kept', at: 2n ** 60n };
      const message = await signer.signMessage(text);
      const typed = await signer.signTypedData(domain, types, note);
      return {
        message: verifyMessage(text, message) === env.user,
        typed: verifyTypedData(domain, types, note, typed) === env.user,
        signatures: [message, typed],
      };
    },
  },
  {
    title: 'ethers: sendTransaction and wait',
    alone: { status: 1, value: '1000' },
    run: async (env) => {
      await connected();
      const signer = await browserProvider().getSigner();
      const sent = await signer.sendTransaction({ to: env.friend, value: 1000n });
      const receipt = await sent.wait();
      return {
        status: receipt?.status,
        hash: sent.hash.length,
        to: receipt?.to,
        from: receipt?.from,
        value: String(sent.value),
      };
    },
  },
  {
    title: 'ethers: a contract is read and written',
    alone: { difference: '5' },
    run: async (env) => {
      await connected();
      const contract = new Contract(env.token, TOKEN, await browserProvider().getSigner());
      const before: bigint = await contract.getFunction('balanceOf')(env.friend);
      const sent = await contract.getFunction('transfer')(env.friend, 5n);
      const receipt = await sent.wait();
      const after: bigint = await contract.getFunction('balanceOf')(env.friend);
      return { difference: String(after - before), logs: receipt.logs.length, hash: sent.hash.length };
    },
  },
  {
    title: 'ethers: follows wallet_switchEthereumChain',
    alone: { before: 31_337, answer: null, after: 31_338 },
    run: async (env) => {
      await connected();
      const provider = browserProvider();
      const before = Number((await provider.getNetwork()).chainId);
      const answer: unknown = await provider.send('wallet_switchEthereumChain', [{ chainId: hex(env.otherChainId) }]);
      // With `any`, ethers answers with the old network once more after it noticed the new one.
      await provider.getNetwork();
      return { before, answer, after: Number((await provider.getNetwork()).chainId) };
    },
  },
  {
    title: 'ethers: a revert and a malformed call are read as such',
    alone: ['CALL_EXCEPTION'],
    run: async (env) => {
      await connected();
      const provider = browserProvider();
      const data = `0xa9059cbb${env.friend.slice(2).padStart(64, '0')}${'f'.repeat(64)}`;
      const codes: unknown[] = [];
      for (const call of [
        () => provider.call({ from: env.friend, to: env.token, data }),
        () => provider.send('eth_getBalance', ['0x12']),
        () => provider.send('wallet_getSnaps', []),
      ]) {
        codes.push(await call().catch((error: unknown) => Reflect.get(error as object, 'code')));
      }
      return codes;
    },
  },
  {
    title: 'ethers: a refusal is ACTION_REJECTED',
    decision: 'reject',
    run: async (env) => {
      await connected();
      const signer = await browserProvider().getSigner();
      const calls = [() => signer.signMessage('Hello'), () => signer.sendTransaction({ to: env.friend, value: 1n })];
      const rejected: unknown[] = [];
      for (const call of calls) {
        rejected.push(
          await call().then(
            () => false,
            (error: unknown) => isError(error, 'ACTION_REJECTED'),
          ),
        );
      }
      return { rejected };
    },
    differs: {
      why: 'The wallet alone signs everything; here a person said Reject.',
      through: { rejected: [true, true] },
    },
  },
];
