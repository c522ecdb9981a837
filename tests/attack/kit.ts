import { ACCOUNTS } from '../setup/fixture.ts';

/** How a page finds its wallet. */
export type Discovery = 'eip6963' | 'legacy';

export interface KitFacts {
  /** Sixteen hex digits that stand in the parameters of the request the attack is about, and nowhere else. */
  readonly marker: string;
  readonly discovery: Discovery;
  /** Another origin that serves the same files. */
  readonly elsewhere: string;
  readonly walletId: string;
  readonly chainId: number;
}

/** What every hostile page has at hand, as text: it runs in the page, with nothing of ours around it. */
export function kitSource(facts: KitFacts): string {
  const all = { ...facts, account: ACCOUNTS.user.address, thief: ACCOUNTS.attacker.address };
  return `var kit = (${makeKit})(${JSON.stringify(all)});`;
}

const makeKit = `function (kit) {
  var announced = new Promise(function (resolve) {
    if (kit.discovery !== 'eip6963') return;
    addEventListener('eip6963:announceProvider', function (event) { resolve(event.detail.provider); });
    dispatchEvent(new Event('eip6963:requestProvider'));
  });
  kit.sleep = function (ms) { return new Promise(function (resolve) { setTimeout(resolve, ms); }); };
  /** The provider, by the configured way of discovery. */
  kit.wallet = async function () {
    if (kit.discovery === 'eip6963') return announced;
    while (!window.ethereum) await kit.sleep(10);
    return window.ethereum;
  };
  /** Resolves once the wallet's two scripts have shaken hands. */
  kit.ready = async function () {
    while (!window.ethereum) await kit.sleep(10);
    await window.ethereum.request({ method: 'eth_chainId' });
  };
  kit.hex = '0x' + kit.marker;
  kit.tx = function (more) { return Object.assign({ from: kit.account, to: kit.thief, value: '0x1', data: kit.hex }, more); };
  kit.send = function () { return { method: 'eth_sendTransaction', params: [kit.tx()] }; };
  kit.sign = function () { return { method: 'personal_sign', params: [kit.hex, kit.account] }; };
  var id = 1000000;
  kit.rpc = function (request) { return Object.assign({ jsonrpc: '2.0', id: (id += 1) }, request); };
  kit.message = function (body, name) {
    return { target: 'metamask-contentscript', data: { name: name || 'metamask-provider', data: body } };
  };
  kit.post = function (body, name) { window.postMessage(kit.message(body, name), location.origin); };
  kit.typed = function (more) {
    return Object.assign({
      types: { EIP712Domain: [{ name: 'name', type: 'string' }], Note: [{ name: 'text', type: 'string' }] },
      primaryType: 'Note', domain: { name: 'Note' }, message: { text: kit.hex },
    }, more);
  };
  kit.frame = function (more) {
    var frame = document.createElement('iframe');
    Object.assign(frame, more);
    document.documentElement.append(frame);
    return frame;
  };
  return kit;
}`;
