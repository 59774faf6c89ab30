import { refuse, type Refusal } from '@streakline/event-store';
import type { StudyRequest } from '../request/study-request';
import type { EventTraits } from '../selection/event-traits';

/** SCHEME:CODE by a scheme; without one, by the only scheme that there is (see mixedSchemes). Null where it has none. */
export function sectorIn({ sectors }: EventTraits, scheme?: string): string | null {
  if (scheme === undefined) return sectors[0] ?? null;
  return sectors.find((sector) => schemeOf(sector) === scheme) ?? null;
}

/**
 * Sectors of several schemes are no groups of one division, and the first that an instrument happens to have is none
 * either: a refusal where a request asks for `sector` alone of events that have several; null otherwise.
 */
export function mixedSchemes(
  { groupBy, regression }: Pick<StudyRequest, 'groupBy' | 'regression'>,
  traits: Iterable<EventTraits>,
): Refusal | null {
  const place = regression?.on.indexOf('sector') ?? -1;
  const pointers = [...(groupBy === 'sector' ? ['/groupBy'] : []), ...(place < 0 ? [] : [`/regression/on/${place}`])];
  if (pointers.length === 0) return null;
  const schemes = new Set<string>();
  for (const { sectors } of traits) for (const sector of sectors) schemes.add(schemeOf(sector));
  if (schemes.size < 2) return null;
  const names = [...schemes].sort();
  const detail = `The events have sectors of several schemes: ${names.join(', ')}. Say which, as in {"sector": "${names[0]}"}.`;
  return refuse(
    'invalid',
    'severalSectorSchemes',
    detail,
    pointers.map((pointer) => ({ pointer, detail })),
  );
}

function schemeOf(sector: string): string {
  return sector.slice(0, sector.indexOf(':'));
}
