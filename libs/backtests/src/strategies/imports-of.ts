/** What compiled code requires by a plain string. Whatever is named at run time is refused then. */
export function importsOf(code: string): readonly string[] {
  return [...new Set([...code.matchAll(/\brequire\(\s*(["'])([^"'\n]+)\1\s*\)/g)].map(([, , name]) => name ?? ''))];
}
