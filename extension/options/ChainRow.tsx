import { t } from '../ui/words.ts';
import { type ChainDraft, chosenUrl, secondProblem, secondUrl, serverProblem, type Urls } from './draft.ts';
import { ProbeLine } from './ProbeLine.tsx';
import { rpcHost } from './rpcUrl.ts';
import { ServerChoice } from './ServerChoice.tsx';

/** One chain: which server tries its requests out, which second one is compared with it, and who that tells. */
export function ChainRow(props: {
  readonly chain: ChainDraft;
  readonly change: (chain: ChainDraft) => void;
  readonly tried: boolean;
  /** The addresses that were just saved, to be asked once; `null` before that. */
  readonly saved: Urls | null;
  readonly seconds: 'asked' | 'if-set';
}) {
  const { chain, change, saved, tried } = props;
  const { chainId, name, offered } = chain;
  const key = String(chainId);
  const url = chosenUrl(chain);
  const second = secondUrl(chain);
  const asksSecond = url !== null && (props.seconds === 'asked' || chain.second.pick !== 'none');
  return (
    <li className="chain" data-chain={chainId}>
      <div className="chain-name">
        <strong>{name}</strong>
        <span className="soft">{t('rpc.chainId', { id: chainId })}</span>
      </div>
      <div className="chain-servers">
        <ServerChoice
          server={chain}
          change={change}
          offered={offered}
          words={{
            label: t('rpc.label', { chain: name }),
            ownLabel: t('rpc.own.label', { chain: name }),
            none: t('rpc.none'),
          }}
          sends={(to) => (to === null ? t('rpc.sendsNothing') : t('rpc.sends', { host: rpcHost(to) }))}
          problem={serverProblem(chain)}
          tried={tried}
        >
          {url !== null && saved?.rpcUrls[key] === url && <ProbeLine url={url} chainId={chainId} />}
        </ServerChoice>
        {asksSecond && (
          <section className="second" aria-label={t('rpc.second.label', { chain: name })}>
            <p>{t('rpc.second')}</p>
            <ServerChoice
              server={chain.second}
              change={(next) => change({ ...chain, second: next })}
              offered={offered}
              words={{
                label: t('rpc.second.label', { chain: name }),
                ownLabel: t('rpc.second.own.label', { chain: name }),
                none: t('rpc.second.none'),
              }}
              sends={(to) =>
                to === null ? t('rpc.second.sendsNothing') : t('rpc.second.sends', { host: rpcHost(to) })
              }
              problem={secondProblem(chain)}
              tried={tried}
            >
              {second !== null && saved?.secondRpcUrls[key] === second && <ProbeLine url={second} chainId={chainId} />}
            </ServerChoice>
          </section>
        )}
      </div>
    </li>
  );
}
