import { isRefusal, type Refusal } from '@streakline/event-store';
import type { ReadSide, ReadView } from '@streakline/projections';
import {
  type AskedMoment,
  badMoment,
  type Moment,
  type Page,
  ProblemException,
  problemOfRefusal,
  resolveMoment,
} from '@streakline/web-api';
import type { CutView } from './cut-view';
import { refuseBeforeFirstFact } from './first-facts/first-facts.reader';

/** What every answer rests on. */
export interface RestsOn {
  readonly position: number;
  readonly projectionVersion: number;
  /** The instant asked for; absent where none was. */
  readonly asOf?: string;
}

export type Single<Item> = Item & RestsOn;
export type List<Item> = Page<Item> & RestsOn;

/**
 * Asks the read side, at a past moment where one is asked for (`view.cut`), and puts beside the answer what it rests on:
 * under a cut that is exactly what was stored up to `position`, so that asking with it as `asRecorded` gives the same again.
 *
 * @throws ProblemException 400 with the pointer of the field, where the moment cannot be asked for
 */
export async function answer<Body extends object>(
  readSide: ReadSide,
  asked: AskedMoment,
  work: (view: CutView) => Promise<Body | Refusal>,
): Promise<(Body & RestsOn) | Refusal> {
  const moment = await resolveMoment(readSide, asked);
  if (isRefusal(moment)) throw badMoment(moment);
  const minPosition = Math.max(asked.minPosition ?? 0, moment.asRecorded ?? 0);
  return readSide.read({ minPosition }, async (readView) => {
    const view = await viewAt(readView, moment);
    if (isRefusal(view)) throw badMoment(view);
    const body = await work(view);
    return isRefusal(body) ? body : { ...body, ...restsOn(view) };
  });
}

/**
 * The view at a moment; a refusal that points at `/asOf` where nothing on record was public then.
 *
 * @throws ProblemException 503 while the read models cannot answer of the past
 */
export async function viewAt(readView: ReadView, moment: Moment): Promise<CutView | Refusal> {
  const view = cutAt(readView, moment);
  if (view.cut && view.definition < FIRST_DEFINITION) throw rebuilding();
  return (await refuseBeforeFirstFact(view)) ?? view;
}

/** Rows of an older definition serve, after an upgrade, until they are rebuilt: they do not say what readers of the past ask. */
const FIRST_DEFINITION = 3;

const ONLY_AT_PRESENT =
  'The read models are rebuilt after an upgrade; until then they answer at present only. Ask again in a while (GET /v1/projections says when), or leave asOf and asRecorded out.';

/** The problem of rows that an older definition did not make yet: 503, until they are rebuilt. */
export function rebuilding(detail = ONLY_AT_PRESENT): ProblemException {
  return new ProblemException(503, { code: 'rebuilding', detail, headers: { 'Retry-After': '10' } });
}

function cutAt(view: ReadView, { asOf, asRecorded }: Moment): CutView {
  if (asOf === undefined && asRecorded === undefined) return view;
  return { ...view, cut: { asOf: asOf ?? Infinity, asRecorded: asRecorded ?? view.position } };
}

function restsOn({ cut, position, projectionVersion }: CutView): RestsOn {
  if (cut === undefined) return { position, projectionVersion };
  const asOf = cut.asOf === Infinity ? {} : { asOf: new Date(cut.asOf).toISOString() };
  return { position: cut.asRecorded, projectionVersion, ...asOf };
}

/** The answer, or the refusal as the problem it is over HTTP. */
export function orProblem<Answer extends object>(result: Answer | Refusal): Answer {
  if (isRefusal(result)) throw problemOfRefusal(result);
  return result;
}
