import { aDocument, anEvent, aResult } from '../../test/a-study';
import { studySvg } from '../index';
import { carCurve, carSums, fanOf } from './car-curves';

/** Every element is closed, in the order of opening: what an XML reader refuses first. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  for (const [, closing, name = '', selfClosing] of svg.matchAll(/<(\/)?([a-zA-Z]+)[^<>]*?(\/)?>/g)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!selfClosing) open.push(name);
  }
  expect(open).toEqual([]);
  expect(svg.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
}

const pathsOf = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(`<path class="${name}" d="([^"]*)"/>`, 'g'))].map(([, path = '']) => path);

describe('the curves of a study', () => {
  it('are one well-formed SVG, which fetches nothing and is the same each time', () => {
    const svg = studySvg(aDocument());
    expectWellFormed(svg);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|<script|href/);
    expect(studySvg(aDocument())).toBe(svg);
  });

  it('keep names from becoming markup, and control characters out', () => {
    const svg = studySvg(aDocument({ title: `<script>"R&D"</script>'\u0000` }));
    expectWellFormed(svg);
    expect(svg).toContain('<title>&lt;script&gt;&quot;R&amp;D&quot;&lt;/script&gt;&#39;\ufffd</title>');
  });

  it('break where there is no figure, and never say NaN', () => {
    const svg = studySvg(aDocument());
    const [caar = ''] = pathsOf(svg, 'caar');
    // Days -1 and +1 are points of their own: day 0 has no average.
    expect(caar.match(/M/g)).toHaveLength(2);
    expect(caar).not.toContain('L');
    expect(pathsOf(svg, 'band')).toHaveLength(2);
    expect(pathsOf(svg, 'car')).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('have a row of charts for each model, and one column where no event is given', () => {
    const { studies } = aDocument();
    const size = (svg: string) => /width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1).map(Number);
    const [width = 0, height = 0] = size(studySvg(aDocument())) ?? [];
    expect(size(studySvg(aDocument({ studies: [...studies, ...studies] })))).toEqual([width, 2 * height]);
    expect(size(studySvg(aDocument({ studies: [{ result: aResult(), events: [] }] })))).toEqual([width / 2, height]);
  });

  it('are described in words', () => {
    expect(studySvg(aDocument())).toContain(
      '<desc>Market model: CAAR over [-1, +1] +2.75%, 95% band +0.50% to +5.00%.</desc>',
    );
  });

  it('say how sure their band is', () => {
    expect(studySvg(aDocument({ confidence: 0.975 }))).toContain('with its 97.5% band</text>');
  });

  it('can be of a single day, and of a study without a figure', () => {
    const none = { day: 0, caar: null, lower: null, upper: null };
    const result = aResult({ event: { from: 0, to: 0 }, curve: [none], days: [] });
    const svg = studySvg(aDocument({ studies: [{ result, events: [] }] }));
    expectWellFormed(svg);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('show how the events are spread where they are too many to tell apart', () => {
    const events = Array.from({ length: 151 }, (_, i) => anEvent(String(i), 'F', [i / 100, 0, 0]));
    const svg = studySvg(aDocument({ studies: [{ result: aResult(), events }] }));
    expect(pathsOf(svg, 'car')).toHaveLength(0);
    // Two pieces around the CAAR's gap, and two bands of the fan.
    expect(pathsOf(svg, 'band')).toHaveLength(4);
  });
});

describe("an event's curve", () => {
  it('adds its abnormal returns up, and is away on days without one', () => {
    const curve = carCurve(anEvent('1', 'F', [0.5, null, 0.25]), { from: -1, to: 1 });
    expect(curve).toEqual([
      { day: -1, value: 0.5 },
      { day: 0, value: null },
      { day: 1, value: 0.75 },
    ]);
  });

  it('stays where it was on a day without a return, where it is averaged with others', () => {
    expect(carSums(anEvent('1', 'F', [null, 0.5, null, 0.25]))).toEqual([null, 0.5, 0.5, 0.75]);
  });

  it('is one of a fan of quantiles, linear between neighbours', () => {
    const fan = fanOf([[3], [1], [2], [4], [5]], { from: 0, to: 0 }).map((line) => line[0]?.value);
    // Of 1 to 5, as R's quantile(x, type = 7) gives them.
    const expected = [1.2, 2, 3, 4, 4.8];
    fan.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? 0, 12));
  });
});
