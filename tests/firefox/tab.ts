import { type Bidi, BidiError } from './bidi.ts';

/** One top-level browsing context: a tab, or the one page of a window. */
export interface Tab {
  readonly context: string;
  goto(url: string, wait?: 'none' | 'interactive' | 'complete'): Promise<void>;
  /**
   * Runs the body of an async function in the page, with `args` as JSON, and resolves to what it returns (JSON). Rejects
   * with `BidiError` when it throws.
   */
  run<Result = unknown>(body: string, ...args: readonly unknown[]): Promise<Result>;
  /** Polls until the body returns something truthy. */
  until<Result = unknown>(body: string, ...args: readonly unknown[]): Promise<Result>;
  /** A real press of the mouse in the middle of the element. */
  click(selector: string): Promise<void>;
  /** Brings the tab to the front: only then its page has focus. */
  activate(): Promise<void>;
  /** A PNG. */
  photograph(): Promise<Buffer>;
  back(): Promise<void>;
  close(): Promise<void>;
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly type: string; readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

const POLL_MS = 50;
const PATIENCE_MS = 20_000;

export function tabOf(bidi: Bidi, context: string): Tab {
  const tab: Tab = {
    context,
    async goto(url, wait = 'complete') {
      await bidi.send('browsingContext.navigate', { context, url, wait });
    },
    async run<Result>(body: string, ...args: readonly unknown[]): Promise<Result> {
      const answer = await bidi.send<Evaluated>('script.callFunction', {
        functionDeclaration: `async (text) => { const args = JSON.parse(text); const value = await (async () => { ${body} })(); return JSON.stringify(value ?? null); }`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
        target: { context },
        awaitPromise: true,
      });
      if (answer.type === 'exception') throw new BidiError(answer.exceptionDetails?.text ?? 'the script threw');
      return JSON.parse(answer.result?.value ?? 'null') as Result;
    },
    async until<Result>(body: string, ...args: readonly unknown[]): Promise<Result> {
      let trouble = '';
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
        try {
          const value = await tab.run<Result>(body, ...args);
          if (value) return value;
        } catch (error) {
          // A page that is being left; what is told is the last of it.
          trouble = String(error);
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
      throw new BidiError(`not so in ${PATIENCE_MS / 1000} s: ${body} ${trouble}`);
    },
    async click(selector) {
      const { x, y } = await tab.until<{ x: number; y: number }>(PLACE, selector);
      const pointer = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await bidi.send('input.performActions', {
        context,
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: pointer }],
      });
    },
    async activate() {
      await bidi.send('browsingContext.activate', { context });
    },
    async photograph() {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    async back() {
      await bidi.send('browsingContext.traverseHistory', { context, delta: -1 });
    },
    async close() {
      await bidi.send('browsingContext.close', { context });
    },
  };
  return tab;
}

const PLACE = `
const element = document.querySelector(args[0]);
if (element === null) return null;
element.scrollIntoView({ block: 'center', behavior: 'instant' });
const { left, top, width, height } = element.getBoundingClientRect();
return width === 0 ? null : { x: left + width / 2, y: top + height / 2 };`;
