import type { Line } from '../../src/explain/Explanation.ts';
import { Address } from './Address.tsx';
import { t } from './words.ts';

/** Lines of one block. How we know is said once where all agree, under each line where they differ. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const shared = sharedHow(lines);
  return (
    <>
      <ul className="lines">
        {keyed(lines).map(({ key, value: line }) => (
          <li key={key} className="line">
            <span className="line-text">{line.text}</span>
            {line.address !== null && <Address address={line.address} />}
            {shared === null && <How how={line.how} />}
          </li>
        ))}
      </ul>
      {shared !== null && <How how={shared} />}
    </>
  );
}

export function How({ how }: { readonly how: string }) {
  return <span className="how">{t('review.how', { how })}</span>;
}

/** The words on how we know when every line carries the same, else `null`. */
function sharedHow(lines: readonly Line[]): string | null {
  const first = lines[0]?.how;
  return first !== undefined && lines.every((line) => line.how === first) ? first : null;
}

/** Keys for rows that have no identity of their own and may repeat. */
export function keyed<T>(values: readonly T[]): readonly { readonly key: string; readonly value: T }[] {
  return values.map((value, index) => ({ key: `${index}`, value }));
}
