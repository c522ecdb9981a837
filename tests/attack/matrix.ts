import type { NamedAttack } from './lab.ts';

/**
 * The generated attacks: every entry in every frame, at every time, in a clean and in a poisoned realm, each with every
 * kind of signing request at once. One page is `REQUEST_KINDS` cases.
 */
const ENTRIES: Readonly<Record<string, string>> = {
  'provider.request':
    'const wallet = await kit.wallet(); for (const one of requests) wallet.request(one).catch(quiet);',
  'window.ethereum.request':
    'while (!window.ethereum) await kit.sleep(5); for (const one of requests) window.ethereum.request(one).catch(quiet);',
  'provider.sendAsync':
    'const wallet = await kit.wallet(); for (const one of requests) wallet.sendAsync(kit.rpc(one), quiet);',
  'provider.sendAsync, array': '(await kit.wallet()).sendAsync(requests.map(kit.rpc), quiet);',
  'provider.send': 'const wallet = await kit.wallet(); for (const one of requests) wallet.send(kit.rpc(one), quiet);',
  'provider._rpcRequest':
    'const wallet = await kit.wallet(); for (const one of requests) wallet._rpcRequest(kit.rpc(one), quiet);',
  'provider._rpcEngine.handle':
    'const wallet = await kit.wallet(); for (const one of requests) wallet._rpcEngine.handle(kit.rpc(one), quiet);',
  'provider._metamask.requestBatch': '(await kit.wallet())._metamask.requestBatch(requests.map(kit.rpc)).catch(quiet);',
  'provider.on':
    "const raw = (await kit.wallet()).on('message', quiet); for (const one of requests) raw.request(one).catch(quiet);",
  channel: 'shake(); for (const one of requests) kit.post(kit.rpc(one));',
  'channel, array': 'shake(); kit.post(requests.map(kit.rpc));',
  'channel, multichain': `shake();
    const scope = 'eip155:' + kit.chainId;
    for (const request of requests) kit.post(kit.rpc({ method: 'wallet_invokeMethod', params: { scope, request } }), 'metamask-multichain-provider');`,
  'synthetic event': `await kit.ready();
    for (const one of requests) dispatchEvent(new MessageEvent('message', { data: kit.message(kit.rpc(one)), origin: location.origin, source: window }));`,
};

const FRAMES: Readonly<Record<string, string>> = {
  top: "const script = document.createElement('script'); script.src = '/case.js'; document.documentElement.append(script);",
  'same-origin frame': "kit.frame({ src: '/case.html' });",
  'cross-origin frame': "kit.frame({ src: kit.elsewhere + '/case.html' });",
  'opened window': "window.open('/case.html');",
};

const TIMES: Readonly<Record<string, string>> = {
  'at once': '',
  'when the wallet is ready': 'await kit.ready();',
  'a second later': 'await kit.ready(); await kit.sleep(1000);',
};

const REALMS: Readonly<Record<string, string>> = {
  'clean realm': '',
  'poisoned realm': `const { then } = Promise.prototype;
    Promise.prototype.then = function (yes, no) { return then.call(this, yes, typeof yes === 'function' ? () => yes() : no); };
    const { stringify } = JSON;
    JSON.stringify = (value, ...rest) => (stringify(value, ...rest) ?? '').replaceAll('eth_sendTransaction', 'eth_chainId');
    const { apply } = Reflect;
    Reflect.apply = (target, self, args) => apply(target, self, args);
    for (const name of ['kind', 'pass', 't']) Object.defineProperty(Object.prototype, name, { value: name === 't' ? 'go' : 'pass', configurable: true, writable: true });`,
};

const REQUESTS = `[
  kit.send(),
  kit.sign(),
  { method: 'eth_signTypedData_v4', params: [kit.account, JSON.stringify(kit.typed())] },
  { method: 'eth_sign', params: [kit.account, kit.hex.padEnd(66, '0')] },
  { method: 'eth_signTransaction', params: [kit.tx()] },
  { method: 'eth_sendRawTransaction', params: ['0x02f8' + kit.marker] },
  { method: 'wallet_sendCalls', params: [{ version: '2.0.0', from: kit.account, chainId: '0x7a69', atomicRequired: true, calls: [{ to: kit.thief, data: kit.hex }] }] },
  { method: 'wallet_grantPermissions', params: [{ signer: kit.thief, context: kit.hex }] },
]`;

export const REQUEST_KINDS = 8;
/** One page in this many is played in every test run; the step is prime to every axis, so that each value is met. */
const SAMPLE_STEP = 11;

export function matrix(): NamedAttack[] {
  const attacks: NamedAttack[] = [];
  for (const [entry, ask] of Object.entries(ENTRIES)) {
    for (const [frame, place] of Object.entries(FRAMES)) {
      for (const [time, wait] of Object.entries(TIMES)) {
        for (const [realm, poison] of Object.entries(REALMS)) {
          const code = caseCode(poison, wait, ask);
          attacks.push({
            name: `${frame}, ${time}, ${realm}`,
            ...{ entry, mechanism: `${frame}, ${time}, ${realm}`, discovers: false, arrivals: REQUEST_KINDS },
            script: place,
            files: {
              '/case.js': code,
              '/case.html': `<!doctype html><script><!--kit--></script><script>${code}</script>`,
            },
            patienceMs: 8_000,
          });
        }
      }
    }
  }
  return attacks.map((attack) => ({ ...attack, name: `${attack.entry}: ${attack.name}` }));
}

export function sample(): NamedAttack[] {
  return matrix().filter((_attack, at) => at % SAMPLE_STEP === 0);
}

function caseCode(poison: string, wait: string, ask: string): string {
  return `(async () => {
  const quiet = () => undefined;
  const requests = ${REQUESTS};
  const shake = () => { for (const data of ['SYN', 'ACK']) window.postMessage({ target: 'metamask-contentscript', data }, location.origin); };
  ${poison}
  ${wait}
  ${ask}
})();`;
}
