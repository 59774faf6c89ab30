import type { StudySelection } from '../../selection/study-selection';

/** Names listed at most; a selection may hold thousands. */
const MOST_NAMES = 8;

/** What was selected, in a sentence; `nameOf` gives the MIC:SYMBOL of an instrument's id. */
export function selectionSentence(selection: StudySelection, nameOf: (id: string) => string): string {
  const { kinds, instruments, announcements, roles, timings, sectors, periods, from, to, size } = selection;
  const conditions = [
    listed('of kind', kinds),
    listed('of instrument', instruments?.map(nameOf)),
    listed('named', announcements),
    listed('in the role of', roles),
    listed('with the timing', timings),
    listed('in the sector', sectors),
    listed('reporting on', periods),
    from === undefined ? null : `with day 0 from ${from} on`,
    to === undefined ? null : `with day 0 before ${to}`,
    size === undefined ? null : `with a market cap ${between(size)}`,
    selection.includeAmendments ? 'with amendments' : null,
    selection.includeAssumed ? 'with day 0s that are assumed' : null,
  ].filter((each) => each !== null);
  return `Announcements selected: ${conditions.length === 0 ? 'all' : conditions.join('; ')}.`;
}

function listed(before: string, names: readonly string[] | undefined): string | null {
  if (names === undefined) return null;
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${before} ${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}

function between({ min, max }: NonNullable<StudySelection['size']>): string {
  if (max === undefined) return `of ${min} or more`;
  return min === undefined ? `below ${max}` : `of ${min} or more, below ${max}`;
}
