import { coordinate, escaped, roundTicks } from '@streakline/study-report';
import type { LengthRow } from './length-rows';

const [WIDTH, HEIGHT] = [760, 420];
const FRAME = { left: 70, right: 20, top: 50, bottom: 60 };

/** The curves as a figure of its own: text in, text out, the same figures always the same bytes. */
export function lengthsSvg(about: string, rows: readonly LengthRow[]): string {
  const longest = Math.max(1, rows.at(-1)?.length ?? 1);
  const x = (length: number) => FRAME.left + (length / longest) * (WIDTH - FRAME.left - FRAME.right);
  const y = (share: number) => FRAME.top + (1 - share) * (HEIGHT - FRAME.top - FRAME.bottom);
  const steps = (name: keyof Omit<LengthRow, 'length'>) => stepsOf(rows, name, x, y);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(`Runs from day 0 on, ${about}`)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${FRAME.left}" y="22" font-size="15">${escaped(`Share of runs longer than so many sessions from day 0 on, ${about}`)}</text>`,
    ...[0, 0.25, 0.5, 0.75, 1].map((share) => yTick(share, y(share))),
    ...roundTicks(0, longest, 8)
      .filter(Number.isInteger)
      .map((length) => xTick(length, x(length))),
    `<path d="${steps('lower')}" fill="none" stroke="#0b5394" stroke-width="1" opacity="0.5"/>`,
    `<path d="${steps('upper')}" fill="none" stroke="#0b5394" stroke-width="1" opacity="0.5"/>`,
    `<path d="${steps('announced')}" fill="none" stroke="#0b5394" stroke-width="2"/>`,
    `<path d="${steps('base')}" fill="none" stroke="#b3400e" stroke-width="2" stroke-dasharray="8 4"/>`,
    `<text x="${FRAME.left}" y="${HEIGHT - 12}" fill="#0b5394">after announcements, with its band</text>`,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 12}" fill="#b3400e">ordinary sessions (dashed)</text>`,
    '</svg>\n',
  ].join('\n');
}

function stepsOf(
  rows: readonly LengthRow[],
  name: keyof Omit<LengthRow, 'length'>,
  x: (length: number) => number,
  y: (share: number) => number,
): string {
  const points = rows.flatMap((row) => {
    const share = row[name];
    return share === null ? [] : [{ at: coordinate(x(row.length)), height: coordinate(y(share)) }];
  });
  const [first, ...rest] = points;
  if (first === undefined) return '';
  return `M${first.at} ${first.height}${rest.map(({ at, height }) => `H${at}V${height}`).join('')}`;
}

function yTick(share: number, at: number): string {
  const line = `<line x1="${FRAME.left}" x2="${WIDTH - FRAME.right}" y1="${coordinate(at)}" y2="${coordinate(at)}" stroke="#dddddd"/>`;
  return `${line}<text x="${FRAME.left - 8}" y="${coordinate(at + 4)}" text-anchor="end">${share * 100}%</text>`;
}

function xTick(length: number, at: number): string {
  return `<text x="${coordinate(at)}" y="${HEIGHT - FRAME.bottom + 18}" text-anchor="middle">${length}</text>`;
}
