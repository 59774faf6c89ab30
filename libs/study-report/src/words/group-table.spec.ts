import { aDocument, anEvent, aResult } from '../../test/a-study';
import { aGroupReport } from '../../test/a-group-report';
import { studyHtml, studySvg, studyText } from '../index';

const events = [
  { ...anEvent('1', 'F1', [0.01, 0, 0.02]), group: 'beat' },
  { ...anEvent('2', 'F2', [0.03, null, 0]), group: 'beat' },
  { ...anEvent('3', 'F3', [0, 0, 0]), group: '<miss>' },
];
const document = aDocument({ studies: [{ result: aResult(), events, groups: aGroupReport() }] });

describe('a study by group', () => {
  it('has a row a group and a difference, and says who takes no part', () => {
    expect(studyText(document)).toContain(`BY GROUP
window   group                 n    CAAR           t (p)          interval  standardised t (p)
[0, +1]  beat                  2  +3.00%  +2.50 (0.0200)                 -      +2.50 (0.0200)
[0, +1]  miss                  1       -               -                 -                   -
[0, +1]  beat less the others     +2.00%  +1.50 (0.1800)  -1.00% to +5.00%      +1.50 (0.1800)
  Differences are tested with each group's own variance (Welch 1947).
  Without a group, and so not in this table: 1 event.
  That all groups have one CAAR over [0, +1]: F 3.21 at 2 and 8.3, p 0.0900.
`);
  });

  it('is on the page, and has a curve of its own for each group', () => {
    expect(studyHtml(document)).toContain('<th scope="row">[0, +1]</th><td>beat less the others</td>');
    const svg = studySvg(document);
    // A line and a mark in the legend each.
    expect(svg.match(/class="group"/g)).toHaveLength(4);
    expect(svg).toContain('>&lt;miss&gt; (1)</text>');
    expect(svg).not.toMatch(/NaN|<miss>/);
  });

  it('names the other way to estimate variances', () => {
    const pooled = aGroupReport({ variance: 'pooled', ungrouped: 0 });
    expect(studyText(aDocument({ studies: [{ result: aResult(), events, groups: pooled }] }))).toContain(
      'Differences are tested with one variance for all groups (Student).\n',
    );
  });
});
