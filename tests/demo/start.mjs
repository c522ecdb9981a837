import { ensureReady } from '../setup/ensure.mjs';

/** `npm start`: sets up what is missing, then runs the demo in this process. `--headless` walks through it alone. */

ensureReady();
// Only now is there a node_modules to load from.
const { register } = await import('tsx/esm/api');
register();
await import('./demo.ts');
