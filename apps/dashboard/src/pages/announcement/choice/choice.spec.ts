import type { Reaction } from '../answers';
import { reactionFor } from './choice';

const rows = [
  { of: 'ann_1', instrument: 'XNAS:AMZN', instrumentId: 'ins_1' },
  { of: 'ann_1', instrument: 'XNAS:MSFT', instrumentId: 'ins_2' },
  { of: 'amd_1', instrument: 'XNAS:AMZN', instrumentId: 'ins_1' },
] as unknown as readonly Reaction[];

describe('whose reaction is shown', () => {
  it('is the first to the original, unless another is asked for', () => {
    expect(reactionFor(rows, { instrument: '', of: '' })).toBe(rows[0]);
    expect(reactionFor(rows, { instrument: 'XNAS:MSFT', of: '' })).toBe(rows[1]);
    expect(reactionFor(rows, { instrument: 'ins_2', of: 'ann_1' })).toBe(rows[1]);
    expect(reactionFor(rows, { instrument: '', of: 'amd_1' })).toBe(rows[2]);
  });

  it('falls back where an old link asks for what is not there', () => {
    expect(reactionFor(rows, { instrument: 'XNYS:GONE', of: 'amd_9' })).toBe(rows[0]);
    expect(reactionFor(rows, { instrument: 'XNAS:MSFT', of: 'amd_1' })).toBe(rows[2]);
    expect(reactionFor([], { instrument: '', of: '' })).toBeUndefined();
  });
});
