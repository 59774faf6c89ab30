import fc from 'fast-check';
import { idOf, isAmendmentId, isAnnouncementId, isInstrumentId, uuidOf } from './ids';

describe('ids', () => {
  // Computed with Python's uuid.uuid5 and json.dumps. They are stored for ever: a change here loses every instrument.
  it.each([
    ['ins', ['XNAS', 'AMZN', 0], 'ins_45977e6b166055c986eaa2dfc735dba7'],
    ['ins', ['XTKS', '9984', 3], 'ins_1fbb4939d33254f1ba6be067faa50460'],
    ['ann', ['external', 'sec', '0001018724-26-000002'], 'ann_0ec22abe143559b1b30f92a9f564dae2'],
    ['ann', ['Zürich — 東京'], 'ann_ea6a4a80c0fb586c855f8930a8c32881'],
    ['amd', ['k', 1], 'amd_ba5121dd31585fae9e89f7832e28641c'],
  ] as const)('of %s and %j is the same on every machine', (prefix, naturalKey, id) => {
    expect(idOf(prefix, naturalKey)).toBe(id);
  });

  it('of other things are UUIDs of version 5', () => {
    expect(uuidOf(['a', 1, null])).toBe('2c0480c0-ae15-540c-9938-43ba9ee98c81');
  });

  it('are recognised by their own kind only', () => {
    const kinds = [isInstrumentId, isAnnouncementId, isAmendmentId];
    const recognised = (id: string): boolean[] => kinds.map((isKind) => isKind(id));
    expect(recognised(idOf('ins', [1]))).toEqual([true, false, false]);
    expect(recognised(idOf('ann', [1]))).toEqual([false, true, false]);
    expect(recognised(idOf('amd', [1]))).toEqual([false, false, true]);
  });

  it.each(['XNAS:AMZN', 'ins_', 'ins_45977E6B166055C986EAA2DFC735DBA7', ' ins_45977e6b166055c986eaa2dfc735dba7', ''])(
    'are not mistaken for %j',
    (text) => {
      expect(isInstrumentId(text)).toBe(false);
    },
  );

  it('keep the parts of a natural key apart, wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        expect(idOf('ann', [one, other])).not.toBe(idOf('ann', [one + other]));
        expect(idOf('ann', [one, other])).toBe(idOf('ann', [one, other]));
      }),
    );
  });
});
