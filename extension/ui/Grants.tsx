import type { GrantLine } from '../../src/explain/Explanation.ts';
import { Address } from './Address.tsx';
import { How, keyed } from './Lines.tsx';
import { t } from './words.ts';

/** Who gets power: who, over what, how much, until when, how to take it back. */
export function Grants({ grants }: { readonly grants: readonly GrantLine[] }) {
  return (
    <ul className="lines">
      {keyed(grants).map(({ key, value: grant }) => (
        <li key={key} className="line grant">
          <span className="line-text">{grant.power}</span>
          <dl className="facts">
            <dt>{t('review.grant.who')}</dt>
            {grant.who !== grant.address && <dd>{grant.who}</dd>}
            {grant.address !== null && (
              <dd className="fact-address">
                <Address address={grant.address} />
              </dd>
            )}
            <Fact name={t('review.grant.what')} value={grant.what} />
            <Fact name={t('review.grant.limit')} value={grant.limit} weight="strong" />
            <Fact name={t('review.grant.less')} value={grant.less ?? ''} />
            <Fact name={t('review.grant.until')} value={grant.until} weight="strong" />
            <Fact name={t('review.grant.back')} value={grant.takeBack} />
          </dl>
          <How how={grant.how} />
        </li>
      ))}
    </ul>
  );
}

function Fact(props: { readonly name: string; readonly value: string; readonly weight?: 'strong' }) {
  if (props.value === '') return null;
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.weight === 'strong' ? <strong>{props.value}</strong> : props.value}</dd>
    </>
  );
}
