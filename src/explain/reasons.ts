import type { Evidence, Fact } from '../detectors/Evidence.ts';
import type { ReasonLine } from './Explanation.ts';
import { isMessageId, type MessageArguments } from './messages.ts';
import { quotePhrase } from './quote.ts';
import type { Speech } from './Speech.ts';
import { shareText } from './share.ts';
import { amountText, tokenText } from './tokens.ts';
import { groupedAddress, nameOf } from './who.ts';

const ORDER = ['danger', 'caution', 'note'] as const;

/** Every fired finding in words, worst first; equals keep the detectors' order. */
export function reasonLines(speech: Speech): ReasonLine[] {
  const fired = speech.evidence.filter((one) => one.outcome === 'fired');
  return ORDER.flatMap((severity) => fired.filter((one) => one.severity === severity)).map((one) => ({
    detector: one.detector,
    family: one.family,
    severity: one.severity,
    text: reasonText(speech, one),
    sources: one.sources,
  }));
}

function reasonText(speech: Speech, { message, facts }: Evidence): string {
  const args: MessageArguments = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, factText(speech, fact)]),
  );
  return isMessageId(message) ? speech.say(message, args) : speech.say('reason.unnamed');
}

function factText(speech: Speech, fact: Fact): string | number {
  switch (fact.type) {
    case 'address':
      return addressText(speech, fact.value);
    case 'asset':
      return tokenText(speech, fact.value);
    case 'amount':
      return amountText(speech, fact.asset, fact.value);
    case 'host':
    case 'quote':
      return quotePhrase(fact.value);
    case 'name':
      return fact.value;
    case 'number':
      return fact.value;
    case 'share':
      return shareText(speech, fact.value);
    case 'date':
      return dayText(speech, fact.value);
  }
}

/** A name never replaces an address: both are said. */
function addressText(speech: Speech, value: string): string {
  const address = `0x${value.slice(2).toLowerCase()}` as const;
  const name = nameOf(speech, address);
  return name === null ? groupedAddress(value) : speech.say('address.named', { name, address: groupedAddress(value) });
}

/** Last day that people write with four digits: beyond it, "never". */
const LAST_DAY = '9999-12-30';

function dayText(speech: Speech, day: string): string {
  if (day >= LAST_DAY) return speech.say('until.never-ends');
  return new Intl.DateTimeFormat(speech.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
