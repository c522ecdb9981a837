import type { Outcome, PageAnswers, PageMessage } from '../protocol/pages.ts';
import type { QueueView, SettingsView } from '../protocol/views.ts';
import { chainSettings, isUsableRpcUrl } from './chains.ts';
import type { Checker } from './checker.ts';
import type { Desk, Live } from './desk.ts';
import type { HistoryBook } from './history.ts';
import type { Packaged } from './packaged.ts';
import type { Pauses } from './pauses.ts';
import { isWaiting } from './requestState.ts';
import type { Settings } from './settings.ts';
import { readStatus } from './status.ts';
import { reviewView, type ViewFacts } from './view.ts';
import { FRESH_MS } from './watch.ts';
import { word } from './words.ts';
import { hasWorsened } from './worsened.ts';

export interface PageTools {
  readonly desk: Desk;
  readonly settings: Settings;
  readonly history: HistoryBook;
  readonly pauses: Pauses;
  readonly packaged: Promise<Packaged>;
  readonly checker: Checker;
  readonly model: () => Promise<SettingsView['model']>;
  readonly now: () => number;
  readonly changed: () => void;
  readonly pause: (durationMs: number) => Promise<void>;
  /** Forgets whom the person dealt with, what they decided and what they need not see again. */
  readonly forget: () => Promise<void>;
  /** The window asks whether a new block changes anything for this request. */
  readonly look: (id: string) => Promise<void>;
  /** The pause of a site was turned on or off: its tab's mark. */
  readonly markPaused: (on: boolean) => void;
}

export { FRESH_MS } from './watch.ts';

const RESTART_MS = 5_000;
const LOOK_MS = 50;
const DONE: Outcome = { ok: true };

/** Answers our own pages. Every rule a page holds up is held up here too: a page is shown, it decides nothing. */
export function createPageAnswers(tools: PageTools) {
  const { desk, settings } = tools;

  return async function answer(message: PageMessage): Promise<PageAnswers[PageMessage['type']]> {
    switch (message.type) {
      case 'review/queue':
        return queue();
      case 'review/decide':
        return message.choice === 'reject'
          ? reject(message.id)
          : proceed(message.id, message.picked, message.seenAt ?? Number.POSITIVE_INFINITY);
      case 'review/again':
        return (await desk.recheck(message.id)) === null ? refused('review.failed') : DONE;
      case 'review/look':
        await tools.look(message.id);
        return DONE;
      case 'popup/status':
        return readStatus(
          {
            tabId: message.tabId,
            pausedUntil: (host) => tools.pauses.until(host),
            chosen: settings.current().chosen,
            recent: tools.history.recent(),
            waiting: desk.waiting().length,
          },
          tools.checker,
        );
      case 'popup/pause':
        await tools.pauses.set(message.host, message.on);
        tools.markPaused(message.on);
        tools.changed();
        return DONE;
      case 'popup/who':
        return tools.checker.who(message.value, message.chainId);
      case 'settings/read':
        return settingsView();
      case 'settings/write':
        return write(message);
      case 'history/clear':
        await tools.forget();
        tools.changed();
        return DONE;
    }
  };

  async function reject(id: string): Promise<Outcome> {
    return (await desk.decide(id, 'reject')) ? DONE : refused('review.failed');
  }

  async function proceed(id: string, picked: number | null, seenAt: number): Promise<Outcome> {
    await checked(id);
    const found = desk.find(id);
    const report = found?.live?.report ?? null;
    if (found === null || report === null) return refused('review.failed');
    const { challenge } = report.explanation;
    if (report.verdict.friction === 'fact' && challenge !== null && picked !== challenge.answer) {
      return refused('review.challenge.wrong');
    }
    // A look that is under way may find what the person has not seen.
    if (tools.now() - (found.live?.checkedAt ?? 0) > FRESH_MS || desk.isLooking(id)) {
      const again = await desk.recheck(id);
      if (again === null) return refused('review.failed');
      if (hasWorsened(again.before, again.after)) return refused('review.changed');
    }
    if (seenAt < (desk.find(id)?.live?.worseAt ?? 0)) return refused('review.changed');
    return (await desk.decide(id, 'continue')) ? DONE : refused('review.failed');
  }

  /** After the worker's restart the page has to come back and the check to run again; the person need not press twice. */
  async function checked(id: string): Promise<void> {
    for (let waited = 0; waited < RESTART_MS; waited += LOOK_MS) {
      const found = desk.find(id);
      if (found === null || !isWaiting(found.request) || (found.live?.report ?? null) !== null) return;
      await tools.pause(LOOK_MS);
    }
  }

  async function queue(): Promise<QueueView> {
    const { lists, registry } = await tools.packaged;
    const sources = lists?.sources.map(({ name, date }) => ({ name, date })) ?? [];
    const items = desk.waiting().map(({ request, live }) => {
      const chainId = live?.report?.request.chainId ?? live?.ask.chainId ?? null;
      const registered = chainId === null ? null : (registry?.chain(chainId)?.name ?? null);
      const chainName = registered ?? (chainId === null ? null : nameOfChain(chainId));
      const looks = { checkedAt: live?.checkedAt ?? 0, again: live?.again ?? null };
      return reviewView(request, live?.report ?? null, factsOf(live, chainName, sources), looks);
    });
    return { items };
  }

  function nameOfChain(chainId: number): string {
    const set = chainSettings(settings.current().rpcUrls).find((chain) => chain.chainId === chainId);
    return set?.name ?? `eip155:${chainId}`;
  }

  async function settingsView(): Promise<SettingsView> {
    const { chosen, rpcUrls, secondRpcUrls, show, language } = settings.current();
    const { lists, registry } = await tools.packaged;
    const licences = registry?.sources ?? [];
    return {
      chosen,
      chains: chainSettings(rpcUrls, secondRpcUrls),
      show,
      language,
      lists: [
        ...(lists?.sources ?? []).map(({ name, date, entries }) => ({ name, date, entries, licence: '' })),
        ...licences.map(({ name, date, licence }) => ({ name, date, entries: 0, licence })),
      ],
      model: await tools.model(),
    };
  }

  async function write(message: Extract<PageMessage, { type: 'settings/write' }>): Promise<Outcome> {
    const { chosen, rpcUrls, secondRpcUrls, show, language } = message;
    const urls = [...Object.values(rpcUrls), ...Object.values(secondRpcUrls ?? {})];
    if (!urls.every((url) => url === null || isUsableRpcUrl(url))) return refused('settings.fix');
    try {
      const seconds = secondRpcUrls === undefined ? {} : { secondRpcUrls };
      await settings.save({ chosen, rpcUrls, ...seconds, show, language });
    } catch {
      return refused('settings.failed');
    }
    tools.changed();
    return DONE;
  }
}

function factsOf(live: Live | null, chainName: string | null, lists: ViewFacts['lists']): ViewFacts {
  return {
    method: live?.ask.method ?? '',
    paramsText: live?.ask.paramsText ?? '',
    walletName: live?.ask.walletName ?? null,
    account: live?.ask.account ?? null,
    chainName,
    lists,
  };
}

function refused(id: Parameters<typeof word>[0]): Outcome {
  return { ok: false, refused: word(id) };
}
