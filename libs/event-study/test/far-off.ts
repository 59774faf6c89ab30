/**
 * For the specs of distributions: the rows whose computed value is further than `tolerance` of itself from the row's last
 * column, each with what was computed. Empty where all agree.
 */
export function farOff<Row extends readonly number[]>(
  rows: readonly Row[],
  tolerance: number,
  compute: (row: Row) => number,
): readonly { row: Row; computed: number }[] {
  return rows
    .map((row) => ({ row, computed: compute(row) }))
    .filter(({ row, computed }) => {
      const expected = row[row.length - 1]!;
      return !(Math.abs(computed - expected) <= tolerance * Math.abs(expected));
    });
}
