/** The few globals of a page's realm that Node lacks; imported before anything of `page/`. */
class NoObserver {
  observe(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, {
  window: Object.assign(new EventTarget(), { document: {} }),
  MutationObserver: NoObserver,
});

export {};
