import { z } from 'zod';
import { defineEvent } from '../event-type';
import { dateSchema, instrumentIdSchema } from '../primitives';
import { shareClassSchema } from './share-class';

const ofInstrument = (data: { instrumentId: string }) => [data.instrumentId];

/**
 * From the session `from` on (always, if absent) the instrument is `shareClass` of an issuer whose other classes are these:
 * `listed` ones are instruments of their own, `unlisted` ones have no price. Each listed instrument holds such an event of
 * its own. Of two for one `from` the one recorded last holds.
 */
export const ShareClassesRecorded = defineEvent({
  name: 'ShareClassesRecorded',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    from: dateSchema.optional(),
    shareClass: shareClassSchema,
    listed: z.array(z.strictObject({ instrumentId: instrumentIdSchema, shareClass: shareClassSchema })),
    unlisted: z.array(
      z.strictObject({
        shareClass: shareClassSchema,
        /** The listed class at whose price it counts. */
        pricedAs: shareClassSchema,
        /** Shares of that class that one share of this one is worth; 1, if absent. */
        worth: z.number().positive().optional(),
      }),
    ),
  }),
  keysOf: ofInstrument,
});

/**
 * What one unit of trading is. From the date `from` on (always, if absent) it stands for `sharesPerUnit` ordinary shares (a
 * depositary receipt; 0.5 where two receipts make a share). Prices are given in `priceUnit`, of which `perCurrency` make one
 * unit of the instrument's currency (London's pence: GBX, 100 to GBP); it holds for every bar, so it has no `from`. Of two
 * for one `from` the one recorded last holds.
 */
export const UnitRecorded = defineEvent({
  name: 'UnitRecorded',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    from: dateSchema.optional(),
    sharesPerUnit: z.number().positive().optional(),
    priceUnit: z.strictObject({ name: z.string().min(1).max(10), perCurrency: z.number().positive() }).optional(),
  }),
  keysOf: ofInstrument,
});
