import en from '../../src/explain/messages/ui.en.json';

/** The few sentences the background itself answers a page of ours with. */
export function word(id: keyof typeof en): string {
  return en[id];
}
