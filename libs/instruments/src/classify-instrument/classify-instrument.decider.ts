import { InstrumentClassified, type InstrumentId } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import { instrumentFold, type InstrumentState, type Sector } from '../identity/instrument-state';
import type { ClassifyInstrumentBody } from './classify-instrument.command';

export interface ClassificationToDecide {
  readonly instrumentId: InstrumentId;
  readonly said: ClassifyInstrumentBody;
}

export const classifyInstrumentDecider: Decider<InstrumentState, ClassificationToDecide> = {
  ...instrumentFold,
  decide({ instrumentId, said }, { sectors }) {
    const known = sectorOnRecord(said, sectors);
    if (known !== undefined && known.code !== said.code)
      return refuse(contradiction('/code', said.code, known.code, said));
    const { name = known?.name } = said;
    if (known?.name !== undefined && name !== known.name)
      return refuse(contradiction('/name', said.name, known.name, said));
    if (known !== undefined && name === known.name) return [];
    const { scheme, code, from } = said;
    const optional = { ...(name === undefined ? {} : { name }), ...(from === undefined ? {} : { from }) };
    return [InstrumentClassified.create({ instrumentId, scheme, code, ...optional })];
  },
};

/** The sector of the same scheme and date, if there is one. */
export function sectorOnRecord(
  { scheme, from }: ClassifyInstrumentBody,
  sectors: readonly Sector[],
): Sector | undefined {
  return sectors.find((one) => one.scheme === scheme && one.from === from);
}

function refuse(fault: Fault) {
  return refuseFor('conflict', [fault], fault.code);
}

function contradiction(
  pointer: string,
  said: string | undefined,
  known: string,
  { scheme, from }: ClassifyInstrumentBody,
): Fault {
  const since = from === undefined ? 'from the first session on' : `from ${from} on`;
  const detail = `By ${scheme} stands ${JSON.stringify(known)} on record ${since}, not ${JSON.stringify(said)}. Say what is on record; where it changed, give another date in "from".`;
  return { code: 'sectorContradicts', pointer, detail };
}
