/** Parameters of a strategy, by name, with their defaults: what a sweep varies. */
export type Params = Readonly<Record<string, number | boolean | string>>;
