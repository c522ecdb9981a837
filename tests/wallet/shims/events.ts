/**
 * Node's `events` for the browser, as much of it as MetaMask's packages use. `_events` has Node's own shape (a function,
 * or an array of them) because `@metamask/safe-event-emitter` reads it.
 */
type Listener = ((...values: unknown[]) => void) & { listener?: Listener };
type Key = string | symbol;

class Emitter {
  _events: Record<Key, Listener | Listener[]> | undefined;

  on(name: Key, listener: Listener): this {
    return this.insert(name, listener, 'last');
  }

  addListener(name: Key, listener: Listener): this {
    return this.insert(name, listener, 'last');
  }

  prependListener(name: Key, listener: Listener): this {
    return this.insert(name, listener, 'first');
  }

  once(name: Key, listener: Listener): this {
    const wrapped: Listener = (...values) => {
      this.removeListener(name, wrapped);
      Reflect.apply(listener, this, values);
    };
    wrapped.listener = listener;
    return this.insert(name, wrapped, 'last');
  }

  off(name: Key, listener: Listener): this {
    return this.removeListener(name, listener);
  }

  removeListener(name: Key, listener: Listener): this {
    const rest = this.rawListeners(name);
    const at = rest.findLastIndex((item) => item === listener || item.listener === listener);
    if (at < 0) return this;
    rest.splice(at, 1);
    this.store(name, rest);
    return this;
  }

  removeAllListeners(name?: Key): this {
    if (name === undefined) this._events = {};
    else this.store(name, []);
    return this;
  }

  emit(name: Key, ...values: unknown[]): boolean {
    const list = this.rawListeners(name);
    if (list.length === 0 && name === 'error') {
      throw values[0] instanceof Error ? values[0] : new Error('Unhandled error event');
    }
    for (const listener of list) Reflect.apply(listener, this, values);
    return list.length > 0;
  }

  rawListeners(name: Key): Listener[] {
    const held = this._events?.[name];
    if (held === undefined) return [];
    return typeof held === 'function' ? [held] : [...held];
  }

  listeners(name: Key): Listener[] {
    return this.rawListeners(name).map((item) => item.listener ?? item);
  }

  listenerCount(name: Key): number {
    return this.rawListeners(name).length;
  }

  eventNames(): Key[] {
    return Reflect.ownKeys(this._events ?? {});
  }

  setMaxListeners(): this {
    return this;
  }

  getMaxListeners(): number {
    return Number.POSITIVE_INFINITY;
  }

  private insert(name: Key, listener: Listener, where: 'first' | 'last'): this {
    const list = this.rawListeners(name);
    this.store(name, where === 'first' ? [listener, ...list] : [...list, listener]);
    return this;
  }

  private store(name: Key, list: Listener[]): void {
    this._events ??= {};
    const [first] = list;
    if (first === undefined) delete this._events[name];
    else this._events[name] = list.length === 1 ? first : list;
  }
}

/** `readable-stream` inherits the old way, `EventEmitter.call(this)`, which a class refuses. */
export function EventEmitter(): void {}
EventEmitter.prototype = Emitter.prototype;
