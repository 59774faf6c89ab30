/** The headers that the key in STREAKLINE_API_KEY takes, for requests to a server that somebody else started. */
export function apiKeyHeaders(environment: NodeJS.ProcessEnv = process.env): Readonly<Record<string, string>> {
  const key = environment['STREAKLINE_API_KEY'];
  return key === undefined || key === '' ? {} : { Authorization: `Bearer ${key}` };
}
