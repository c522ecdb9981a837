import { readHostCard } from '../../src/model/HostCard.ts';
import type { SettingsView } from '../protocol/views.ts';
import type { ReadFile } from './packaged.ts';

/** Which model this release ships, as its card names it; `null` when there is none. */
export async function modelFacts(read: ReadFile): Promise<SettingsView['model']> {
  try {
    const { id, commitment } = readHostCard(JSON.parse(new TextDecoder().decode(await read('models/hosts.json'))));
    return { id, commitment };
  } catch {
    return null;
  }
}
