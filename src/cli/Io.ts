/** Where a command reads and writes. Nothing but the answer goes to `stdout`; reasons go to `stderr`. */
export interface Io {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}
