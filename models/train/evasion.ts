import { splitHost } from '../../src/text/domains.ts';
import { seededRandom } from './random.ts';

/** Edits an attacker makes to a name he has yet to register. `only adds` edits must never lower the score. */
export interface Edit {
  readonly name: string;
  readonly onlyAdds: boolean;
  apply(host: string, random: () => number): string;
}

const BENIGN_WORDS = ['google', 'docs', 'library', 'bakery', 'school', 'weather', 'garden', 'hotel', 'news', 'music'];

export const EDITS: readonly Edit[] = [
  { name: 'benign subdomain put before', onlyAdds: true, apply: (host, random) => `${word(random)}.${host}` },
  {
    name: 'five benign subdomains put before',
    onlyAdds: true,
    apply: (host, random) => `${Array.from({ length: 5 }, () => word(random)).join('.')}.${host}`,
  },
  {
    name: 'benign word and hyphen put before',
    onlyAdds: true,
    apply: onLabel((label, random) => `${word(random)}-${label}`),
  },
  {
    name: 'hyphen and benign word put after',
    onlyAdds: true,
    apply: onLabel((label, random) => `${label}-${word(random)}`),
  },
  { name: 'benign word glued on before', onlyAdds: true, apply: onLabel((label, random) => `${word(random)}${label}`) },
  { name: 'benign word glued on after', onlyAdds: true, apply: onLabel((label, random) => `${label}${word(random)}`) },
  { name: 'suffix changed to com', onlyAdds: false, apply: (host) => withSuffix(host, 'com') },
  { name: 'one letter left out', onlyAdds: false, apply: onLabel((label, random) => without(label, random)) },
  { name: 'one letter doubled', onlyAdds: false, apply: onLabel((label, random) => doubled(label, random)) },
  { name: 'two letters swapped', onlyAdds: false, apply: onLabel((label, random) => swapped(label, random)) },
  { name: 'hyphen put in', onlyAdds: false, apply: onLabel((label, random) => hyphenated(label, random)) },
];

/** Each host edited once, with a seed of its own for each edit. */
export function editedHosts(hosts: readonly string[], edit: Edit): string[] {
  const random = seededRandom(EDITS.indexOf(edit) + 1);
  return hosts.map((host) => edit.apply(host, random));
}

function word(random: () => number): string {
  return BENIGN_WORDS[Math.floor(random() * BENIGN_WORDS.length)] ?? '';
}

function onLabel(change: (label: string, random: () => number) => string): Edit['apply'] {
  return (host, random) => {
    const { label, subdomain, suffix } = splitHost(host);
    return `${subdomain === '' ? '' : `${subdomain}.`}${change(label, random)}.${suffix}`;
  };
}

function withSuffix(host: string, suffix: string): string {
  const { label, subdomain } = splitHost(host);
  return `${subdomain === '' ? '' : `${subdomain}.`}${label}.${suffix}`;
}

function without(label: string, random: () => number): string {
  const at = Math.floor(random() * label.length);
  return label.length < 2 ? label : label.slice(0, at) + label.slice(at + 1);
}

function doubled(label: string, random: () => number): string {
  const at = Math.floor(random() * label.length);
  return label.slice(0, at + 1) + label.slice(at);
}

function swapped(label: string, random: () => number): string {
  const at = Math.floor(random() * Math.max(0, label.length - 1));
  return label.slice(0, at) + label.slice(at + 1, at + 2) + label.slice(at, at + 1) + label.slice(at + 2);
}

function hyphenated(label: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(0, label.length - 1));
  return `${label.slice(0, at)}-${label.slice(at)}`;
}
