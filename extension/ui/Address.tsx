import { useState } from 'react';
import { addressGroups, shortGroups } from './address.ts';
import { CopyButton } from './CopyButton.tsx';
import { t } from './words.ts';

/** An address in readable groups: both ends at once, all of it on demand, and a way to copy it. */
export function Address({ address }: { readonly address: string }) {
  const [whole, setWhole] = useState(false);
  const { head, tail } = shortGroups(address);
  return (
    <span className="address">
      <code className="address-text" dir="ltr" translate="no">
        {whole || tail.length === 0 ? (
          <Groups groups={addressGroups(address)} />
        ) : (
          <>
            <Groups groups={head} />
            <span className="address-gap">…</span>
            <Groups groups={tail} />
          </>
        )}
      </code>
      {tail.length > 0 && (
        <button
          type="button"
          className="small-button"
          aria-expanded={whole}
          aria-label={t(whole ? 'address.less' : 'address.all')}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? 'address.less.short' : 'address.all.short')}
        </button>
      )}
      <CopyButton text={address} label={t('address.copy')} />
    </span>
  );
}

function Groups({ groups }: { readonly groups: readonly string[] }) {
  const seen = new Map<string, number>();
  return groups.map((group) => {
    const count = (seen.get(group) ?? 0) + 1;
    seen.set(group, count);
    return (
      <span key={`${group}.${count}`} className="address-group">
        {group}
      </span>
    );
  });
}
