import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandReceipt,
  decideAndAppend,
  EVENT_STORE,
  type EventStore,
  isRefusal,
  type LoadState,
  type Refusal,
} from '@streakline/event-store';
import { decideOnInstrument } from '../identity/decide-on-instrument';
import { findInstrument } from '../identity/resolve-instrument';
import { exchangeOfInstrument } from '../sessions/exchange-of-instrument';
import { RecordDistribution, type RecordDistributionBody } from './record-distribution.command';
import { distributionOn, type Received, recordDistributionDecider } from './record-distribution.decider';

@CommandHandler(RecordDistribution)
export class RecordDistributionHandler implements ICommandHandler<RecordDistribution> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body, context }: RecordDistribution): Promise<CommandReceipt | Refusal> {
    const { received: handedOut, ...said } = body;
    return decideAndAppend(this.store, context, async (load) => {
      const received = await receivedIn(load, said.exDate, handedOut);
      return decideOnInstrument(load, {
        ref,
        on: said.exDate,
        decide: ({ instrumentId, state }) =>
          recordDistributionDecider.decide(
            { instrumentId, exchange: exchangeOfInstrument(state), said, received, now: context.now },
            state,
          ),
        saidAt: ({ state }) => distributionOn(said, state)?.position,
      });
    });
  }
}

/** Whom the reference of what was handed out names on the ex-date. */
async function receivedIn(
  load: LoadState,
  exDate: string,
  handedOut: RecordDistributionBody['received'],
): Promise<Received | undefined> {
  if (handedOut === undefined) return undefined;
  const { instrument, perShare } = handedOut;
  const found = await findInstrument(load, instrument, exDate);
  return isRefusal(found) ? { unknown: found.detail } : { instrumentId: found.instrumentId, perShare };
}
