import {
  CandlestickSeries,
  createChart,
  createSeriesMarkers,
  HistogramSeries,
  type IChartApi,
  type ISeriesApi,
  type ISeriesMarkersPluginApi,
  LineSeries,
  AreaSeries,
  type MouseEventParams,
  PriceScaleMode,
  type SeriesMarker,
  type Time,
} from 'lightweight-charts';
import type { Colours } from '../../../charts/colours';
import type { Band } from '../streaks/bands';
import type { Point } from '../tape/points';
import type { Range } from '../tape/spans';
import { BandsPrimitive } from './bands-primitive';
import type { Mark } from './marks';
import { candleOptions, chartOptions, moneyFormat, priceFormat, tickText, volumeFormat } from './chart-options';
import { capsOf, candlesOf, closesOf, volumesOf } from './series-data';

export type Look = 'candles' | 'line';

export interface ChartSettings {
  readonly look: Look;
  readonly colours: Colours;
  readonly currency: string;
}

/** What the chart tells of. */
export interface ChartListener {
  /** The pointer is at a session (its place), or at none. */
  onPlace(place: number | null): void;
  /** A mark was clicked. */
  onMark(id: string): void;
  /** The places in view, when they have come to rest. */
  onRange(range: Range): void;
}

/** The panes' shares of the height: prices, volume, market cap. */
const STRETCH = [6, 1.2, 2];

const RESTING_MS = 150;
/** Sessions. */
const LEAST_IN_VIEW = 5;

/** Prices, volume and market cap on one axis of time, drawn by lightweight-charts. Places are indexes of the points given. */
export class PriceChart {
  private readonly chart: IChartApi;
  private readonly price: ISeriesApi<'Candlestick'> | ISeriesApi<'Line'>;
  private readonly volume: ISeriesApi<'Histogram'>;
  private readonly cap: ISeriesApi<'Area'>;
  private readonly bands: BandsPrimitive;
  private readonly marks: readonly ISeriesMarkersPluginApi<Time>[];
  private points: readonly Point[] = [];
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    element: HTMLElement,
    private readonly settings: ChartSettings,
    private readonly listener: ChartListener,
  ) {
    const { look, colours, currency } = settings;
    this.chart = createChart(element, chartOptions(colours));
    this.chart.applyOptions({ timeScale: { tickMarkFormatter: tickText } });
    this.price =
      look === 'candles'
        ? this.chart.addSeries(CandlestickSeries, candleOptions(colours), 0)
        : this.chart.addSeries(
            LineSeries,
            { color: colours.curve1, lineWidth: 2, priceLineVisible: false, priceFormat },
            0,
          );
    const quiet = { priceLineVisible: false, lastValueVisible: false };
    this.volume = this.chart.addSeries(HistogramSeries, { ...quiet, priceFormat: volumeFormat }, 1);
    const cap = { ...quiet, lineColor: colours.curve1, topColor: colours.band, bottomColor: colours.card };
    this.cap = this.chart.addSeries(AreaSeries, { ...cap, lineWidth: 2, priceFormat: moneyFormat(currency) }, 2);
    this.bands = new BandsPrimitive(colours, getComputedStyle(document.body).fontFamily);
    this.price.attachPrimitive(this.bands);
    this.marks = [createSeriesMarkers(this.price), createSeriesMarkers(this.cap)];
    STRETCH.forEach((factor, pane) => this.chart.panes()[pane]?.setStretchFactor(factor));
    // Room above the prices for the bands' labels.
    this.price.priceScale().applyOptions({ scaleMargins: { top: 0.16, bottom: 0.06 } });
    this.listen();
  }

  /** Draws these, keeping the zoom and what is in view. */
  show(points: readonly Point[]): void {
    this.points = points;
    const { colours, look } = this.settings;
    if (look === 'candles') this.price.setData(candlesOf(points));
    else this.price.setData(closesOf(points));
    this.volume.setData(volumesOf(points, colours));
    this.cap.setData(capsOf(points));
  }

  showBands(bands: readonly Band[]): void {
    this.bands.show(bands, this.points);
  }

  showMarks(marks: readonly Mark[]): void {
    this.marks.forEach((plugin, pane) => {
      const ofPane = marks.filter((mark) => (mark.pane === 'price' ? 0 : 1) === pane);
      plugin.setMarkers(ofPane.flatMap((mark) => this.markerOf(mark)));
    });
  }

  setLog(isLog: boolean): void {
    this.price.priceScale().applyOptions({ mode: isLog ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal });
  }

  /** Brings places into view, with some room behind the last session. */
  view({ from, to }: Range): void {
    const room = to === this.points.length - 1 ? 2 : 0.5;
    this.chart.timeScale().setVisibleLogicalRange({ from: from - 0.5, to: to + room });
  }

  /** Moves the crosshair to a session, into view if need be; `null` takes it away. */
  point(place: number | null): void {
    const point = place === null ? undefined : this.points[place];
    if (place === null || point === undefined) {
      this.chart.clearCrosshairPosition();
      return;
    }
    this.bringIntoView(place);
    const close = point.bar?.close ?? this.points.findLast(({ bar }, i) => i < place && bar !== null)?.bar?.close;
    if (close !== undefined) this.chart.setCrosshairPosition(close, point.time as Time, this.price);
  }

  /** Nearer by a factor above 1. What is newest stays in view; elsewhere the middle does. */
  zoom(factor: number): void {
    const range = this.chart.timeScale().getVisibleLogicalRange();
    if (range === null) return;
    const width = Math.max((range.to - range.from) / factor, LEAST_IN_VIEW);
    const isAtEnd = range.to >= this.points.length - 1;
    const to = isAtEnd ? range.to : (range.from + range.to + width) / 2;
    this.chart.timeScale().setVisibleLogicalRange({ from: to - width, to });
  }

  remove(): void {
    clearTimeout(this.resting);
    this.chart.remove();
  }

  private bringIntoView(place: number): void {
    const range = this.chart.timeScale().getVisibleLogicalRange();
    if (range === null || (place > range.from && place < range.to)) return;
    const half = (range.to - range.from) / 2;
    this.chart.timeScale().setVisibleLogicalRange({ from: place - half, to: place + half });
  }

  private markerOf({ id, place, text, size, pane }: Mark): SeriesMarker<Time>[] {
    const time = this.points[place]?.time;
    if (time === undefined) return [];
    const look = { color: this.settings.colours.mark, size, ...(id !== null && { id }) };
    const isPrice = pane === 'price';
    const where = { position: isPrice ? 'aboveBar' : 'belowBar', shape: isPrice ? 'arrowDown' : 'arrowUp' } as const;
    return [{ time: time as Time, ...where, text, ...look }];
  }

  private listen(): void {
    let byTouch = false;
    const zoomByWheel = (event: WheelEvent) => {
      // The wheel alone belongs to the page.
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    };
    this.chart.chartElement().addEventListener('wheel', zoomByWheel, { passive: false });
    this.chart.chartElement().addEventListener('pointerdown', ({ pointerType }) => (byTouch = pointerType === 'touch'));
    this.chart.subscribeCrosshairMove((event) => this.listener.onPlace(this.placeOf(event)));
    this.chart.subscribeClick(({ hoveredInfo }) => {
      const id = hoveredInfo?.objectId;
      // A finger cannot hover: its first touch shows the card, and the list beside the chart leads on.
      if (typeof id === 'string' && !byTouch) this.listener.onMark(id);
    });
    this.chart.timeScale().subscribeVisibleLogicalRangeChange(() => {
      // While somebody drags it changes with each frame: told is where it comes to rest.
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.tellRange(), RESTING_MS);
    });
  }

  private tellRange(): void {
    const range = this.chart.timeScale().getVisibleLogicalRange();
    if (range === null || this.points.length === 0) return;
    const last = this.points.length - 1;
    const inside = (place: number) => Math.min(Math.max(place, 0), last);
    this.listener.onRange({ from: inside(Math.ceil(range.from)), to: inside(Math.floor(range.to)) });
  }

  private placeOf({ logical, point }: MouseEventParams): number | null {
    if (logical === undefined || point === undefined) return null;
    return logical >= 0 && logical < this.points.length ? logical : null;
  }
}
