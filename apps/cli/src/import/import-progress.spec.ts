import { ImportProgress } from './import-progress';

describe('the progress of an import', () => {
  const linesOn = (isTTY: boolean) => {
    const lines: string[] = [];
    let now = 0;
    const progress = new ImportProgress({ isTTY, write: (text: string) => lines.push(text) > 0 }, () => now);
    return { lines, progress, at: (seconds: number) => (now = seconds * 1_000) };
  };

  it('is one line with the rate and the time left on a terminal', () => {
    const { lines, progress, at } = linesOn(true);
    progress.show({ what: 'reading', done: 0, total: 100 });
    at(10);
    progress.show({ what: 'reading', done: 25, total: 100, counted: { count: 50_000, unit: 'rows' } });
    expect(lines.at(-1)).toContain('25% reading, 5,000 rows/s, 0:30 left');
    progress.clear();
    expect(lines.at(-1)).toBe('\r\u001b[2K');
  });

  it('is silent elsewhere', () => {
    const { lines, progress } = linesOn(false);
    progress.show({ what: 'reading', done: 1, total: 2 });
    progress.clear();
    expect(lines).toEqual([]);
  });

  it('has no figures that are none', () => {
    const { lines, progress, at } = linesOn(true);
    progress.show({ what: 'recording', done: 0, total: 0 });
    at(5);
    progress.show({ what: 'recording', done: 0, total: 0 });
    expect(lines.join('')).not.toMatch(/NaN|Infinity/);
  });
});
