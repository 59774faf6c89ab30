import { PositionGate } from './position-gate';

describe('a position that others wait for', () => {
  it('lets through those who wait for it or less, and keeps the others', async () => {
    const gate = new PositionGate();
    const waiting = [3, 5, 6].map((position) => gate.waitUntil(position, 10_000));
    gate.moveTo(5);
    expect(await Promise.all(waiting.slice(0, 2))).toEqual([true, true]);
    gate.close();
    expect(await waiting[2]).toBe(false);
  });

  it('never goes back', async () => {
    const gate = new PositionGate();
    gate.moveTo(5);
    gate.moveTo(2);
    expect(gate.position).toBe(5);
    expect(await gate.waitUntil(4, 0)).toBe(true);
  });

  it('turns away those whose time is over', async () => {
    expect(await new PositionGate().waitUntil(1, 1)).toBe(false);
  });
});
