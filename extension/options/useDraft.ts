import { useState } from 'react';
import type { SettingsView } from '../protocol/views.ts';
import { useDo } from '../ui/queries.ts';
import { type Draft, draftOf, hasProblem, rpcUrls } from './draft.ts';

/** What the page holds until it is saved. Nothing leaves it before `save`. */
export function useDraft(settings: SettingsView) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(settings));
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState<Readonly<Record<string, string | null>> | null>(null);
  const write = useDo();

  const change = (next: Draft) => {
    setDraft(next);
    setSaved(null);
    write.reset();
  };
  const save = () => {
    setTried(true);
    if (write.isPending || draft.chains.some(hasProblem)) return;
    const urls = rpcUrls(draft);
    write.mutate(
      { type: 'settings/write', chosen: true, rpcUrls: urls, show: draft.show, language: draft.language },
      { onSuccess: (outcome) => setSaved(outcome.ok ? urls : null) },
    );
  };
  return { draft, change, save, saved, tried, unfinished: tried && draft.chains.some(hasProblem), write };
}

export type DraftHold = ReturnType<typeof useDraft>;
