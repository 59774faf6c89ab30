import type { paths } from './api-schema';

/*
 * What the OpenAPI document says of a route, in the shape of a call: whoever names a path gets its parameters, its body
 * and its answer from there.
 */
export type Method = 'get' | 'post' | 'delete';

/** The paths that have a method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Readonly<Record<M, { readonly responses: object }>> ? P : never;
}[keyof paths];

/** What the document says of a method of a path. */
export type Operation<M extends Method, P extends PathsWith<M>> =
  paths[P] extends Readonly<Record<M, infer O>> ? O : never;

type PathPart<O> = O extends { readonly parameters: { readonly path: infer Values extends object } }
  ? { readonly path: Values }
  : { readonly path?: never };

type QueryPart<O> = O extends { readonly parameters: { readonly query: infer Values extends object } }
  ? { readonly query: Values }
  : O extends { readonly parameters: { readonly query?: infer Values extends object } }
    ? { readonly query?: Values }
    : { readonly query?: never };

/** What every call takes. */
export interface CallOptions {
  /** Ends the call, and the waiting between its attempts, by its reason. */
  readonly signal?: AbortSignal;
}

/** The values of a path and a query. */
export type GetOptions<O> = PathPart<O> & QueryPart<O> & CallOptions;

export type PostOptions<O> = PathPart<O> &
  (O extends { readonly requestBody: { readonly content: { readonly 'application/json': infer Body } } }
    ? { readonly body: Body }
    : { readonly body?: never }) &
  CallOptions & {
    /** Names this command: sent again with the same body, it is answered as at first. Default: a random one. */
    readonly idempotencyKey?: string;
  };

/** An argument that may be left out where nothing in it is required. */
export type Argument<Options> = Partial<Options> extends Options ? [options?: Options] : [options: Options];

type Succeeded = 200 | 201 | 202;
type JsonOf<R> = R extends { readonly content: { readonly 'application/json': infer Body } } ? Body : never;

/** The JSON that an operation answers when it succeeds. */
export type Answer<O> = O extends { readonly responses: infer R }
  ? { [S in keyof R]: S extends Succeeded ? JsonOf<R[S]> : never }[keyof R]
  : never;

/** A page of a list. */
export interface Page<Row> {
  readonly data: readonly Row[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** The recorded position that the page rests on, where the list says so. */
  readonly position?: number;
}

/** The paths whose answers are pages. */
export type ListPaths = {
  [P in PathsWith<'get'>]: Answer<Operation<'get', P>> extends Page<unknown> ? P : never;
}[PathsWith<'get'>];

/** A row of a list. */
export type RowOf<P extends ListPaths> = Answer<Operation<'get', P>> extends Page<infer Row> ? Row : never;
