import { refuse, type Refusal } from '@streakline/event-store';
import type { StudyProgress } from '@streakline/event-study';
import { z } from 'zod';
import type { StudyKind, StudyOutcome } from '../src/jobs/study-kind';

export const countingRequestSchema = z.strictObject({ to: z.int(), label: z.string().default('plain') });
export type CountingRequest = z.infer<typeof countingRequestSchema>;

interface Counted {
  readonly sum: number;
  /** Events up to the study's position. */
  readonly events: number;
}

export interface CountedRow {
  readonly n: number;
  readonly even: boolean;
}

export interface CountingHooks {
  /** While it gathers, before anything is read. */
  readonly beforeGathering?: (request: CountingRequest) => Promise<void>;
  /** At each number that is computed. */
  readonly atStep?: (n: number, request: CountingRequest) => void;
  /** Instead of 1 to `to`. */
  readonly until?: (n: number, request: CountingRequest) => boolean;
}

/** A kind of study as simple as can be, for specs: adds up 1 to n, with the events up to its position beside. */
export function countingKind(hooks: CountingHooks = {}): StudyKind<CountingRequest, number, Counted, CountedRow> {
  const { beforeGathering, atStep, until = (n, { to }) => n <= to } = hooks;
  return {
    name: 'counting',
    path: '/v1/countings',
    requestSchema: countingRequestSchema,
    resolve: (_view, request) => Promise.resolve(request.to < 0 ? negative() : request),
    async *gather(view, request, position): AsyncGenerator<StudyProgress, number | Refusal, void> {
      yield { phase: 'reading', done: 0, total: 1 };
      await beforeGathering?.(request);
      yield { phase: 'reading', done: 1, total: 1 };
      if (request.label === 'refused') return refuse('invalid', 'nothingToCount', 'There is nothing to count.');
      const { rows } = await view.client.query<{ events: number }>(
        `SELECT count(*)::integer AS events FROM ${view.schema}.amounts WHERE position <= $1`,
        [position],
      );
      return rows[0]?.events ?? 0;
    },
    *compute(events, request): Generator<StudyProgress, StudyOutcome<Counted, CountedRow>, void> {
      let sum = 0;
      for (let n = 1; until(n, request); n += 1) {
        atStep?.(n, request);
        sum += n;
        yield { phase: 'counting', done: n, total: request.to };
      }
      return { result: { sum, events }, rows: rowsTo(request.to) };
    },
    table: ({ result }) => ({ columns: [{ name: 'sum', type: 'number', of: () => result.sum }], rows: [result] }),
    columns: () => [
      { name: 'n', type: 'integer', of: ({ n }) => n },
      { name: 'even', type: 'boolean', of: ({ even }) => even },
    ],
    renderings: { 'text/html': ({ result }) => Promise.resolve(`<p>${result.sum}</p>`) },
  };
}

function* rowsTo(to: number): Generator<CountedRow, void, void> {
  for (let n = 1; n <= to; n += 1) yield { n, even: n % 2 === 0 };
}

function negative(): Refusal {
  const detail = 'Count to 0 or more.';
  return refuse('invalid', 'negativeCount', detail, [{ pointer: '/to', detail }]);
}
