import type { Colours } from '../../../charts/colours';
import type { Band, Cut } from '../streaks/bands';

/** Where a band is drawn; coordinates are CSS pixels of the pane. */
export interface BandPlace {
  readonly band: Band;
  readonly x1: number;
  readonly x2: number;
  /** Of the base close and the last close. */
  readonly y1: number | null;
  readonly y2: number | null;
  readonly cuts: readonly { readonly cut: Cut; readonly x: number }[];
}

export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly height: number;
  readonly colours: Colours;
}

/** CSS pixels. Narrower bands are told apart by colour and place alone: hatching them would only darken them. */
export const DETAILED_FROM = 6;
const HATCH_GAP = 7;
const BAR_HEIGHT = 3;

/**
 * Behind the prices: shades over the whole height, hatched down for falls and up for rises, with a bar along the bottom
 * for falls and along the top for rises. What came before day 0 is hatched alone.
 */
export function paintShades(sheet: Sheet, places: readonly BandPlace[]): void {
  for (const direction of ['falling', 'rising'] as const) {
    const ofDirection = places.filter(({ band }) => band.direction === direction);
    const cut = ofDirection.filter(({ cuts }) => cuts.length > 0);
    const uncut = ofDirection.filter(({ cuts }) => cuts.length === 0);
    // Those that no announcement cuts are there for comparison, and stand back.
    paintGroup(sheet, uncut, { direction, shade: 0.45, hatch: 0.16 });
    paintGroup(sheet, cut, { direction, shade: 1, hatch: 0.34 });
    const { context, height, colours } = sheet;
    const top = direction === 'falling' ? height - BAR_HEIGHT : 0;
    context.fillStyle = direction === 'falling' ? colours.fall : colours.rise;
    fillRects(context, ofDirection, ({ x1, x2 }) => [x1, top, Math.max(x2 - x1, 1), BAR_HEIGHT]);
  }
}

interface Look {
  readonly direction: Band['direction'];
  readonly shade: number;
  readonly hatch: number;
}

function paintGroup(sheet: Sheet, places: readonly BandPlace[], { direction, shade, hatch }: Look): void {
  if (places.length === 0) return;
  const { context, height, colours } = sheet;
  const falls = direction === 'falling';
  context.save();
  context.globalAlpha = shade;
  context.fillStyle = falls ? colours.fallSoft : colours.riseSoft;
  fillRects(context, places, ({ x1, x2, cuts }) => {
    const from = cuts.find(({ cut }) => cut.before > 0)?.x ?? x1;
    return [from, 0, Math.max(x2 - from, 1), height];
  });
  context.globalAlpha = hatch;
  context.strokeStyle = falls ? colours.fall : colours.rise;
  context.lineWidth = 1;
  for (const place of places) if (place.x2 - place.x1 >= DETAILED_FROM) hatchOne(context, place, height, falls);
  context.restore();
}

type Rect = readonly [x: number, y: number, width: number, height: number];

/**
 * On whole pixels, one by one, and narrow ones once a column: hundreds are in view where all of a long tape is, and a path
 * of them all takes a second to draw without a graphics card.
 */
function fillRects(context: Sheet['context'], places: readonly BandPlace[], rect: (place: BandPlace) => Rect): void {
  const columns = new Set<number>();
  for (const place of places) {
    const [x, y, width, height] = rect(place);
    const [left, right] = [Math.round(x), Math.round(x + width)];
    if (right - left <= 1 && columns.has(left)) continue;
    columns.add(left);
    context.fillRect(left, y, Math.max(right - left, 1), height);
  }
}

function hatchOne(context: Sheet['context'], { x1, x2 }: BandPlace, height: number, falls: boolean): void {
  const width = x2 - x1;
  context.save();
  context.beginPath();
  context.rect(x1, 0, width, height);
  context.clip();
  context.beginPath();
  for (let y = -width; y < height + width; y += HATCH_GAP) {
    context.moveTo(x1, y);
    context.lineTo(x2, falls ? y + width : y - width);
  }
  context.stroke();
  context.restore();
}

/** Over the prices: lines from base closes to last closes, and where each day 0 cuts a streak. */
export function paintCuts({ context, height, colours }: Sheet, places: readonly BandPlace[]): void {
  const wide = places.filter(({ x1, x2 }) => x2 - x1 >= DETAILED_FROM);
  context.lineWidth = 1.5;
  context.setLineDash([5, 4]);
  for (const { band, x1, x2, y1, y2 } of wide) {
    if (y1 === null || y2 === null) continue;
    context.strokeStyle = band.direction === 'falling' ? colours.fall : colours.rise;
    stroke(context, [x1, y1, x2, y2]);
  }
  context.setLineDash([]);
  context.strokeStyle = colours.mark;
  context.lineWidth = 2;
  for (const { cuts } of wide) for (const { x } of cuts) stroke(context, [x, 0, x, height]);
}

function stroke(context: Sheet['context'], [x1, y1, x2, y2]: readonly [number, number, number, number]): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
