import type { Bar, BarField } from './bar';

/** A figure that cannot be true beside the others. */
export interface RangeFault {
  readonly field: BarField;
  readonly detail: string;
}

/** No price lies outside [low, high]; what is absent is not judged. */
export function rangeFaults({ open, high, low, close }: Bar): readonly RangeFault[] {
  if (high !== undefined && low !== undefined && high < low)
    return [{ field: 'high', detail: `the high ${high} is below the low ${low}` }];
  return (
    [
      ['open', open],
      ['close', close],
    ] as const
  ).flatMap(([field, price]) => {
    if (price === undefined) return [];
    if (high !== undefined && price > high)
      return [{ field, detail: `the ${field} ${price} is above the high ${high}` }];
    if (low !== undefined && price < low) return [{ field, detail: `the ${field} ${price} is below the low ${low}` }];
    return [];
  });
}
