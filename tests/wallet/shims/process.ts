/** What `readable-stream` asks of Node's `process`. */
export const nodeProcess = {
  browser: true,
  env: {},
  stdout: null,
  stderr: null,
  nextTick(task: (...values: unknown[]) => void, ...values: unknown[]): void {
    queueMicrotask(() => task(...values));
  },
};
