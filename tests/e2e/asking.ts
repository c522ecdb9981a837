import type { Page } from 'playwright';
import type { Address, Hex } from 'viem';
import { photograph, reviewPage } from '../setup/reviewWindow.ts';
import type { Session } from '../setup/session.ts';

export interface Asked {
  /** The review window, with a verdict. */
  readonly window: Page;
  /** What the page was told in the end: `answered`, or the code of the error. */
  readonly done: Promise<string>;
}

/** The page sends this transaction; resolves with the window that opens for it. */
export async function askToSend(
  session: Session,
  page: Page,
  transaction: { readonly from: Address; readonly to: Address; readonly data?: Hex; readonly value?: Hex },
): Promise<Asked> {
  await session.wallet.clearLog();
  await page.bringToFront();
  const done = page.evaluate(async (sent) => {
    interface Provider {
      request(call: object): Promise<unknown>;
    }
    const { ethereum } = globalThis as unknown as { ethereum: Provider };
    return ethereum.request({ method: 'eth_sendTransaction', params: [sent] }).then(
      () => 'answered',
      (error: { code: number }) => String(error.code),
    );
  }, transaction);
  // A page that leaves takes its answer along.
  done.catch(() => undefined);
  const window = await reviewPage(session.context, session.id);
  if (window === null) throw new Error('No review window');
  await window.bringToFront();
  return { window, done };
}

/** COUNTERSIGN_PICTURES names a folder for pictures of what is tested, in light and in dark colours. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.COUNTERSIGN_PICTURES;
  if (folder === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await photograph(page, `${folder}/${name}-${colorScheme}.png`);
  }
  await page.emulateMedia({ colorScheme: null });
}
