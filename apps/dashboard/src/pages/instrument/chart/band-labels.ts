import type { Band } from '../streaks/bands';
import type { BandPlace, Sheet } from './band-painter';

const TOP = 4;
const LINE_HEIGHT = 15;
/** More labels than this would be read by nobody. */
const LABELS = 40;
/** CSS pixels of a band whose parts are named in words. */
const NAMED_FROM = 60;

const widths = new WeakMap<Band, number>();

/**
 * On top of everything: the length and the return of streaks, longest first; a label that would lie on another is left
 * out, and so are those of streaks so narrow that nobody would see which one is meant.
 *
 * @param places longest streaks first
 */
export function paintLabels(sheet: Sheet, places: readonly BandPlace[], font: string): void {
  const { context } = sheet;
  const taken: (readonly [number, number])[] = [];
  context.textBaseline = 'top';
  for (const place of places) {
    if (taken.length === LABELS) return;
    context.font = `700 12px ${font}`;
    const half = halfWidthOf(place.band, context);
    const middle = (place.x1 + place.x2) / 2;
    if (taken.some(([from, to]) => middle - half < to && middle + half > from)) continue;
    taken.push([middle - half, middle + half]);
    paintLabel(sheet, place, half);
    paintParts(sheet, place, font);
  }
}

function halfWidthOf(band: Band, context: Sheet['context']): number {
  let half = widths.get(band);
  if (half === undefined) {
    half = Math.max(...band.label.map((line) => context.measureText(line).width)) / 2 + 3;
    widths.set(band, half);
  }
  return half;
}

function paintLabel({ context, colours }: Sheet, { band, x1, x2 }: BandPlace, half: number): void {
  const middle = (x1 + x2) / 2;
  context.globalAlpha = 0.8;
  context.fillStyle = colours.card;
  context.fillRect(middle - half, TOP, 2 * half, LINE_HEIGHT * 2);
  context.globalAlpha = 1;
  context.fillStyle = band.direction === 'falling' ? colours.fall : colours.rise;
  context.textAlign = 'center';
  band.label.forEach((line, i) => context.fillText(line, middle, TOP + 2 + i * LINE_HEIGHT));
}

/** How many sessions came before day 0, and how many from it on, to both sides of the cut where there is room. */
function paintParts({ context, colours }: Sheet, { x1, x2, cuts }: BandPlace, font: string): void {
  const only = cuts.length === 1 ? cuts[0] : undefined;
  if (only === undefined || only.cut.before === 0 || x2 - x1 < NAMED_FROM / 3) return;
  const { x, cut } = only;
  const isNamed = x2 - x1 >= NAMED_FROM;
  const top = TOP + 2 * LINE_HEIGHT + 4;
  context.font = `600 11px ${font}`;
  context.fillStyle = colours.mark;
  context.textAlign = 'right';
  context.fillText(isNamed ? `${cut.before} before` : String(cut.before), x - 5, top);
  context.textAlign = 'left';
  context.fillText(isNamed ? `${cut.after} from day 0` : String(cut.after), x + 5, top);
}
