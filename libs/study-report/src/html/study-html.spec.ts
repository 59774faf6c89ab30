import { aDocument, anEvent, aResult } from '../../test/a-study';
import { studyHtml } from '../index';

describe('a study as an HTML page', () => {
  const page = studyHtml(aDocument());

  it('needs nothing but itself: no script, no address, and a policy that forbids to fetch', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/<script|https?:|src=|href=|url\(|@import/);
  });

  it('shows every test of every window and day, with its source', () => {
    expect(page).toContain('<td>+2.85 (0.0044)</td>');
    expect(page).toContain('<li>Patell z: Patell 1976</li>');
    expect(page).toContain('<li>Wilcoxon signed rank: needs two events ([-1, +1], [0])</li>');
    expect(page.match(/<td>-0\.78 \(3\.0e-12\)<\/td>/g)).toHaveLength(3);
  });

  it('holds the curves and the notes', () => {
    expect(page.match(/<svg /g)).toHaveLength(1);
    expect(page).toContain('<li>event 2 (F2): thinTrading: its price does not move.</li>');
  });

  it('lists the events, and says how many more there are', () => {
    expect(page).toContain('<th scope="row">1</th><td>F1</td><td></td><td>100</td><td>+3.00% (+1.70)</td>');
    const events = Array.from({ length: 1_234 }, (_, i) => anEvent(`e${i}`, 'F', [0, 0, 0]));
    const long = studyHtml(aDocument({ studies: [{ result: aResult(), events }] }));
    expect(long).toContain('<summary>Events, the first 1000 of 1234</summary>');
    expect(long).not.toContain('e1000');
  });

  it('keeps names from becoming markup', () => {
    const events = [anEvent('1', '<b>F</b>', [0, 0, 0])];
    const escaped = studyHtml(
      aDocument({ title: 'R&D <script>', notes: ['<i>'], about: ['"'], studies: [{ result: aResult(), events }] }),
    );
    expect(escaped).not.toMatch(/<script|<b>F|<i>/);
    expect(escaped).toContain('<h1>R&amp;D &lt;script&gt;</h1>');
  });

  it('says nothing of what it does not know', () => {
    expect(page).not.toMatch(/NaN|undefined|Infinity|null/);
  });
});
