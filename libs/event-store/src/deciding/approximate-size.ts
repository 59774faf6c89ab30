/** How many values data holds, looking at no more than the first element of a list to know what is in it. */
export function approximateSize(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 1;
  if (Array.isArray(data)) return 1 + data.length * (data.length === 0 ? 0 : approximateSize(data[0]));
  return Object.values(data).reduce<number>((sum, value) => sum + approximateSize(value), 1);
}
