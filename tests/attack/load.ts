import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attack } from './Attack.ts';
import type { NamedAttack } from './lab.ts';

const FOLDER = join(import.meta.dirname, 'attacks');

/** Every module of `attacks/` whose file name has one of these parts (`a,b`). Rejects when two share entry and mechanism: one of them proves nothing. */
export async function loadAttacks(only = ''): Promise<NamedAttack[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.ts')).sort();
  const attacks = await Promise.all(
    files.map(async (file): Promise<NamedAttack> => {
      const { attack } = (await import(`./attacks/${file.slice(0, -3)}.ts`)) as { attack: Attack };
      return { name: file.slice(0, -3), ...attack };
    }),
  );
  const ways = new Map<string, string>();
  for (const { name, entry, mechanism } of attacks) {
    const way = `${entry} / ${mechanism}`;
    const twin = ways.get(way);
    if (twin !== undefined) throw new Error(`${name} and ${twin} are the same attack: ${way}`);
    ways.set(way, name);
  }
  const parts = only.split(',');
  return attacks.filter(({ name }) => parts.some((part) => name.includes(part)));
}
