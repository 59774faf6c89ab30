import { eventResult, type Panel, type Suspicion } from '@streakline/event-study';
import { z } from 'zod';
import type { ComputedStudy } from '../../computing/study-steps';
import type { GatheredStudy } from '../../gathering/gathered-study';
import type { EventTraits } from '../../selection/event-traits';

const nullableNumber = z.number().nullable();

const suspicionSchema = z.object({
  screen: z.string().describe('What saw it: the name of a screen, or why the model has no answer for the event.'),
  policy: z.enum(['exclude', 'warn']).describe('Whether the event, or its windows named here, was left out for it.'),
  days: z.array(z.int()).readonly().describe('Days relative to day 0 on which it was seen.'),
  windows: z
    .array(z.object({ from: z.int(), to: z.int() }))
    .readonly()
    .nullable()
    .describe('The windows disturbed; null: the event as a whole.'),
  evidence: z.record(z.string(), z.union([z.number(), z.string()])),
  detail: z.string(),
});

const figuresSchema = z.object({
  observations: z.int().describe('Usable estimation days.'),
  coefficients: z.array(z.number()).readonly().describe("In the model's order, the intercept first."),
  residualSd: z.number(),
  ar: z.array(nullableNumber).readonly().describe('Abnormal returns by event day, fractions; null without a return.'),
  sar: z
    .array(nullableNumber)
    .readonly()
    .describe("Each over its forecast's standard error: the t of that day's abnormal return."),
  sarWithAllDays: z
    .array(nullableNumber)
    .readonly()
    .nullable()
    .describe('The same where no day is left out of the estimation; null unless that was asked for.'),
  windows: z
    .array(z.object({ from: z.int(), to: z.int(), car: nullableNumber, scar: nullableNumber, bhar: nullableNumber }))
    .readonly(),
});

/** Every selected event of a study: used, with its figures, or left out, with the reason. */
export const eventRowSchema = z.object({
  id: z.string().describe('Of the event in the study: the announcement (or amendment) and the instrument.'),
  of: z.string().describe('The announcement, or the amendment.'),
  announcementId: z.string(),
  headline: z.string(),
  kind: z.string(),
  role: z.string(),
  period: z.string().nullable(),
  instrument: z.string().describe('MIC:SYMBOL on day 0.'),
  instrumentId: z.string(),
  sectors: z.array(z.string()).readonly(),
  timing: z.string(),
  assumed: z.boolean().describe('Whether day 0 is assumed, because only the date is known.'),
  day0: z.iso.date().nullable(),
  baseSession: z.iso.date().nullable(),
  marketCap: nullableNumber.describe('At the base close, in whole units of the currency.'),
  streakAtBase: z.object({ direction: z.enum(['rising', 'falling']), length: z.int() }).nullable(),
  group: z.string().nullable(),
  used: z.boolean(),
  suspicions: z
    .array(suspicionSchema)
    .readonly()
    .describe('Of one left out, why; of one used, what of it was left out.'),
  figures: figuresSchema.nullable().describe('null where it was left out.'),
});
export type EventRow = z.infer<typeof eventRowSchema>;

type Reason = EventRow['suspicions'][number];

/** All events of a study: those of the panel with their figures, then those that the model or a screen left out. */
export function* eventRows(
  gathered: GatheredStudy,
  { panel, panelWithAllDays }: Pick<ComputedStudy, 'panel' | 'panelWithAllDays'>,
): Generator<EventRow, void, void> {
  const gatheredOf = new Map(gathered.events.map((each) => [each.event.id, each]));
  const placeOf = (id: string) => {
    const found = gatheredOf.get(id);
    if (found === undefined) throw new Error(`The event ${id} of the panel was never gathered.`);
    return found;
  };
  const sarWithAllDays = panelWithAllDays && sarOf(panelWithAllDays);
  for (const [place, event] of panel.events.entries()) {
    const { traits, suspicions } = placeOf(event.id);
    const { id, firm: _firm, group, ...others } = eventResult(panel, place);
    const figures = { ...others, sarWithAllDays: sarWithAllDays?.(id) ?? null };
    yield { ...traitsOf(traits), group, used: true, suspicions: suspicions.map(reasonOf), figures };
  }
  for (const { event, code: screen, message: detail } of panel.unfit) {
    const { traits, suspicions } = placeOf(event.id);
    const unfit: Reason = { screen, policy: 'exclude', days: [], windows: null, evidence: {}, detail };
    yield leftOutRow(traits, [unfit, ...suspicions.map(reasonOf)], event.group);
  }
  for (const { traits, suspicions } of gathered.leftOut) yield leftOutRow(traits, suspicions.map(reasonOf), null);
}

/** By an event's id: each day's abnormal return over its forecast's standard error. */
function sarOf(panel: Panel): (id: string) => readonly (number | null)[] | null {
  const places = new Map(panel.events.map(({ id }, place) => [id, place]));
  return (id) => {
    const place = places.get(id);
    return place === undefined ? null : eventResult(panel, place).sar;
  };
}

function leftOutRow(traits: EventTraits, suspicions: readonly Reason[], group: string | null): EventRow {
  return { ...traitsOf(traits), group, used: false, suspicions, figures: null };
}

function traitsOf({ event: id, order: _order, measures: _measures, ...traits }: EventTraits) {
  return { id, ...traits };
}

function reasonOf({ event: _event, firm: _firm, ...reason }: Suspicion): Reason {
  return reason;
}
