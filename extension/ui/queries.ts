import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outcome, PageMessage } from '../protocol/pages.ts';
import type { QueueView } from '../protocol/views.ts';
import { ask } from './ask.ts';

/** While a verdict is on its way the queue is also read on a timer, in case a signal is lost. */
const CHECKING_REFETCH_MS = 1000;

export function useQueue() {
  return useQuery({
    queryKey: ['review/queue'],
    queryFn: () => ask({ type: 'review/queue' }),
    refetchInterval: ({ state }) => (isChecking(state.data) ? CHECKING_REFETCH_MS : false),
  });
}

export function useStatus(tabId: number | null) {
  return useQuery({
    queryKey: ['popup/status', tabId],
    queryFn: () => ask({ type: 'popup/status', tabId: tabId ?? -1 }),
    enabled: tabId !== null,
  });
}

export function useSettings() {
  return useQuery({ queryKey: ['settings/read'], queryFn: () => ask({ type: 'settings/read' }) });
}

type Doing = Extract<PageMessage, { type: 'review/decide' | 'review/again' | 'popup/pause' | 'settings/write' }>;

/** Sends what the person chose; everything shown is read again afterwards. */
export function useDo() {
  const client = useQueryClient();
  return useMutation<Outcome, Error, Doing>({
    mutationFn: (message) => ask(message),
    onSettled: () => client.invalidateQueries(),
  });
}

export type Doer = ReturnType<typeof useDo>;

function isChecking(queue: QueueView | undefined): boolean {
  return queue?.items.some((item) => item.state === 'checking') ?? false;
}
