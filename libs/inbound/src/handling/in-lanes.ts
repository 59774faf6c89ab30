/**
 * Works on items that share a lane one after the other, in their order, and on lanes side by side. Resolves when all is
 * done; a failure ends its lane, and is thrown when the other lanes have ended.
 */
export async function inLanes<T>(
  items: readonly T[],
  laneOf: (item: T) => string,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const lanes = new Map<string, T[]>();
  for (const item of items) {
    const lane = lanes.get(laneOf(item));
    if (lane === undefined) lanes.set(laneOf(item), [item]);
    else lane.push(item);
  }
  const ended = await Promise.allSettled([...lanes.values()].map((lane) => oneByOne(lane, work)));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

async function oneByOne<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) await work(item);
}
