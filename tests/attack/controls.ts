import type { Lab, NamedAttack } from './lab.ts';

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
