import { type InstrumentId, UnitRecorded } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import { instrumentFold, type InstrumentState, type Unit } from '../identity/instrument-state';
import type { RecordUnitBody } from './record-unit.command';

export interface UnitToDecide {
  readonly instrumentId: InstrumentId;
  readonly said: RecordUnitBody;
}

export const recordUnitDecider: Decider<InstrumentState, UnitToDecide> = {
  ...instrumentFold,
  decide({ instrumentId, said }, state) {
    const fault = faultOf(said);
    if (fault !== undefined) return refuseFor('invalid', [fault], fault.code);
    const known = unitOnRecord(said, state);
    const { from, sharesPerUnit = known?.sharesPerUnit, priceUnit = known?.priceUnit } = said;
    const conflicts = said.corrects === true ? [] : contradictions(said, known);
    if (conflicts.length > 0) return refuseFor('conflict', conflicts, 'unitContradicts');
    if (known !== undefined && sharesPerUnit === known.sharesPerUnit && samePrice(priceUnit, known.priceUnit))
      return [];
    return [
      UnitRecorded.create({
        instrumentId,
        ...(from === undefined ? {} : { from }),
        ...(sharesPerUnit === undefined ? {} : { sharesPerUnit }),
        ...(priceUnit === undefined ? {} : { priceUnit }),
      }),
    ];
  },
};

/** What stands of the same date. */
export function unitOnRecord({ from }: RecordUnitBody, { units }: InstrumentState): Unit | undefined {
  return units.find((one) => one.from === from);
}

/** What is on record is only added to, unless the request says that it corrects it. */
function contradictions({ sharesPerUnit, priceUnit }: RecordUnitBody, known: Unit | undefined): readonly Fault[] {
  const faults: Fault[] = [];
  if (sharesPerUnit !== undefined && known?.sharesPerUnit !== undefined && sharesPerUnit !== known.sharesPerUnit) {
    faults.push(contradiction('/sharesPerUnit', `${known.sharesPerUnit} shares a unit stand`));
  }
  if (priceUnit !== undefined && known?.priceUnit !== undefined && !samePrice(priceUnit, known.priceUnit)) {
    const { name, perCurrency } = known.priceUnit;
    faults.push(contradiction('/priceUnit', `Prices in ${name}, ${perCurrency} to the currency, stand`));
  }
  return faults;
}

function contradiction(pointer: string, stands: string): Fault {
  const detail = `${stands} on record for the same date. Say what is on record; give another date in "from" where it changed, or corrects: true where it was wrong.`;
  return { code: 'unitContradicts', pointer, detail };
}

function samePrice(a: Unit['priceUnit'], b: Unit['priceUnit']): boolean {
  return a?.name === b?.name && a?.perCurrency === b?.perCurrency;
}

function faultOf({ from, sharesPerUnit, priceUnit }: RecordUnitBody): Fault | undefined {
  if (sharesPerUnit === undefined && priceUnit === undefined) {
    const detail = 'Give sharesPerUnit (what one unit of trading stands for), or priceUnit (what prices are given in).';
    return { code: 'nothingSaid', pointer: '/sharesPerUnit', detail };
  }
  if (from === undefined || priceUnit === undefined) return undefined;
  const detail =
    'A price unit holds for every bar: returns are quotients of prices, and two units would make one of a hundred. Leave "from" out, and record older bars in this unit.';
  return { code: 'priceUnitHasNoDate', pointer: '/from', detail };
}
