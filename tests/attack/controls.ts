import type { Lab, NamedAttack } from './lab.ts';
import { COINBASE, COINBASE_PATH, RABBY, RABBY_PATH } from './otherMakes.ts';

/** A harmless page: what it asks for must arrive, or "nothing reached the wallet" would prove nothing. */
export interface Control extends NamedAttack {
  /** Requests with the marker that must arrive: no fewer, no more. */
  readonly arrives: number;
}

const approved = (name: string, entry: string, script: string, arrives = 1): Control => ({
  ...{ name, entry, mechanism: 'approved by a person', discovers: true, script, arrives, allowed: arrives },
  drive: (stage) => stage.approve(stage.marker),
});

const unasked = (name: string, entry: string, script: string, arrives = 1): Control => ({
  ...{ name, entry, mechanism: 'needs no approval', discovers: true, script, arrives, allowed: arrives },
});

const READ = "{ method: 'eth_call', params: [{ to: kit.thief, data: kit.hex }, 'latest'] }";

export const CONTROLS: readonly Control[] = [
  unasked('a read', 'provider.request', `await (await kit.wallet()).request(${READ});`),
  unasked(
    'a read, old form',
    'provider.sendAsync',
    `(await kit.wallet()).sendAsync(kit.rpc(${READ}), () => undefined);`,
  ),
  unasked('a read on the channel', 'channel', `await kit.ready(); kit.post(kit.rpc(${READ}));`),
  unasked(
    'a synthetic read',
    'channel',
    `await kit.ready();
    dispatchEvent(new MessageEvent('message', { data: kit.message(kit.rpc(${READ})), origin: location.origin, source: window }));`,
  ),
  unasked('reads in an array', 'channel', `await kit.ready(); kit.post([kit.rpc(${READ}), kit.rpc(${READ})]);`, 2),
  unasked(
    'connecting',
    'provider.request',
    `const wallet = await kit.wallet();
    const [account] = await wallet.request({ method: 'eth_requestAccounts' });
    if (account.toLowerCase() === kit.account.toLowerCase()) await wallet.request(${READ});`,
  ),
  approved('a transaction', 'provider.request', 'await (await kit.wallet()).request(kit.send());'),
  approved('a message', 'provider.request', 'await (await kit.wallet()).request(kit.sign());'),
  approved(
    'typed data',
    'provider.request',
    "await (await kit.wallet()).request({ method: 'eth_signTypedData_v4', params: [kit.account, JSON.stringify(kit.typed())] });",
  ),
  approved('a batch', 'provider.sendAsync', '(await kit.wallet()).sendAsync([kit.rpc(kit.sign())], () => undefined);'),
  approved('a message on the channel', 'channel', 'await kit.ready(); kit.post(kit.rpc(kit.sign()));'),
  approved(
    'a message in a session',
    'multichain channel',
    `await kit.ready();
    kit.post(kit.rpc({ method: 'wallet_invokeMethod', params: { scope: 'eip155:' + kit.chainId, request: kit.sign() } }), 'metamask-multichain-provider');`,
  ),
  approved(
    'a message in a session, by the provider: one review',
    'provider.request',
    `await (await kit.wallet()).request({ method: 'wallet_invokeMethod', params: { scope: 'eip155:' + kit.chainId, request: kit.sign() } });`,
  ),
  ...[
    { path: COINBASE_PATH, name: 'Coinbase', setUp: COINBASE, wallet: 'coinbase', call: 'named' },
    { path: RABBY_PATH, name: 'Rabby', setUp: RABBY, wallet: 'rabby', call: '' },
  ].flatMap(({ path, name, setUp, wallet, call }): Control[] => [
    { ...unasked(`a read of ${name}`, wallet, `${setUp} await ${wallet}.request(${READ});`), path },
    { ...unasked(`a read on the channel of ${name}`, wallet, `${setUp} post(${call}(${READ}));`), path },
    {
      ...unasked(
        `connecting ${name}`,
        wallet,
        `${setUp} const [account] = await ${wallet}.request({ method: 'eth_requestAccounts' });
        if (account.toLowerCase() === kit.account.toLowerCase()) await ${wallet}.request(${READ});`,
      ),
      path,
    },
    {
      ...approved(
        `a message in ${name}, and its signature`,
        wallet,
        `${setUp} const signature = await ${wallet}.request(kit.sign()); if (signature.length === 132) await ${wallet}.request(${READ});`,
        2,
      ),
      path,
    },
    { ...approved(`a transaction on the channel of ${name}`, wallet, `${setUp} post(${call}(kit.send()));`), path },
  ]),
  approved(
    'in a frame',
    'same-origin frame',
    `kit.frame({ src: '/kit.html' }).onload = (event) => event.target.contentWindow.ethereum.request(kit.sign());`,
  ),
];

const CONTROL_WATCH_MS = 3_000;

/** Names of the controls that did not arrive as they must, with what arrived. */
export async function failedControls(lab: Lab, controls: readonly Control[] = CONTROLS): Promise<string[]> {
  const outcomes = await lab.play(controls, 'eip6963', () => CONTROL_WATCH_MS);
  return controls.flatMap(({ name, arrives }) => {
    const outcome = outcomes.get(name);
    const got = outcome?.arrived.length ?? 0;
    return got === arrives ? [] : [`${name}: ${got} of ${arrives} arrived (${outcome?.trouble ?? 'no error'})`];
  });
}
