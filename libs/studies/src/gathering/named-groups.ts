import type { GatheredEvent } from './gathered-study';

/**
 * Events grouped by instrument, each group with the name that the instrument has on its last day 0 instead of its id: one
 * that was renamed stays one group, and two that bore one name stay two, told apart by their ids.
 */
export function namedGroups(events: readonly GatheredEvent[]): readonly GatheredEvent[] {
  const latest = new Map<string, GatheredEvent['traits']>();
  for (const { traits } of events) {
    const known = latest.get(traits.instrumentId);
    if (known === undefined || (known.day0 ?? '') <= (traits.day0 ?? '')) latest.set(traits.instrumentId, traits);
  }
  const bearers = new Map<string, number>();
  for (const { instrument } of latest.values()) bearers.set(instrument, (bearers.get(instrument) ?? 0) + 1);
  const labelOf = (instrumentId: string) => {
    const name = latest.get(instrumentId)?.instrument ?? instrumentId;
    return bearers.get(name) === 1 ? name : `${name} (${instrumentId})`;
  };
  return events.map((one) => ({ ...one, event: { ...one.event, group: labelOf(one.traits.instrumentId) } }));
}
