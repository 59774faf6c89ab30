import type { GroupTrait } from '../request/traits';
import type { EventTraits } from '../selection/event-traits';
import { sectorIn } from './sector-in';
import { type FigureChoice, surpriseIn } from './surprise-in';

/** The group that an event belongs to by a trait; null where it lacks the trait, so that it is in none. An instrument is known by its id. */
export function groupLabel(traits: EventTraits, by: GroupTrait): string | null {
  if (typeof by !== 'string') {
    if ('size' in by) return sizeLabel(traits, by.size);
    return 'sector' in by ? sectorIn(traits, by.sector) : surpriseLabel(traits, { ...by, metric: by.surprise });
  }
  switch (by) {
    case 'sector':
      return sectorIn(traits);
    case 'instrument':
      return traits.instrumentId;
    case 'year':
      return traits.day0?.slice(0, 4) ?? null;
    case 'streakAtBase':
      return traits.streakAtBase?.direction ?? 'none';
    default:
      return traits[by];
  }
}

function surpriseLabel(traits: EventTraits, choice: FigureChoice): string | null {
  const surprise = surpriseIn(traits, choice);
  if (surprise === null) return null;
  return surprise > 0 ? 'above' : surprise < 0 ? 'below' : 'asExpected';
}

/** `<1e9`, `1e9-1e10`, `>=1e10`: bounds belong to the group above. */
function sizeLabel({ marketCap }: EventTraits, bounds: readonly number[]): string | null {
  if (marketCap === null) return null;
  const ascending = [...new Set(bounds)].sort((a, b) => a - b);
  const above = ascending.findIndex((bound) => marketCap < bound);
  if (above === 0) return `<${ascending[0]}`;
  return above === -1 ? `>=${ascending.at(-1)}` : `${ascending[above - 1]}-${ascending[above]}`;
}
