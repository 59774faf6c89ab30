import { type InstrumentId, type NewEvent, ShareClassesRecorded } from '@streakline/events';
import { type Fault, refuseFor, type Refusal } from '@streakline/event-store';
import type { ShareClasses } from '../identity/instrument-state';
import type { RecordShareClassesBody } from './record-share-classes.command';

type UnlistedClass = NonNullable<RecordShareClassesBody['unlisted']>[number];

/** A class that trades, and what is on record of the issuer's classes at its instrument. */
export interface ListedClass {
  readonly instrumentId: InstrumentId;
  readonly shareClass: string;
  readonly onRecord: readonly ShareClasses[];
}

export interface ShareClassesToDecide {
  /** The instrument that it is told of comes first. */
  readonly listed: readonly ListedClass[];
  readonly unlisted: readonly UnlistedClass[];
  /** Instruments that stand as classes of the issuer for that date, and are not named any more. */
  readonly dropped: readonly ListedClass[];
  readonly from: string | undefined;
  /** What stands for that date was wrong. */
  readonly corrects: boolean;
}

/** The events of each instrument at which the issuer's classes do not stand as told. */
export function decideShareClasses(
  told: ShareClassesToDecide,
): readonly { readonly instrumentId: InstrumentId; readonly events: readonly NewEvent[] }[] | Refusal {
  const faults = [...namedTwice(told), ...tradedTwice(told), ...withoutPrice(told)];
  if (faults.length > 0) return refuseFor('invalid', faults, 'invalidShareClasses');
  const changed = told.listed.filter((one) => !stands(told, one));
  const contradicted = changed.flatMap((one) => onRecordOf(one, told.from) ?? []);
  if (contradicted.length > 0 && !told.corrects) {
    return refuseFor('conflict', [contradiction(contradicted[0]!)], 'shareClassesContradict');
  }
  const alone = told.dropped.map((one) => seenFrom({ ...told, listed: [one], unlisted: [] }, one));
  return [...changed.map((one) => seenFrom(told, one)), ...alone].map((data) => ({
    instrumentId: data.instrumentId,
    events: [ShareClassesRecorded.create(data)],
  }));
}

/** Position of the newest word that says what is told, of those that stand at its instruments. */
export function shareClassesSaidAt({ listed, from }: ShareClassesToDecide): number | undefined {
  const positions = listed.flatMap((one) => onRecordOf(one, from)?.position ?? []);
  return positions.length === 0 ? undefined : Math.max(...positions);
}

/** What stands at an instrument for a date. */
export function onRecordOf(
  { onRecord }: Pick<ListedClass, 'onRecord'>,
  from: string | undefined,
): ShareClasses | undefined {
  return onRecord.find((one) => one.from === from);
}

/** In the order of the classes' names, so that the same classes make the same events, whichever way they are told. */
function seenFrom(
  { listed, unlisted, from }: Pick<ShareClassesToDecide, 'listed' | 'unlisted' | 'from'>,
  { instrumentId, shareClass }: ListedClass,
) {
  const others = listed.filter((one) => one.instrumentId !== instrumentId);
  return {
    ...{ instrumentId, ...(from === undefined ? {} : { from }), shareClass },
    listed: byClass(others.map((one) => ({ instrumentId: one.instrumentId, shareClass: one.shareClass }))),
    unlisted: byClass(
      unlisted.map((one) => ({
        ...{ shareClass: one.shareClass, pricedAs: one.pricedAs },
        ...(one.worth === undefined || one.worth === 1 ? {} : { worth: one.worth }),
      })),
    ),
  };
}

function byClass<Named extends { readonly shareClass: string }>(classes: readonly Named[]): Named[] {
  return [...classes].sort((a, b) => (a.shareClass < b.shareClass ? -1 : 1));
}

function stands(told: ShareClassesToDecide, one: ListedClass): boolean {
  const known = onRecordOf(one, told.from);
  if (known === undefined) return false;
  const { listed, unlisted, shareClass } = seenFrom(told, one);
  return (
    known.shareClass === shareClass &&
    JSON.stringify(known.listed.map((its) => [its.shareClass, its.instrumentId])) ===
      JSON.stringify(listed.map((its) => [its.shareClass, its.instrumentId])) &&
    JSON.stringify(known.unlisted.map((its) => [its.shareClass, its.pricedAs, its.worth])) ===
      JSON.stringify(unlisted.map((its) => [its.shareClass, its.pricedAs, its.worth]))
  );
}

function contradiction({ instrumentId, shareClass, listed, unlisted }: ShareClasses): Fault {
  const names = [shareClass, ...listed.map((one) => one.shareClass), ...unlisted.map((one) => one.shareClass)].join(
    ', ',
  );
  const detail = `At ${instrumentId} the classes ${names} stand otherwise for the same date. Say what is on record; give another date in "from" where they changed, or corrects: true where they were wrong.`;
  return fault('shareClassesContradict', '', detail);
}

function namedTwice({ listed, unlisted }: ShareClassesToDecide): readonly Fault[] {
  const names = [...listed, ...unlisted].map(({ shareClass }) => shareClass);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  return twice.map((name) =>
    fault('shareClassTwice', '/shareClass', `Class ${name} is named twice. Name each class once.`),
  );
}

function tradedTwice({ listed }: ShareClassesToDecide): readonly Fault[] {
  const ids = listed.map(({ instrumentId }) => instrumentId);
  const detail =
    'names an instrument that has a class already. An instrument is one class: name another, or leave it out.';
  return listed.flatMap(({ instrumentId, shareClass }, i) =>
    ids.indexOf(instrumentId) === i
      ? []
      : [fault('instrumentTwice', `/listed/${i - 1}/ref`, `Class ${shareClass} ${detail}`)],
  );
}

function withoutPrice({ listed, unlisted }: ShareClassesToDecide): readonly Fault[] {
  return unlisted.flatMap(({ shareClass, pricedAs }, i) => {
    if (listed.some((one) => one.shareClass === pricedAs)) return [];
    const names = listed.map((one) => one.shareClass).join(', ');
    const detail = `Class ${shareClass} is to count at the price of class ${pricedAs}, which is not listed. Name one of ${names}.`;
    return [fault('unknownShareClass', `/unlisted/${i}/pricedAs`, detail)];
  });
}

function fault(code: string, pointer: string, detail: string): Fault {
  return { code, pointer, detail };
}
