import type { Refusal } from '@streakline/event-store';
import type { Stepwise, StudyProgress } from '@streakline/event-study';
import type { ReadView } from '@streakline/projections';
import type { CutView } from '@streakline/read-models';
import type { Column, Table } from '@streakline/web-api';
import type { z } from 'zod';

/** What a study comes to: one answer, and a row for everything that it used or left out. */
export interface StudyOutcome<Result extends object, Row extends object> {
  /** Stored as JSON: no NaN, no Map. */
  readonly result: Result;
  /** Stored one after the other in this order; may be made while they are stored. */
  readonly rows: Iterable<Row>;
  /** How many there are, where that is known, for the progress. */
  readonly rowCount?: number;
}

/** A study that is done, as its doors show it. */
export interface FinishedStudy<Request, Result> {
  readonly id: string;
  readonly request: Request;
  readonly position: number;
  readonly result: Result;
}

/**
 * A kind of study: long computations over facts at rest, cut at one position, that are run as jobs. The same request at
 * the same position gives the same outcome, whichever process runs it and however often.
 *
 * First `resolve`, once, when the study is asked for. Then, in whichever process runs it and again from the beginning
 * where that process died, `gather` over the store and `compute` without it. Both yield often, every few milliseconds of
 * work: between two steps the process answers others, tells the progress, and stops where the study was cancelled.
 */
export interface StudyKind<
  Request extends object = object,
  Gathered = unknown,
  Result extends object = object,
  Row extends object = object,
> {
  /** camelCase and stable: stored with each study. */
  readonly name: string;
  /** What one is called, in ids, error codes and their words; default `study`. */
  readonly noun?: JobNoun;
  /** Where it is asked for, such as `/v1/event-studies`. */
  readonly path: string;
  /** Of the body of a POST. */
  readonly requestSchema: z.ZodType<Request>;
  /** Puts ids for refs (as they stood at the view's cut), and refuses what cannot be studied. What it returns, with the position, is the natural key. */
  resolve(view: CutView, request: Request): Promise<Request | Refusal>;
  /** Reads what the study needs, as it was recorded up to `position`; the view may be further on. */
  gather(view: ReadView, request: Request, position: number): AsyncGenerator<StudyProgress, Gathered | Refusal, void>;
  /** Computes; the store is let go of. */
  compute(gathered: Gathered, request: Request): Steps<StudyOutcome<Result, Row> | Refusal>;
  /** The result as a table, for CSV, NDJSON and Arrow. */
  table(study: FinishedStudy<Request, Result>): Table<object>;
  /** Whether a row takes part in the result, or was left out; for rows that are one or the other. */
  isUsed?(row: Row): boolean;
  /** How the rows look in columns. */
  columns(study: FinishedStudy<Request, Result>): readonly Column<Row>[];
  /** Documents for people, by media type, such as `text/html`. Rows are those stored. */
  readonly renderings?: Readonly<Record<string, Rendering<Request, Result, Row>>>;
}

/** A computation that yields its progress; one that waits for another thread does so between its steps. */
type Steps<Outcome> = Stepwise<Outcome> | AsyncGenerator<StudyProgress, Outcome, void>;

/** What the jobs of a kind are called. */
export type JobNoun = keyof typeof idPrefixes;

export const idPrefixes = { study: 'stu', backtest: 'bt' } as const;

/** The code of an error about a job of a kind, such as `unknownStudy`. */
export function codeAbout({ noun = 'study' }: Pick<StudyKind, 'noun'>, before: string, after = ''): string {
  return before === '' ? `${noun}${after}` : `${before}${noun.charAt(0).toUpperCase()}${noun.slice(1)}${after}`;
}

/** Makes a document of a finished study. */
export type Rendering<Request, Result, Row> = {
  render(study: FinishedStudy<Request, Result>, rows: AsyncIterable<Row>): Promise<string>;
}['render'];
