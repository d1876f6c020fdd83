/** A program that serves the built site by one of the files in `deploy/`. */
export interface StaticServer {
  name: string;
  /** How to come by it. */
  missing: string;
  /** What it calls itself in the header `Server`. */
  calledServer: string | undefined;
  /** The status with which it leads to the address with a slash at its end. */
  redirect: number;
  /** Whether it can send the `.br` of a file. */
  brotli: boolean;
  port: number;
  /** What to write into an empty folder and what to start, so that `dist` is served at a port of this machine only. */
  start: (folder: string, dist: string, port: number) => Promise<Started>;
}

interface Started {
  file: string;
  text: string;
  command: readonly [program: string, ...args: string[]];
  /** What ends it in peace. */
  stop: NodeJS.Signals;
}
