/**
 * Whether a name fits a pattern of `*` (any characters) and `?` (one). In steps that grow with the product of both
 * lengths at most: nobody's pattern can keep the process busy.
 */
export function fits(name: string, pattern: string): boolean {
  let [at, wanted, star, retry] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[wanted] === '*') [star, retry, wanted] = [wanted, at, wanted + 1];
    else if (pattern[wanted] === '?' || pattern[wanted] === name[at]) [at, wanted] = [at + 1, wanted + 1];
    else if (star >= 0) [retry, at, wanted] = [retry + 1, retry + 1, star + 1];
    else return false;
  }
  while (pattern[wanted] === '*') wanted += 1;
  return wanted === pattern.length;
}

export function hasWildcards(text: string): boolean {
  return /[*?]/.test(text);
}
