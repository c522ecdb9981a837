import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Outcome, PageMessage } from '../protocol/pages.ts';
import type { QueueView, WhoView } from '../protocol/views.ts';
import { ask } from './ask.ts';

/** As the schema of `popup/who` has it, which pages do not load. */
const MAX_PASTED = 10_000;

/** While a verdict is on its way the queue is also read on a timer, in case a signal is lost. */
const CHECKING_REFETCH_MS = 1000;

/** First part of the key of every query the background answers; only these are read again when it says "changed". */
const BACKGROUND = 'background';

/** Reads everything shown from the background again. */
export function readAgain(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [BACKGROUND] });
}

export function useQueue() {
  return useQuery({
    queryKey: [BACKGROUND, 'review/queue'],
    queryFn: () => ask({ type: 'review/queue' }),
    refetchInterval: ({ state }) => (isChecking(state.data) ? CHECKING_REFETCH_MS : false),
  });
}

export function useStatus(tabId: number | null) {
  return useQuery({
    queryKey: [BACKGROUND, 'popup/status', tabId],
    queryFn: () => ask({ type: 'popup/status', tabId: tabId ?? -1 }),
    enabled: tabId !== null,
  });
}

export function useSettings() {
  return useQuery({ queryKey: [BACKGROUND, 'settings/read'], queryFn: () => ask({ type: 'settings/read' }) });
}

type Doing = Extract<
  PageMessage,
  { type: 'review/decide' | 'review/again' | 'popup/pause' | 'settings/write' | 'history/clear' }
>;

/** Sends what the person chose; everything shown is read again afterwards. */
export function useDo() {
  const client = useQueryClient();
  return useMutation<Outcome, Error, Doing>({
    mutationFn: (message) => ask(message),
    onSettled: () => readAgain(client),
  });
}

/** How often an open window asks for a new block; the background decides whether it is time to look. */
const LOOK_MS = 3_000;

/** While this request is shown and may be decided: asks the background to look again when there is a new block. */
export function useLooks(id: string, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      // Its worker may be starting: the next time will do.
      if (document.visibilityState === 'visible') ask({ type: 'review/look', id }).catch(() => undefined);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [id, on]);
}

/** Asks "who is this?". The answer is a moment's: nothing is kept or read again. */
export function useWho() {
  return useMutation<WhoView, Error, { readonly value: string; readonly chainId: number | null }>({
    mutationFn: ({ value, chainId }) => ask({ type: 'popup/who', value: value.slice(0, MAX_PASTED), chainId }),
  });
}

export type Doer = ReturnType<typeof useDo>;

function isChecking(queue: QueueView | undefined): boolean {
  return queue?.items.some((item) => item.state === 'checking') ?? false;
}
