import type { Question, Reply } from './check-messages';

/** A worker as the session sees it. */
export interface CheckWorker {
  ask: (question: Question) => void;
  /** Ends it at once, whatever it is doing. */
  end: () => void;
}
export type OpenWorker = (hear: (reply: Reply) => void, fail: (message: string) => void) => CheckWorker;

/** The engine in a module worker of the site itself. */
export const openWorker: OpenWorker = (hear, fail) => {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<readonly Reply[]>) => data.forEach(hear));
  worker.addEventListener('error', (event) => fail(event.message));
  // A worker has no origin to name, unlike a window.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() };
};
