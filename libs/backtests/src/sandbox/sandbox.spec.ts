import { startSandbox } from './sandbox';

const EMPTY_MAP = '{"version":3,"sources":[],"names":[],"mappings":""}';

/** Evaluates an expression in a fresh sandbox whose clock stands at 2026-02-06T21:00:00Z. */
function evaluated(expression: string, seed = 1): unknown {
  const sandbox = startSandbox({ seed, now: () => Date.parse('2026-02-06T21:00:00Z') });
  const code = `exports.default = { name: 'x', params: { answer: ${expression} } };`;
  return sandbox.define([{ path: 'x.ts', code, map: EMPTY_MAP, sourceHash: '' }], 1_000).params?.['answer'];
}

describe('the sandbox of a strategy', () => {
  it.each([
    ['Date.now()', 1770411600000],
    ['new Date().toISOString()', '2026-02-06T21:00:00.000Z'],
    ['Date()', '2026-02-06T21:00:00.000Z'],
    ['new Date(2026, 1, 6, 9, 30).toISOString()', '2026-02-06T09:30:00.000Z'],
    ["new Date('2026-02-06T09:30').getHours()", 9],
    ["Date.parse('2026-02-06')", 1770336000000],
    ["Date.parse('2026-02-06T09:30:00-05:00')", 1770388200000],
    ["Number.isNaN(Date.parse('Feb 6 2026'))", true],
    ["String(new Date('none'))", 'Invalid Date'],
    ['new Date().getTimezoneOffset()', 0],
    ['new Date(0).toLocaleDateString()', '1970-01-01'],
    ['new Date().constructor === Date && new Date() instanceof Date', true],
    ['new Date(new Date(5)).getTime()', 5],
  ])('tells the time of the replay, in UTC: %s', (expression, answer) => {
    expect(evaluated(expression)).toBe(answer);
  });

  it.each([
    'process',
    'require("fs")',
    'setTimeout',
    'fetch',
    'console',
    'performance',
    'Intl',
    'WebAssembly',
    'eval("1")',
  ])('has no %s', (name) => {
    expect(() => evaluated(name)).toThrow(/is not defined|asks for|disallowed/);
  });

  it('draws the same numbers from the same seed, and others from another', () => {
    const draw = (seed: number) => evaluated('[Math.random(), Math.random(), Math.random()].join()', seed);
    expect(draw(7)).toBe(draw(7));
    expect(draw(7)).not.toBe(draw(8));
  });

  it('keeps nothing from one run to the next', () => {
    expect(evaluated('(globalThis.count = (globalThis.count ?? 0) + 1)')).toBe(1);
    expect(evaluated('(globalThis.count = (globalThis.count ?? 0) + 1)')).toBe(1);
  });

  it('sorts and writes as on every other machine', () => {
    expect(evaluated("['b', 'ä', 'a', 'B'].sort((x, y) => x.localeCompare(y)).join('')")).toBe('Babä');
    expect(evaluated('(1234567.5).toLocaleString()')).toBe('1234567.5');
  });
});
