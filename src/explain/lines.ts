import type { Amount, Asset } from '../decode/Action.ts';
import type { Basis, Identity } from '../simulate/Consequence.ts';
import { ofKind } from './consequenceStory.ts';
import type { Line } from './Explanation.ts';
import { quotePhrase } from './quote.ts';
import type { Speech } from './Speech.ts';
import { shareText } from './share.ts';
import { amountText } from './tokens.ts';
import { capitalised, payeeText, whoText } from './who.ts';
import { worthText } from './worth.ts';

/** One line per consequence of its kind, in the consequences' own order. */
export function leavesLines(speech: Speech): Line[] {
  return ofKind(speech, 'leaves').map(({ asset, amount, to, share, basis }) => {
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
  return ofKind(speech, 'arrives').map(({ asset, amount, basis }) => ({
    text: capitalised(speech.say('line.arrives', { what: amountAndWorth(speech, asset, amount) })),
    how: howText(speech, basis),
    address: asset.type === 'native' ? null : asset.address,
  }));
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
