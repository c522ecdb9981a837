import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import browser from 'webextension-polyfill';
import { t } from '../ui/words.ts';
import { type Probe, probe } from './probe.ts';
import { hostPattern, rpcHost } from './rpcUrl.ts';

/** After saving: whether the chosen RPC answers, and for this chain; where it stays silent, a way to allow it. */
export function ProbeLine({ url, chainId }: { readonly url: string; readonly chainId: number }) {
  const [denied, setDenied] = useState(false);
  const asked = useQuery({
    queryKey: ['probe', url, chainId],
    queryFn: () => probe(url, chainId),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const pattern = hostPattern(url);
  const allow = async (origin: string) => {
    const given = await browser.permissions.request({ origins: [origin] });
    setDenied(!given);
    if (given) await asked.refetch();
  };
  return (
    <div className="probe" role="status" data-probe={asked.data?.type ?? 'wait'}>
      <p>{asked.data === undefined || asked.isFetching ? t('rpc.probe.wait') : probeText(asked.data)}</p>
      {asked.data?.type === 'silent' && !asked.isFetching && pattern !== null && (
        <button type="button" className="plain-button" onClick={() => void allow(pattern)}>
          {t('rpc.probe.allow', { host: rpcHost(url) })}
        </button>
      )}
      {denied && <p>{t('rpc.probe.denied')}</p>}
    </div>
  );
}

function probeText(answer: Probe): string {
  switch (answer.type) {
    case 'right':
      return t('rpc.probe.right');
    case 'wrong':
      return t('rpc.probe.wrong', { id: answer.chainId });
    case 'strange':
      return t('rpc.probe.strange');
    case 'silent':
      return t('rpc.probe.silent');
  }
}
