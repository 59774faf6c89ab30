import type { Reaction } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';

/** Each listed subject's reaction to each announcement and amendment; `place` is 0 for the original. */
export const reactionsTable: Table = {
  name: 'announcement_reactions',
  columns: {
    instrument_id: 'text',
    of: 'text',
    announcement_id: 'text',
    place: 'integer',
    day0: 'date',
    relation: 'text',
    reaction: 'json',
  },
  primaryKey: ['instrument_id', 'of'],
  indexes: [{ columns: ['announcement_id', 'place', 'instrument_id'] }],
};

export function reactionRows(instrumentId: string, reactions: readonly Reaction[]): readonly Row[] {
  return reactions.map((reaction) => ({
    instrument_id: instrumentId,
    of: reaction.of,
    announcement_id: reaction.announcementId,
    place: reaction.order,
    day0: reaction.day0,
    relation: reaction.relation,
    reaction,
  }));
}
