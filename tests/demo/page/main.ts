import type { Address, EIP1193Provider } from 'viem';
import type { DemoConfig } from './config.ts';
import { type DemoRequest, REQUESTS } from './requests.ts';

/** The demo page: finds wallets by EIP-6963, connects, and sends one request for each card. */

interface Announced {
  readonly info: { readonly uuid: string; readonly name: string };
  readonly provider: EIP1193Provider;
}

const wallets = new Map<string, Announced>();
const select = element('wallets', HTMLSelectElement);
const connectButton = element('connect', HTMLButtonElement);
let user: Address | null = null;

const demo: DemoConfig = await (await fetch('/config.json')).json();
for (const request of REQUESTS) element('requests', HTMLElement).append(card(request));

window.addEventListener('eip6963:announceProvider', (event) => {
  const { detail } = event as CustomEvent<Announced>;
  if (!wallets.has(detail.info.uuid)) select.append(new Option(detail.info.name, detail.info.uuid));
  wallets.set(detail.info.uuid, detail);
});
window.dispatchEvent(new Event('eip6963:requestProvider'));
connectButton.addEventListener('click', () =>
  ask('connect', 'Connect', async (provider) => {
    const [first] = await provider.request({ method: 'eth_requestAccounts' });
    user = first ?? null;
    element('account', HTMLOutputElement).value = user ?? '';
    for (const button of document.querySelectorAll<HTMLButtonElement>('main button')) button.disabled = user === null;
    return user;
  }),
);
document.body.dataset.ready = 'yes';

function card(request: DemoRequest): HTMLElement {
  const title = Object.assign(document.createElement('h3'), { textContent: request.title });
  const pitch = Object.assign(document.createElement('p'), { textContent: request.pitch });
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    id: request.id,
    textContent: request.title,
    disabled: true,
  });
  button.addEventListener('click', () =>
    ask(request.id, request.title, (provider) => {
      if (user === null) throw new Error('Not connected');
      const { method, params } = request.build(demo, user, location.origin);
      return send(provider, method, params);
    }),
  );
  const article = document.createElement('article');
  article.className = 'card';
  article.append(title, pitch, button);
  return article;
}

/** viem's provider type lists each method apart; a demo sends any of them. */
function send(provider: EIP1193Provider, method: string, params: readonly unknown[]): Promise<unknown> {
  return Reflect.apply(provider.request, provider, [{ method, params }]);
}

/** Runs one request and shows what the page was told; `data-code` is the error's own code. */
async function ask(id: string, title: string, run: (provider: EIP1193Provider) => Promise<unknown>): Promise<void> {
  const line = document.createElement('li');
  const detail = Object.assign(document.createElement('div'), { className: 'detail', textContent: 'waiting ...' });
  line.append(title, detail);
  Object.assign(line.dataset, { request: id, state: 'waiting' });
  element('answers', HTMLElement).prepend(line);
  try {
    const chosen = wallets.get(select.value);
    if (chosen === undefined) throw new Error('No wallet announced itself');
    const answer = await run(chosen.provider);
    detail.textContent = typeof answer === 'string' ? answer : JSON.stringify(answer);
    line.dataset.state = 'answered';
  } catch (error) {
    const { code = 'none', message } = error as { code?: number | string; message: string };
    detail.textContent = `${code}: ${message}`;
    line.dataset.code = String(code);
    line.dataset.state = 'refused';
  }
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} #${id}`);
}
