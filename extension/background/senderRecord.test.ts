import { describe, expect, it } from 'vitest';
import type { SenderLike } from '../protocol/senders.ts';
import { callerOf } from './senderRecord.ts';

const OWN = 'aabf';
const sender = (over: Partial<SenderLike> = {}): SenderLike => ({
  ...{ id: OWN, url: 'https://a.example/page', origin: 'https://a.example', documentId: 'D', frameId: 0 },
  tab: { id: 7, url: 'https://a.example/page', incognito: false },
  ...over,
});

describe('callerOf', () => {
  it("takes origin and top origin from the browser's record", () => {
    expect(callerOf(sender(), OWN, [])).toMatchObject({
      ...{ origin: 'https://a.example', topOrigin: 'https://a.example', frame: 'top', document: 'D', tabId: 7 },
    });
    const frame = sender({ frameId: 3, origin: 'https://f.example', url: 'https://f.example/' });
    expect(callerOf(frame, OWN, [])).toMatchObject({
      origin: 'https://f.example',
      topOrigin: 'https://a.example',
      frame: 'sub',
    });
  });

  it('keeps an opaque origin opaque', () => {
    const sandboxed = sender({ frameId: 3, origin: 'null', url: 'about:srcdoc' });
    expect(callerOf(sandboxed, OWN, [])).toMatchObject({ origin: null, topOrigin: 'https://a.example' });
    expect(callerOf(sender({ origin: undefined, url: 'data:text/html,x' }), OWN, [])?.origin).toBeNull();
  });

  it("asks the frame tree where the tab's address is withheld", () => {
    const frame = sender({ frameId: 3, origin: 'https://f.example', tab: { id: 7, incognito: false } });
    expect(callerOf(frame, OWN, ['https://mid.example', 'https://top.example'])?.topOrigin).toBe('https://top.example');
    expect(callerOf(frame, OWN, [])?.topOrigin).toBeNull();
  });

  it('refuses who is no content script of ours', () => {
    expect(callerOf(undefined, OWN, [])).toBeNull();
    expect(callerOf(sender({ id: 'other' }), OWN, [])).toBeNull();
    expect(callerOf(sender({ tab: undefined }), OWN, [])).toBeNull();
  });

  it('names a document even where the browser does not', () => {
    const one = callerOf(sender({ documentId: undefined }), OWN, [])?.document;
    const two = callerOf(sender({ documentId: undefined, frameId: 2 }), OWN, [])?.document;
    expect(one).not.toBe(two);
  });
});
