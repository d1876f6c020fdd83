import type { OpenWorker } from './open-worker';

/** In milliseconds; the largest file that is taken on reads in a tenth of it. */
const PATIENCE = 120_000;

/**
 * A worker that is ended when it has been asked and says nothing any more, so that no file, whatever is in it, keeps a
 * processor busy for ever.
 */
export function watched(open: OpenWorker, patienceMs = PATIENCE): OpenWorker {
  return (hear, fail) => {
    let pending = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = (): void => {
      clearTimeout(timer);
      if (pending === 0) return;
      timer = setTimeout(() => {
        worker.end();
        fail(`no word for ${patienceMs / 1000} s`);
      }, patienceMs);
    };
    const worker = open((reply) => {
      if (reply.kind === 'done' || reply.kind === 'broken' || reply.kind === 'extract') pending -= 1;
      watch();
      hear(reply);
    }, fail);
    return {
      ask: (question) => {
        if (question.kind !== 'plan') pending += 1;
        watch();
        worker.ask(question);
      },
      end: () => {
        clearTimeout(timer);
        worker.end();
      },
    };
  };
}
