/** An id is a JSON number where it is written as one; `007` and `1e3` are names. */
export function asNumberIfOne(id: string): string | number {
  return Number.isSafeInteger(Number(id)) && String(Number(id)) === id ? Number(id) : id;
}
