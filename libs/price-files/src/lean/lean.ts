import { establishedLayout } from '../detect/column-layout';
import type { FileHead } from '../detect/file-head';
import type { PriceDialect } from '../dialect';
import { PriceFileError } from '../price-file-error';
import { type FigureField, PRICE_ROLES } from '../reading/row-layout';
import { leanCompanions } from './companions';

const TIME = /^\d{8} (\d\d:\d\d)$/;
const FIELDS = 6;

/** Daily zips of QuantConnect's LEAN (`equity/usa/daily/aapl.zip`), with the factor and map files of the same tree. */
export const lean: PriceDialect = {
  name: 'lean',
  title: 'QuantConnect LEAN daily zip',
  basis: 'As traded, written times 10,000; factor files tell splits and dividends (its data readme).',
  datedSymbols: true,
  recognise(head, options) {
    const first = head.rows[0]?.fields ?? [];
    const time = TIME.exec(first[0] ?? '')?.[1];
    if (time === undefined || first.length !== FIELDS) return null;
    if (head.rows.slice(0, 20).some(({ fields }) => TIME.exec(fields[0] ?? '')?.[1] !== '00:00')) {
      throw new PriceFileError(
        'wrongFormat',
        head.file,
        'It holds hourly bars of LEAN. Import those of its folder daily.',
      );
    }
    const figures = PRICE_ROLES.map((role, index): FigureField => ({ field: index + 1, role, basis: 'raw' }));
    const known = { date: 0, figures, dates: 'compact', numbers: 'plain', headerRows: 0 } as const;
    const layout = {
      ...establishedLayout(head, known, options),
      groups: [{ symbol: null, figures }],
      priceScale: 10_000,
    };
    const reasons = ['It has no header, LEAN\'s "YYYYMMDD 00:00" and six columns; prices are divided by 10,000.'];
    return { certainty: 'sure', reasons, layout, symbol: head.name.replace(/\.csv$/i, '').toUpperCase() };
  },
  companions: leanCompanions,
  companionOf(head) {
    if (!/\.csv$/i.test(head.name)) return null;
    if (isFactorFile(head)) return 'It is a factor file of LEAN, which is read with the daily zip of its ticker.';
    return isMapFile(head) ? 'It is a map file of LEAN, which is read with the daily zip of its ticker.' : null;
  },
};

function isFactorFile(head: FileHead): boolean {
  return head.rows.every(({ fields }) => {
    const [day = '', ...factors] = fields;
    return (
      /^\d{8}$/.test(day) && fields.length >= 3 && factors.slice(0, 2).every((factor) => /^[\d.e+-]+$/i.test(factor))
    );
  });
}

function isMapFile(head: FileHead): boolean {
  return head.rows.every(({ fields: [day = '', ticker = '', ...rest] }) => {
    return /^\d{8}$/.test(day) && /^[a-z][a-z0-9._-]*$/i.test(ticker) && rest.length <= 2;
  });
}
