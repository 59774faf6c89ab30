import { columnLayout } from '../detect/column-layout';
import type { FileHead } from '../detect/file-head';
import type { PriceDialect, ReadingOptions, Recognition } from '../dialect';
import { symbolOfName } from '../symbol-of-name';
import { basisOf } from '../told-basis';

const ENGLISH = 'date,open,high,low,close,volume';
const POLISH = 'data,otwarcie,najwyzszy,najnizszy,zamkniecie,wolumen';
/** `aapl_us_d.csv`, as Stooq names what it sends. */
const NAME = /^([a-z0-9.-]{1,12})_[a-z]{2}_d(?: ?\(\d+\))?\.csv$/i;

/** One symbol's history from stooq.com, and the text files of its bulk archives. */
export const stooq: PriceDialect = {
  name: 'stooq',
  title: 'Stooq',
  basis: 'Adjusted for splits and dividends, unless that is switched off at Stooq (then say --basis).',
  recognise(head, options) {
    return head.header[0] === '<ticker>' ? bulk(head, options) : oneSymbol(head, options);
  },
};

function bulk(head: FileHead, options: ReadingOptions): Recognition | null {
  const layout = columnLayout(
    head,
    {
      date: '<date>',
      symbol: { column: '<ticker>', endsWith: '.US' },
      figures: { [basisOf('fullyAdjusted', options)]: columns('<open>', '<high>', '<low>', '<close>', '<vol>') },
      must: { column: '<per>', text: 'D', reason: 'Its period (<PER>) is not D, so it is no daily bar.' },
    },
    options,
  );
  if (layout === null) return null;
  const reasons = ["The header is that of Stooq's bulk files: <TICKER>,<PER>,<DATE>..."];
  return { certainty: 'sure', reasons, layout, symbol: null };
}

function oneSymbol(head: FileHead, options: ReadingOptions): Recognition | null {
  const header = head.header.join(',');
  // Instruments without volume, as indices, have no last column.
  const language =
    head.header.length < 5 ? undefined : [ENGLISH, POLISH].find((full) => `${full},`.startsWith(`${header},`));
  if (language === undefined) return null;
  const [date = '', open = '', high = '', low = '', close = '', volume = ''] = language.split(',');
  const figures = { [basisOf('fullyAdjusted', options)]: columns(open, high, low, close, volume) };
  const layout = columnLayout(head, { date, figures }, options);
  if (layout === null) return null;
  const named = symbolOfName(head.name, NAME);
  const reasons = [
    language === POLISH ? "The header is Stooq's Polish one." : 'The header is Date,Open,High,Low,Close,Volume.',
    ...(named === null ? [] : [`The name ${head.name} is of Stooq's form.`]),
  ];
  const certainty = language === POLISH || named !== null ? 'sure' : 'possible';
  return { certainty, reasons, layout, symbol: named ?? symbolOfName(head.name) };
}

function columns(open: string, high: string, low: string, close: string, volume: string) {
  return { open, high, low, close, volume };
}
