/**
 * Describes a suite that needs something which not every machine has: skipped where it is missing, which is said aloud,
 * for a summary of skipped tests is soon overlooked. Where CI is set it fails instead: a green build means that these
 * suites ran.
 *
 * @param what with its article, as in "a Kafka"
 * @param missing why there is none; null where there is
 */
export function describeWhereThereIs(what: string, missing: string | null, name: string, suite: () => void): void {
  if (missing === null) {
    describe(name, suite);
    return;
  }
  if (isSet('CI')) {
    describe(name, () => {
      it(`has ${what} to run against`, () => {
        throw new Error(`CI is set, and ${what} to test with is missing: ${missing}`);
      });
    });
    return;
  }
  process.stderr.write(`\nSKIPPED: "${name}" needs ${what}. ${missing}\n`);
  describe.skip(`${name} (${missing})`, suite);
}

/** Whether a variable of the environment says something; `false` is nothing. */
export function isSet(variable: string): boolean {
  return !['', 'false', undefined].includes(process.env[variable]);
}
