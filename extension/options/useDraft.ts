import { useState } from 'react';
import type { SettingsView } from '../protocol/views.ts';
import { useDo } from '../ui/queries.ts';
import { mayTellRpc } from './consent.ts';
import { type Draft, draftOf, hasProblem, type Urls, urlsOf } from './draft.ts';

/** What the page holds until it is saved. Nothing leaves it before `save`. */
export function useDraft(settings: SettingsView) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(settings));
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState<Urls | null>(null);
  const [refused, setRefused] = useState(false);
  const write = useDo();

  const change = (next: Draft) => {
    setDraft(next);
    setSaved(null);
    setRefused(false);
    write.reset();
  };
  const save = () => {
    setTried(true);
    if (write.isPending || draft.chains.some(hasProblem)) return;
    const urls = urlsOf(draft);
    const keep = () =>
      write.mutate(
        { type: 'settings/write', chosen: true, ...urls, show: draft.show, language: draft.language },
        { onSuccess: (outcome) => setSaved(outcome.ok ? urls : null) },
      );
    setRefused(false);
    if (Object.values(urls.rpcUrls).every((url) => url === null)) return keep();
    void mayTellRpc().then((may) => (may ? keep() : setRefused(true)));
  };
  return { draft, change, save, saved, tried, refused, unfinished: tried && draft.chains.some(hasProblem), write };
}

export type DraftHold = ReturnType<typeof useDraft>;
