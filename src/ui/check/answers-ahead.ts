import type { ExtractResult } from '../../extract/extract';
import type { SystemChoice } from '../../importers/imported';
import type { Reply } from './check-messages';
import type { Source } from './check-session';

type Chosen = Source['chosen'];

/** A source as it would be with another choice, and the answer about its site where there is but one. */
interface Ready extends Pick<Source, 'reports' | 'total' | 'rows'> {
  only: ExtractResult | null;
}

interface Job {
  source: number;
  chosen: string;
  ready: Ready;
  done: boolean;
}

/** What takes longer to read or to answer is asked when it is wanted. */
const [MOST_BYTES, MOST_OFFERS] = [4096, 6];

/**
 * Answers to what a visitor can choose next, asked for while they still read the choices: the offered systems of a
 * short list. Its jobs count down from -1, so that no source has the number of one.
 */
export class AnswersAhead {
  readonly #jobs = new Map<number, Job>();
  #last = 0;

  /** Asks for what a source would say with each of its offers. */
  prepare(source: Source, ask: (job: number, chosen: Chosen) => void): void {
    const bytes = source.files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
    const offers = source.reports.flatMap((one) =>
      one.ok ? [] : one.offers.map(({ system, yFirst }) => ({ file: one.file, choice: { system, yFirst } })),
    );
    if (bytes > MOST_BYTES || offers.length > MOST_OFFERS) return;
    for (const { file, choice } of offers) {
      this.#last -= 1;
      const chosen = withChoice(source, file, choice);
      const ready = { reports: [], total: 0, rows: [], only: null };
      this.#jobs.set(this.#last, { source: source.key, chosen: JSON.stringify(chosen), ready, done: false });
      ask(this.#last, chosen);
    }
  }

  /** Takes a reply to a job of its own, also to one that nobody wants any more. */
  hear(reply: Reply): boolean {
    const job = this.#jobs.get(reply.job);
    if (reply.kind === 'broken') this.#jobs.delete(reply.job);
    if (job && reply.kind === 'read') Object.assign(job.ready, { reports: reply.reports, total: reply.total });
    if (job && reply.kind === 'rows') job.ready.rows = [...job.ready.rows, ...reply.rows];
    if (job && reply.kind === 'done') {
      job.ready.only = reply.only;
      job.done = true;
    }
    return reply.kind !== 'extract' && reply.job < 0;
  }

  /** What a source says with a choice, if that is known by now; `created` is when it was made. */
  take(source: Source, chosen: Chosen, created: string): Ready | null {
    const wanted = JSON.stringify(chosen);
    const job = [...this.#jobs.values()].find((one) => one.source === source.key && one.chosen === wanted && one.done);
    if (!job) return null;
    const { only } = job.ready;
    return { ...job.ready, only: only?.ok ? { ...only, extract: { ...only.extract, created } } : only };
  }

  /** Leaves the jobs of a source, or all of them, alone. */
  forget(source?: number): void {
    for (const [number, job] of this.#jobs)
      if (source === undefined || job.source === source) this.#jobs.delete(number);
  }
}

/** What is chosen for the files of a source, with one more choice. */
export function withChoice({ chosen }: Source, file: string, choice: SystemChoice): Chosen {
  return { ...chosen, [file]: choice };
}
