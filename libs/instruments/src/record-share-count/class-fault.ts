import type { Fault } from '@streakline/event-store';
import type { ShareClasses } from '../identity/instrument-state';
import type { RecordShareCountBody } from './record-share-count.command';

/**
 * A class counted where no view looks for it. Nothing is wrong as long as no classes are on record: a cover is often read
 * before anybody says which class trades as what.
 */
export function classFault({ shareClass }: RecordShareCountBody, classes: ShareClasses | undefined): Fault | undefined {
  if (shareClass === undefined || classes === undefined || shareClass === classes.shareClass) return undefined;
  const listed = classes.listed.find((one) => one.shareClass === shareClass);
  if (listed !== undefined)
    return fault(`Class ${shareClass} trades as ${listed.instrumentId}: record its counts there.`);
  const unlisted = classes.unlisted.find((one) => one.shareClass === shareClass);
  if (unlisted === undefined) return fault(unknownClass(shareClass, classes));
  if (unlisted.pricedAs === classes.shareClass) return undefined;
  const { instrumentId = '' } = classes.listed.find((one) => one.shareClass === unlisted.pricedAs) ?? {};
  return fault(
    `Class ${shareClass} counts at the price of class ${unlisted.pricedAs}: record its counts on ${instrumentId}.`,
  );
}

function unknownClass(shareClass: string, { shareClass: own, listed, unlisted }: ShareClasses): string {
  const names = [own, ...listed.map((one) => one.shareClass), ...unlisted.map((one) => one.shareClass)];
  return `No class ${shareClass} is on record, only ${names.join(', ')}. Write it as it stands there, or record the issuer's classes again.`;
}

function fault(detail: string): Fault {
  return { code: 'wrongShareClass', pointer: '/shareClass', detail };
}
