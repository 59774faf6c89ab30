import { causeOf } from './cause';

describe('what a trade rests on', () => {
  it('is told by the headline of an announcement, and leads to it', () => {
    const data = { announcement: { id: 'ann_1', original: { headline: 'Amazon and OpenAI form a partnership' } } };
    expect(causeOf({ type: 'AnnouncementMade', keys: ['ann_1', 'ins_1'], data })).toEqual({
      words: 'Amazon and OpenAI form a partnership',
      announcementId: 'ann_1',
    });
  });

  it('is told by its type where it is no announcement', () => {
    expect(causeOf({ type: 'BarsRecorded', keys: ['ins_1'], data: { bars: {} } })).toEqual({
      words: 'Bars recorded',
      announcementId: null,
    });
  });
});
