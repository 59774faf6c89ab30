import type { GatheredEvent } from './gathered-study';
import { namedGroups } from './named-groups';

function grouped(...events: readonly (readonly [instrumentId: string, instrument: string, day0: string])[]) {
  const gathered = events.map(([instrumentId, instrument, day0]) => ({
    ...{ traits: { instrumentId, instrument, day0 }, event: { group: instrumentId }, parts: null, suspicions: [] },
  }));
  return namedGroups(gathered as unknown as readonly GatheredEvent[]).map(({ event }) => event.group);
}

describe('groups by instrument', () => {
  it('bear the name of the last day 0', () => {
    expect(
      grouped(
        ['ins_1', 'XNAS:META', '2023-02-01'],
        ['ins_1', 'XNAS:FB', '2021-02-01'],
        ['ins_2', 'XNYS:F', '2021-02-01'],
      ),
    ).toEqual(['XNAS:META', 'XNAS:META', 'XNYS:F']);
  });

  it('are told apart by id where two instruments bore one name', () => {
    expect(grouped(['ins_1', 'XNYS:T', '2003-02-03'], ['ins_2', 'XNYS:T', '2023-02-01'])).toEqual([
      ...['XNYS:T (ins_1)', 'XNYS:T (ins_2)'],
    ]);
  });
});
