type Value = string | number | boolean | null | undefined;

/** A path of the API with its values in place, and a query after it. Lists in a query are joined by commas. */
export function requestUrl(base: string, template: string, path: object = {}, query: object = {}): URL {
  const values = new Map<string, unknown>(Object.entries(path));
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    if (typeof value !== 'string' || value === '') throw new TypeError(`${template}: path.${name} must be a text`);
    return encodeURIComponent(value);
  });
  const url = new URL(`${base.replace(/\/+$/, '')}${filled}`);
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    const text = Array.isArray(value) ? value.join(',') : (value as Value);
    if (text !== undefined && text !== null) url.searchParams.set(name, String(text));
  }
  return url;
}
