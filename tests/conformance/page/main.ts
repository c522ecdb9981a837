import type { Env } from './Check.ts';
import { CHECKS } from './checks.ts';

window.conformance = {
  async run(title) {
    const check = CHECKS.find((one) => one.title === title);
    if (check === undefined) throw new Error(`No check "${title}"`);
    const env = (await (await fetch('/env.json')).json()) as Env;
    return check.run(env);
  },
};
document.body.dataset.ready = '';
