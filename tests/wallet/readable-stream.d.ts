/** The package ships no types; this is the part of it that MetaMask's streams show. */
declare module 'readable-stream' {
  export class Duplex {
    pipe<Target>(target: Target): Target;
    on(event: 'data', listener: (data: unknown) => void): this;
    write(data: unknown): boolean;
    setMaxListeners(count: number): this;
    destroy(error?: Error): this;
  }
  export interface DuplexOptions {
    readonly objectMode?: boolean;
  }
}
