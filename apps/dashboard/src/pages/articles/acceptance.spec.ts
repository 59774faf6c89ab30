import { ANEW, acceptanceOf, firstChoice } from './acceptance';
import type { Proposal } from './article';

const proposal = { id: 'p1', state: 'proposed', announcedOn: '2026-02-05' } as Proposal;
const like = { ...proposal, onRecord: ['ann_1'] } as Proposal;

describe('accepting a proposal', () => {
  it('names the announcement on record, which is the likely one', () => {
    expect(firstChoice(like)).toBe('ann_1');
    expect(acceptanceOf(like, 'ann_1', 'afterClose')).toEqual({ announcementId: 'ann_1' });
  });

  it('records a new one, and says so where one like it is on record', () => {
    expect(firstChoice(proposal)).toBe(ANEW);
    expect(acceptanceOf(proposal, ANEW, '')).toEqual({});
    expect(acceptanceOf(like, ANEW, '')).toEqual({ anew: true });
  });

  it('adds the time of day where the article tells the date alone, and there only', () => {
    expect(acceptanceOf(proposal, ANEW, 'afterClose')).toEqual({
      terms: { announcedOn: '2026-02-05', timing: 'afterClose' },
    });
    expect(acceptanceOf({ ...proposal, timing: 'preMarket' }, ANEW, 'afterClose')).toEqual({});
  });
});
