import type { Address } from 'viem';
import type { Amount, Asset } from '../decode/Action.ts';
import type { Basis, Identity, Leaves } from '../simulate/Consequence.ts';
import { ofKind, owedAsset } from './consequenceStory.ts';
import type { Line } from './Explanation.ts';
import { quotePhrase } from './quote.ts';
import type { Speech } from './Speech.ts';
import { shareText } from './share.ts';
import { amountText } from './tokens.ts';
import { capitalised, payeeText, whoText } from './who.ts';
import { worthText } from './worth.ts';

/** One line per consequence of its kind, in the consequences' own order. */
export function leavesLines(speech: Speech): Line[] {
  return shown(speech, ofKind(speech, 'leaves'), ({ asset, amount, to, share, basis, debtOf }) => {
    if (debtOf !== undefined) return debtLine(speech, 'line.debt.more', { asset, amount, basis, debtOf });
    const what = amountAndWorth(speech, asset, amount);
    const part = share === null ? what : speech.say('line.share', { what, share: shareText(speech, share) });
    const text =
      to === null
        ? speech.say('line.leaves', { what: part })
        : speech.say('line.leaves.to', { what: part, who: payeeText(speech, to) });
    return { text: capitalised(text), how: howText(speech, basis), address: to };
  });
}

export function arrivesLines(speech: Speech): Line[] {
  return shown(speech, ofKind(speech, 'arrives'), ({ asset, amount, basis, debtOf }) => {
    if (debtOf !== undefined) return debtLine(speech, 'line.debt.less', { asset, amount, basis, debtOf });
    return {
      text: capitalised(speech.say('line.arrives', { what: amountAndWorth(speech, asset, amount) })),
      how: howText(speech, basis),
      address: asset.type === 'native' ? null : asset.address,
    };
  });
}

/** Told in what is owed, where that has a name or decimals; the address is that of the token that counts it. */
function debtLine(
  speech: Speech,
  id: 'line.debt.more' | 'line.debt.less',
  debt: Pick<Leaves, 'asset' | 'amount' | 'basis'> & { readonly debtOf: Address },
): Line {
  return {
    text: capitalised(speech.say(id, { what: amountAndWorth(speech, owedAsset(speech, debt), debt.amount) })),
    how: howText(speech, debt.basis),
    address: debt.asset.type === 'native' ? null : debt.asset.address,
  };
}

/** More than any honest batch has; a request of 2 MB can name 15,000. */
const MOST_LINES = 500;

/** A line of each, and how many more there are. */
function shown<Each>(speech: Speech, all: readonly Each[], line: (one: Each) => Line): Line[] {
  const lines = all.slice(0, MOST_LINES).map(line);
  const count = all.length - lines.length;
  if (count === 0) return lines;
  return [...lines, { text: speech.say('line.more', { count }), how: howText(speech, 'stated'), address: null }];
}

/** The worth is words beside the amount: never in a headline, never in a colour. */
function amountAndWorth(speech: Speech, asset: Asset, amount: Amount): string {
  const what = amountText(speech, asset, amount);
  const worth = worthText(speech, asset, amount);
  return worth === null ? what : speech.say('line.worth', { what, worth });
}

export function controlLines(speech: Speech): Line[] {
  return ofKind(speech, 'control').map(({ of, to, what, basis }) => ({
    text: capitalised(speech.say('line.control', { what, who: whoText(speech, to), of: whoText(speech, of) })),
    how: howText(speech, basis),
    address: to,
  }));
}

export function identityLines(speech: Speech): Line[] {
  return ofKind(speech, 'identity').map(({ to, scope }: Identity) => ({
    text: speech.say('line.identity', { scope, to: quotePhrase(to) }),
    how: howText(speech, 'stated'),
    address: null,
  }));
}

export function howText(speech: Speech, basis: Basis): string {
  switch (basis) {
    case 'stated':
      return speech.say('how.stated');
    case 'simulated':
      return speech.say('how.simulated');
    case 'both':
      return speech.say('how.both');
    case 'disagree':
      return speech.say('how.disagree');
  }
}
