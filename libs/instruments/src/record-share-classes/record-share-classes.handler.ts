import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandReceipt,
  decideAndAppend,
  type Decided,
  EVENT_STORE,
  type EventStore,
  isRefusal,
  type LoadState,
  refuseFor,
  type Refusal,
} from '@streakline/event-store';
import { appendsOf } from '../identity/appends';
import { findInstrument } from '../identity/resolve-instrument';
import { RecordShareClasses, type RecordShareClassesBody } from './record-share-classes.command';
import { decideShareClasses, type ListedClass, onRecordOf, shareClassesSaidAt } from './share-classes-decision';

@CommandHandler(RecordShareClasses)
export class RecordShareClassesHandler implements ICommandHandler<RecordShareClasses> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body, context }: RecordShareClasses): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, (load) => decide(load, ref, body));
  }
}

/** One decision over every listed class: a company must not be worth one thing seen from here and another seen from there. */
async function decide(load: LoadState, ref: string, body: RecordShareClassesBody): Promise<Decided | Refusal> {
  const { unlisted = [], from } = body;
  const own = await listedClass(load, { ref, shareClass: body.shareClass }, from);
  if (isRefusal(own)) return own;
  const listed = [own];
  for (const [i, other] of (body.listed ?? []).entries()) {
    const found = await listedClass(load, other, from);
    if (isRefusal(found)) {
      const fault = { code: found.code, pointer: `/listed/${i}/ref`, detail: found.detail };
      return refuseFor('invalid', [fault], 'invalidShareClasses');
    }
    listed.push(found);
  }
  const told = {
    listed,
    unlisted,
    dropped: await droppedOf(load, listed, from),
    from,
    corrects: body.corrects === true,
  };
  const decided = decideShareClasses(told);
  if (isRefusal(decided)) return decided;
  const id = own.instrumentId;
  if (decided.length > 0) {
    return { id, appends: decided.flatMap(({ instrumentId, events }) => appendsOf(instrumentId, events)) };
  }
  const saidAt = shareClassesSaidAt(told);
  if (saidAt === undefined) throw new Error(`Nothing to record of the classes of ${id}, and nothing on record.`);
  return { id, appends: [], saidAt };
}

/** Whoever corrects a class away must not leave it thinking that it is of the company. */
async function droppedOf(
  load: LoadState,
  listed: readonly ListedClass[],
  from: string | undefined,
): Promise<readonly ListedClass[]> {
  const ids = listed.flatMap((one) => onRecordOf(one, from)?.listed ?? []);
  const dropped: ListedClass[] = [];
  for (const { instrumentId, shareClass } of ids) {
    if ([...listed, ...dropped].some((one) => one.instrumentId === instrumentId)) continue;
    const found = await listedClass(load, { ref: instrumentId, shareClass }, from);
    if (!isRefusal(found)) dropped.push(found);
  }
  return dropped;
}

async function listedClass(
  load: LoadState,
  { ref, shareClass }: { readonly ref: string; readonly shareClass: string },
  from: string | undefined,
): Promise<ListedClass | Refusal> {
  const found = await findInstrument(load, ref, from);
  if (isRefusal(found)) return found;
  return { instrumentId: found.instrumentId, shareClass, onRecord: found.state.shareClasses };
}
