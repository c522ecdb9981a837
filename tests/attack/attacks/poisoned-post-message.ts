import type { Attack } from '../Attack.ts';

/** What leaves the guardian's port leaves through the page. */
export const attack: Attack = {
  entry: 'provider.request',
  mechanism: 'MessagePort.prototype.postMessage answers its own asks',
  discovers: true,
  script: `
const wallet = await kit.wallet();
const { postMessage } = MessagePort.prototype;
MessagePort.prototype.postMessage = function (message, ...rest) {
  if (message?.id) this.dispatchEvent(new MessageEvent('message', { data: { t: 'go', id: message.id } }));
  return postMessage.call(this, message, ...rest);
};
wallet.request(kit.send());
`,
};
