import { isRefusal, type Refusal } from '@streakline/event-store';
import type { ReadSide, ReadView } from '@streakline/projections';
import { type Page, problemOfRefusal } from '@streakline/web-api';

/** What every answer rests on. */
export interface RestsOn {
  readonly position: number;
  readonly projectionVersion: number;
}

export type Single<Item> = Item & RestsOn;
export type List<Item> = Page<Item> & RestsOn;

/** Asks the read side, and puts beside the answer what it rests on. */
export function answer<Body extends object>(
  readSide: ReadSide,
  minPosition: number | undefined,
  work: (view: ReadView) => Promise<Body | Refusal>,
): Promise<(Body & RestsOn) | Refusal> {
  return readSide.read({ minPosition }, async (view) => {
    const body = await work(view);
    return isRefusal(body) ? body : { ...body, position: view.position, projectionVersion: view.projectionVersion };
  });
}

/** The answer, or the refusal as the problem it is over HTTP. */
export function orProblem<Answer extends object>(result: Answer | Refusal): Answer {
  if (isRefusal(result)) throw problemOfRefusal(result);
  return result;
}
