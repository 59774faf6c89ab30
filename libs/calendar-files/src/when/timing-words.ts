import type { RowTiming } from '../calendar-row';

/** Words in small letters and digits alone, as they are left of "time-pre-market", "BMO", "After Market Close". */
const words: readonly (readonly [timing: RowTiming, said: readonly string[]])[] = [
  [
    'preMarket',
    [
      'bmo',
      'beforemarketopen',
      'beforeopen',
      'beforetheopen',
      'beforemarket',
      'beforemarketopens',
      'beforethemarketopens',
      'premarket',
      'preopen',
      'pre',
      'timepremarket',
      'premarketopen',
      'am',
    ],
  ],
  [
    'afterClose',
    [
      'amc',
      'aftermarketclose',
      'afterclose',
      'aftertheclose',
      'aftermarket',
      'aftermarketcloses',
      'afterthemarketcloses',
      'afterhours',
      'timeafterhours',
      'postmarket',
      'postclose',
      'post',
      'pm',
    ],
  ],
  ['intraday', ['dmh', 'dmt', 'duringmarkethours', 'duringmarket', 'duringtrading', 'duringtradinghours', 'intraday']],
  [
    'unknown',
    [
      'tns',
      'tas',
      'tba',
      'tbd',
      'timenotsupplied',
      'notsupplied',
      'unknown',
      'unspecified',
      'unconfirmed',
      'na',
      'nan',
      'none',
      'null',
      'notavailable',
      'allday',
    ],
  ],
];

const timingByWord = new Map(words.flatMap(([timing, said]) => said.map((word) => [word, timing] as const)));

/** The part of the day that words tell; undefined where they are no such words. Nothing, or dashes: unstated. */
export function timingOfWords(text: string): RowTiming | undefined {
  const word = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return word === '' ? 'unstated' : timingByWord.get(word);
}
