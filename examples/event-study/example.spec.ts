import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExample } from './make-example';

describe('the example of an event study', () => {
  it.each(['returns', 'events'] as const)('has the %s that its seed makes, to the last digit', (name) => {
    expect(makeExample()[name]).toBe(readFileSync(join(__dirname, `${name}.csv`), 'utf8'));
  });
});
