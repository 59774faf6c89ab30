import type { ReportedStudy, Shown, StudyDocument } from '../document';
import { averageText, confidenceText, countText, windowText } from '../words/figures';
import { modelWords } from '../words/model-words';
import { caarChart } from './caar-chart';
import { eventsChart } from './events-chart';
import { groupsChart } from './groups-chart';
import { CHART } from './frame';
import { escaped } from './markup';

const STYLE = [
  'svg.study{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}',
  '.study .title{font-size:16px;font-weight:600;fill:#1b1f24}',
  '.study .heading{font-size:13px;fill:#1b1f24}',
  '.study .tick{font-size:11px;fill:#57606a}',
  '.study path{fill:none}',
  '.study .grid{stroke:#e6e8eb;stroke-width:1}',
  '.study .zero{stroke:#8c959f;stroke-width:1}',
  '.study .day0{stroke:#8c959f;stroke-width:1;stroke-dasharray:4 3}',
  '.study .band{fill:#0969da;fill-opacity:.14;stroke:none}',
  '.study .caar{stroke:#0969da;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}',
  '.study .group{stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}',
  '.study .car{stroke:#57606a;stroke-width:1;stroke-opacity:.45;stroke-linecap:round;stroke-linejoin:round}',
].join('');
const TITLE_HEIGHT = 40;

/**
 * The CAAR curve with its band and the events' CAR curves, a row of charts a model, as one SVG 1.1 document. The same
 * study gives the same bytes; nothing is fetched from anywhere.
 */
export function studySvg({ title, studies, value = 'return', confidence = 0.95 }: StudyDocument): string {
  const shown = { value, confidence };
  const charts = studies.map((study) => chartsOf(study, shown));
  const width = CHART.width * Math.max(1, ...charts.map((row) => row.length));
  const rowHeight = TITLE_HEIGHT + CHART.height;
  const height = rowHeight * Math.max(1, studies.length);
  const rows = studies.map(
    (study, row) => `<g transform="translate(0 ${row * rowHeight})">${rowOf(study, charts[row] ?? [])}</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="study" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(studies.map((study) => inWords(study, shown)).join(' '))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...rows,
    '</svg>\n',
  ].join('');
}

function rowOf({ result }: ReportedStudy, charts: readonly string[]): string {
  const about = `${capital(modelWords[result.model].name)}: ${countText(result.n, 'event')} of ${countText(result.firms, 'firm')}`;
  const placed = charts.map(
    (chart, column) => `<g transform="translate(${column * CHART.width} ${TITLE_HEIGHT})">${chart}</g>`,
  );
  return `<text class="title" x="${CHART.left}" y="28">${escaped(about)}</text>${placed.join('')}`;
}

function chartsOf({ result, events, groups }: ReportedStudy, shown: Shown): readonly string[] {
  const charts = [caarChart(result, shown)];
  if (events.length > 0) charts.push(eventsChart(events, result.event, shown.value));
  if (events.length > 0 && groups && groups.groups.length > 0)
    charts.push(groupsChart(events, groups, result.event, shown.value));
  return charts;
}

/** For those who cannot see the curves: where the last one ends. */
function inWords({ result }: ReportedStudy, { value, confidence }: Shown): string {
  const end = result.curve.at(-1);
  const band =
    end?.lower === null
      ? ''
      : `, ${confidenceText(confidence)} band ${averageText(end?.lower ?? null, value)} to ${averageText(end?.upper ?? null, value)}`;
  return `${capital(modelWords[result.model].name)}: CAAR over ${windowText(result.event)} ${averageText(end?.caar ?? null, value)}${band}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
