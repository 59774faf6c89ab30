import { noteList, positionOf, sharedList } from './rests-on';

describe('the position that a whole list rests on', () => {
  it('is known after it was asked for anew, too', () => {
    const before = noteList([{ id: 'a' }], 5);
    const now = sharedList(before, noteList([{ id: 'a' }, { id: 'b' }], 9));
    expect(now).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(positionOf(now)).toBe(9);
  });

  it('moves on where the list is the same as before', () => {
    const before = noteList([{ id: 'a' }], 5);
    const now = sharedList(before, noteList([{ id: 'a' }], 9));
    expect(now).toBe(before);
    expect(positionOf(now)).toBe(9);
  });
});
