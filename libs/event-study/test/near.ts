/** Whether a figure is another program's, to the precision that both can have: 1e-12 and 1e-9 of its size. */
export function expectNear(actual: number | null | undefined, expected: number | null): void {
  if (expected === null) {
    expect(actual).toBeNull();
    return;
  }
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! - expected) / (1e-12 + 1e-9 * Math.abs(expected))).toBeLessThanOrEqual(1);
}

export function expectAllNear(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((one, place) => expectNear(actual[place], one));
}
