type Json = Readonly<Record<string, unknown>>;

/** A Kafka header is bytes: a number is written in digits, an instant as RFC 3339. */
export const text = (description: string): Json => ({ type: 'string', description });
export const integer = (description: string): Json => ({ type: 'string', pattern: '^\\d{1,16}$', description });
export const instant = (description: string): Json => ({ type: 'string', format: 'date-time', description });
export const constant = (value: string): Json => ({ type: 'string', const: value });

/** The schema of a record's headers; those whose names end in `?` may be absent. Others may be there beside them. */
export function headersSchema(headers: Readonly<Record<string, Json>>): Json {
  const names = Object.keys(headers);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(headers).map(([name, schema]) => [name.replace('?', ''), schema])),
    required: names.filter((name) => !name.endsWith('?')),
  };
}
