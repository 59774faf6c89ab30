/** Of each key the version with the greatest (knownAt, position), by ascending key. */
export function winnersBy<Version extends { readonly knownAt: number; readonly position: number }>(
  versions: readonly Version[],
  keyOf: (version: Version) => string,
): readonly Version[] {
  const winners = new Map<string, Version>();
  for (const version of versions) {
    const key = keyOf(version);
    const winner = winners.get(key);
    if (winner === undefined || isLater(version, winner)) winners.set(key, version);
  }
  return [...winners].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, winner]) => winner);
}

type Version = { readonly knownAt: number; readonly position: number };

function isLater(a: Version, b: Version): boolean {
  return a.knownAt === b.knownAt ? a.position > b.position : a.knownAt > b.knownAt;
}
