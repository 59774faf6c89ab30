/**
 * What a key may do. `read`: ask, questions that are sent as POST (studies, backtests) included; `ingest`: record facts;
 * `operate`: run the system. None includes another.
 */
export const scopes = ['read', 'ingest', 'operate'] as const;
export type Scope = (typeof scopes)[number];

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}
