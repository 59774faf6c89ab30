import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The Amazon case as bodies of HTTP requests: two instruments, their tape, share counts, dividends and exactly two
 * announcements; and what the press made of it. See README.md in this folder for the sources.
 */
export interface AmazonExample {
  /** Bodies of POST /v1/instruments, in an order in which each benchmark is listed before it is referred to. */
  readonly instruments: readonly InstrumentBody[];
  /** Bodies of POST /v1/instruments/{ref}/bars, by ref: XNAS:AMZN whole bars, ARCX:SPY closes only. */
  readonly bars: Readonly<Record<string, BarsBody>>;
  /** Bodies of POST /v1/instruments/{ref}/dividends, by ref. */
  readonly dividends: Readonly<Record<string, readonly DividendBody[]>>;
  /** Bodies of POST /v1/instruments/{ref}/share-counts, by ref. */
  readonly shareCounts: Readonly<Record<string, readonly ShareCountBody[]>>;
  /** Bodies of POST /v1/announcements: the earnings of 2026-02-05, then the deal of 2026-02-27. */
  readonly announcements: readonly AnnouncementBody[];
  /** What the press stated about them, in our words. Not part of any request. */
  readonly press: readonly PressClaim[];
}

export interface InstrumentBody {
  readonly symbol: string;
  readonly mic: string;
  readonly name: string;
  readonly currency: string;
  readonly issuer?: string;
  readonly cik?: string;
  readonly benchmarks?: readonly {
    readonly ref: string;
    readonly role: 'market' | 'sector' | 'peer';
    readonly from?: string;
  }[];
}

export interface BarBody {
  readonly session: string;
  readonly open?: number;
  readonly high?: number;
  readonly low?: number;
  readonly close: number;
  readonly volume?: number;
}

export interface BarsBody {
  readonly source: string;
  readonly basis: 'raw' | 'splitAdjusted';
  readonly basisAsOf?: string;
  readonly bars: readonly BarBody[];
}

export interface DividendBody {
  readonly exDate: string;
  readonly amount: number;
}

export interface ShareCountBody {
  readonly countedOn: string;
  readonly shares: number;
  readonly filedOn: string;
  readonly source?: string;
}

export interface AnnouncementBody {
  readonly kind: 'earnings' | 'deal';
  readonly headline: string;
  readonly announcedOn: string;
  readonly timing: 'preMarket' | 'intraday' | 'afterClose';
  readonly subjects: readonly (
    { readonly instrument: string; readonly role: string } | { readonly name: string; readonly role: string }
  )[];
  readonly source: string;
  /** The accession number of its 8-K. */
  readonly externalId: string;
  readonly amounts: readonly {
    readonly label: string;
    readonly value: number;
    readonly currency: string;
    readonly certainty: 'committed' | 'conditional' | 'forecast' | 'spending';
    readonly condition?: string;
    readonly deadline?: string;
  }[];
  readonly sources: readonly { readonly url: string; readonly publisher?: string }[];
  readonly relations?: readonly { readonly kind: string; readonly to: string }[];
}

export interface PressClaim {
  /** What was stated, in our words. */
  readonly claim: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly url?: string;
  /** `externalId` of the announcement that it is about. */
  readonly about: string;
  /**
   * What `stated` is a value of: sessions in the streak (negative: falling), change of market value over the streak in
   * dollars, the year since when no streak was longer, or the return of day 0 as a fraction.
   */
  readonly measure: 'streakLength' | 'streakMarketCapChange' | 'longestSince' | 'return';
  readonly stated: number;
}

/** One request of the HTTP API. */
export interface ExampleRequest {
  readonly method: 'POST';
  readonly path: string;
  readonly body: unknown;
}

export function loadAmazonExample(): AmazonExample {
  return {
    instruments: read<AmazonExample['instruments']>('instruments.json'),
    bars: { 'ARCX:SPY': read<BarsBody>('bars-spy.json'), 'XNAS:AMZN': read<BarsBody>('bars-amzn.json') },
    dividends: read<AmazonExample['dividends']>('dividends.json'),
    shareCounts: read<AmazonExample['shareCounts']>('share-counts.json'),
    announcements: read<AmazonExample['announcements']>('announcements.json'),
    press: read<AmazonExample['press']>('press.json'),
  };
}

/** The whole example as requests, in an order that works on an empty store. */
export function requestsOf(example: AmazonExample): readonly ExampleRequest[] {
  const post = (path: string, body: unknown): ExampleRequest => ({ method: 'POST', path, body });
  const ofEach = <Body>(bodies: Readonly<Record<string, readonly Body[]>>, noun: string) =>
    Object.entries(bodies).flatMap(([ref, list]) => list.map((body) => post(`/v1/instruments/${ref}/${noun}`, body)));
  return [
    ...example.instruments.map((body) => post('/v1/instruments', body)),
    ...Object.entries(example.bars).map(([ref, body]) => post(`/v1/instruments/${ref}/bars`, body)),
    ...ofEach(example.dividends, 'dividends'),
    ...ofEach(example.shareCounts, 'share-counts'),
    ...example.announcements.map((body) => post('/v1/announcements', body)),
  ];
}

/**
 * The folder that the JSON files lie in. Compiled, this module runs from dist/, where only code is: so it asks the
 * nearest folder above that holds the package.
 */
export function exampleFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder)
      throw new Error(`No package.json above ${__dirname}: the example's files cannot be found.`);
    folder = dirname(folder);
  }
  return join(folder, 'examples', 'amazon-2026');
}

function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(exampleFolder(), file), 'utf8')) as Content;
}
