import type { Check, Listener } from '../Check.ts';
import { outcomeNow, pause } from '../observe.ts';

/** The emitter's own methods, on events the page emits itself. */
export const LISTENERS: readonly Check[] = [
  {
    title: 'on and its kin give the provider back, and listeners have it as this',
    alone: { returned: [true, true, true, true, true, true, true, true], self: true, args: [1, 'two', { three: 3 }] },
    run: async () => {
      const { ethereum } = window;
      const noop = () => undefined;
      const returned = [
        ethereum.on('x', noop),
        ethereum.once('x', noop),
        ethereum.addListener('x', noop),
        ethereum.prependListener('x', noop),
        ethereum.removeListener('x', noop),
        ethereum.off('x', noop),
        ethereum.removeAllListeners('x'),
        ethereum.setMaxListeners(50),
      ].map((value) => value === ethereum);
      let self: unknown;
      let args: readonly unknown[] = [];
      ethereum.on('y', function (...given) {
        self = this;
        args = given;
      });
      const emitted = [ethereum.emit('y', 1, 'two', { three: 3 }), ethereum.emit('nobody')];
      return { returned, self: self === ethereum, args, emitted };
    },
  },
  {
    title: 'add, remove, once, order and counts',
    alone: { heard: ['first', 'a', 'a', 'once', 'first', 'a'] },
    run: async () => {
      const { ethereum } = window;
      const heard: string[] = [];
      const a = () => heard.push('a');
      const once = () => heard.push('once');
      ethereum.on('x', a).on('x', a).once('x', once);
      ethereum.prependListener('x', () => heard.push('first'));
      const counts = [ethereum.listenerCount('x')];
      ethereum.emit('x');
      counts.push(ethereum.listenerCount('x'));
      ethereum.removeListener('x', a);
      ethereum.emit('x');
      ethereum.once('x', once).off('x', once);
      counts.push(ethereum.listenerCount('x'));
      ethereum.removeListener('x', () => undefined).removeAllListeners('x');
      counts.push(ethereum.listenerCount('x'));
      ethereum.emit('x');
      return { heard, counts, names: ethereum.eventNames().filter((name) => name === 'x') };
    },
  },
  {
    title: 'listeners and rawListeners name the page’s own functions',
    alone: { own: [true, true], raw: true },
    run: async () => {
      const { ethereum } = window;
      const one: Listener = () => undefined;
      const two: Listener = () => undefined;
      ethereum.on('x', one).once('x', two);
      const [first, second] = ethereum.listeners('x');
      return { own: [first === one, second === two], raw: ethereum.rawListeners('x')[0] === one };
    },
  },
  {
    title: 'a listener that removes another, one that throws, one that is no function',
    run: async () => {
      const { ethereum } = window;
      const heard: string[] = [];
      const thrown: string[] = [];
      addEventListener('error', (event) => {
        thrown.push(event.message);
        event.preventDefault();
      });
      const removed = () => heard.push('removed');
      ethereum.on('x', () => ethereum.off('x', removed)).on('x', removed);
      ethereum.emit('x');
      ethereum.emit('x');
      ethereum.on('y', () => {
        throw new Error('the page’s own fault');
      });
      ethereum.on('y', () => heard.push('after a throw'));
      const emitted = outcomeNow(() => ethereum.emit('y'));
      await pause(30);
      return { heard, thrown, emitted };
    },
  },
  {
    title: 'async listeners, arrow functions, bound methods and one listener on two events',
    run: async () => {
      const { ethereum } = window;
      const heard: string[] = [];
      class Page {
        readonly name = 'page';
        hear(value: unknown): void {
          heard.push(`${this.name} ${String(value)}`);
        }
      }
      const page = new Page();
      const bound = page.hear.bind(page) as Listener;
      ethereum.on('x', bound).on('y', bound);
      ethereum.on('x', async () => {
        await pause(1);
        heard.push('later');
      });
      ethereum.emit('x', 1);
      ethereum.emit('y', 2);
      ethereum.off('x', bound);
      ethereum.emit('x', 3);
      ethereum.emit('y', 4);
      await pause(30);
      return heard;
    },
  },
];
