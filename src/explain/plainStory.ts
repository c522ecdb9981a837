import type { Address } from 'viem';
import { isSigned } from './consequenceStory.ts';
import { isHeadlineWord } from './headlineWords.ts';
import type { Speech } from './Speech.ts';
import { type Story, story } from './Story.ts';
import { namingOf } from './tokens.ts';

/** What a request means when nothing of the user's moves: by the kind of thing asked. */
export function plainStory(speech: Speech): Story {
  const { action, chain } = speech;
  if (speech.consequences.some((one) => one.kind === 'unknown' && one.why === 'would-fail'))
    return story('fails', 'payment', 'pay.some');
  const { ask } = speech.request;
  if (ask.kind === 'batch') return story('several', 'blind', 'blind', { count: ask.requests.length });
  if (ask.kind === 'permission' && action.kind === 'batch') return story('permission', 'control', 'control');
  switch (action.kind) {
    case 'login':
      return story('login', 'login', 'login');
    case 'delegation':
      // Only one that takes the present code away has no consequence to lead.
      return story('cancel', 'login', 'login');
    case 'statement':
      return action.does === 'cancels' ? story('cancel', 'login', 'login') : story('statement', 'login', 'login');
    case 'session':
      return story('permission', 'control', 'control');
    case 'connect':
      return story('connect', 'login', 'login');
    case 'message':
      return action.text === null ? story('blind.code', 'blind', 'blind') : story('message', 'login', 'login');
    case 'chain':
      return action.add ? story('network.add', 'site', 'network') : story('network.switch', 'site', 'network');
    case 'asset':
      return assetStory(speech, action.address);
    case 'deployment':
      return story('deploy', 'control', 'control');
    case 'unreadable':
      return story('unreadable', 'blind', 'blind');
    case 'opaque':
    case 'hash':
      return story('opaque', 'blind', 'blind');
    default:
      if (action.kind === 'call' && action.to.toLowerCase() === speech.user?.toLowerCase()) {
        return story('own-account', 'control', 'blind');
      }
      if (isSigned(speech)) return story('signed', 'login', 'login');
      return chain?.run?.status === 'success'
        ? story('call', 'payment', 'pay.some')
        : story('unseen', 'blind', 'blind');
  }
}

/** Which of the three answers the registry has; a token that poses as another has a detector's own words. */
function assetStory(speech: Speech, address: Address): Story {
  const { chain, chainId, registry } = speech;
  const naming = namingOf(speech, { type: 'erc20', address });
  const general = story('asset', 'site', 'list');
  if (naming.kind === 'listed') {
    return isHeadlineWord(naming.symbol, 1)
      ? story('asset.listed', 'site', 'list', { symbol: naming.symbol })
      : general;
  }
  // On a developer's own chain no list knows anything.
  const hasSay = chainId !== null && registry?.chain(chainId) != null && chain?.local !== true;
  return hasSay && naming.kind !== 'posing' ? story('asset.unlisted', 'site', 'list') : general;
}
