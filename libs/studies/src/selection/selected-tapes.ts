import {
  type Cut,
  type Happening,
  happeningsOf,
  type Known,
  knownBy,
  otherClassesOf,
  withClasses,
} from '@streakline/dossiers';
import type { StudyProgress } from '@streakline/event-study';
import type { ReadView } from '@streakline/projections';
import { dossierOf, readFacts } from '@streakline/read-models';
import { candidateInstruments } from './candidate-instruments';
import { dateOf, type EventTraits, eventTraits } from './event-traits';
import { type Selector, selectorOf } from './selector';
import type { StudySelection } from './study-selection';

/** A reaction that a selection selects. Its day 0 may be assumed, or lie outside the calendar (`day0Ordinal` null). */
export interface SelectedEvent {
  readonly happening: Happening;
  readonly traits: EventTraits;
}

/** One instrument with what a selection selects of it. */
export interface SelectedTape {
  /** At the study's cut. All its announcements: happeningsOf(known). */
  readonly known: Known;
  /** In the order they became known; none where only other announcements of it made it a candidate. */
  readonly selected: readonly SelectedEvent[];
  readonly progress: StudyProgress;
}

// Some megabytes of packed facts at a time.
const INSTRUMENTS_A_READING = 16;

/**
 * The tapes that a selection (its refs resolved) concerns, one after the other, from facts at rest cut at a moment:
 * never more than a few of them in memory.
 */
export async function* selectedTapes(
  view: ReadView,
  selection: StudySelection,
  cut: Cut & { readonly asRecorded: number },
): AsyncGenerator<SelectedTape, void, void> {
  const selector = selectorOf(selection);
  const ids = await candidateInstruments(view, selection, cut.asRecorded);
  let done = 0;
  for await (const { batch, facts } of factsAhead(view, ids)) {
    for (const id of batch) {
      const known = await withOthers(view, knownBy(dossierOf(id, facts.get(id) ?? []), cut), cut);
      const progress = { phase: 'reading prices', done: ++done, total: ids.length };
      if (known !== null) yield { known, selected: selectedOf(known, selector), progress };
    }
  }
}

/** With the tapes of the issuer's other listed classes: `marketCap` is the company's. Nearly all have none, and read nothing. */
async function withOthers({ client, schema }: ReadView, known: Known | null, cut: Cut): Promise<Known | null> {
  const others = known === null ? [] : otherClassesOf(known);
  if (known === null || others.length === 0) return known;
  const tapes = new Map<string, Known>();
  for (const [id, years] of await readFacts(client, schema, others)) {
    const tape = knownBy(dossierOf(id, years), cut);
    if (tape !== null) tapes.set(id, tape);
  }
  return withClasses(known, tapes);
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

/** Packed facts, some instruments at a time; the database reads the next ones while these are worked on. */
async function* factsAhead(
  { client, schema }: ReadView,
  ids: readonly string[],
): AsyncGenerator<{ readonly batch: readonly string[]; readonly facts: Facts }, void, void> {
  const read = (start: number) => {
    const batch = ids.slice(start, start + INSTRUMENTS_A_READING);
    const reading = readFacts(client, schema, batch).then((facts) => ({ batch, facts }));
    // It may fail before anybody waits for it, which is no failure of the process: whoever waits then gets it.
    reading.catch(() => undefined);
    return reading;
  };
  let next = read(0);
  try {
    for (let start = 0; start < ids.length; start += INSTRUMENTS_A_READING) {
      const current = await next;
      next = read(start + INSTRUMENTS_A_READING);
      yield current;
    }
  } finally {
    // Of a study that was cancelled: the connection must be free before it goes to others.
    await Promise.allSettled([next]);
  }
}

function selectedOf(known: Known, selector: Selector): readonly SelectedEvent[] {
  return happeningsOf(known)
    .map((happening) => ({ happening, traits: eventTraits(known, happening) }))
    .filter(({ happening, traits }) => selector(traits, dateOf(happening)));
}
