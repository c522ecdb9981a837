import type { ReactNode } from 'react';
import type { Explanation, Line } from '../../src/explain/Explanation.ts';
import { Grants } from '../ui/Grants.tsx';
import { Icon } from '../ui/glyphs.tsx';
import { Lines } from '../ui/Lines.tsx';
import { t } from '../ui/words.ts';

/** The three fixed blocks: Leaves, Arrives, Who gets power. An empty one says so, as far as it could be seen. */
export function Effects({ explanation }: { readonly explanation: Explanation }) {
  const { leaves, arrives, grants, control, identity } = explanation;
  const sure = explanation.unknowns.length === 0;
  const nothing = t(sure ? 'review.nothing' : 'review.nothing.seen');
  const nobody = t(sure ? 'review.nobody' : 'review.nobody.seen');
  const power = grants.length + control.length + identity.length;
  return (
    <section className="effects" aria-label={t('review.effects')}>
      <Block name="leaves" title={t('review.leaves')} filled={leaves.length > 0}>
        {leaves.length > 0 ? <Lines lines={leaves} /> : <p className="nothing">{nothing}</p>}
      </Block>
      <Block name="arrives" title={t('review.arrives')} filled={arrives.length > 0}>
        {arrives.length > 0 ? <Lines lines={arrives} /> : <p className="nothing">{nothing}</p>}
      </Block>
      <Block name="power" title={t('review.power')} filled={power > 0}>
        {power === 0 && <p className="nothing">{nobody}</p>}
        {grants.length > 0 && <Grants grants={grants} />}
        <Named title={t('review.control')} lines={control} />
        <Named title={t('review.identity')} lines={identity} />
      </Block>
    </section>
  );
}

function Block(props: {
  readonly name: 'leaves' | 'arrives' | 'power';
  readonly title: string;
  readonly filled: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className="block" data-block={props.name} data-filled={props.filled} aria-labelledby={props.name}>
      <h2 id={props.name}>
        <Icon name={props.name} />
        {props.title}
      </h2>
      <div className="block-body">{props.children}</div>
    </section>
  );
}

function Named({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Lines lines={lines} />
    </>
  );
}
