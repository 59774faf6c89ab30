/**
 * The event catalogue: every fact this system records, with its schema. It is the language that the write side, the
 * folds and the outside world share, so it depends on nothing but zod.
 */
export * from './recorded-event';
export * from './ids';
export * from './event-type';
export * from './primitives';
export * from './instrument/instrument-events';
export * from './instrument/share-class';
export * from './instrument/class-events';
export * from './instrument/trading-events';
export * from './instrument/expectation-events';
export * from './bars/bars-events';
export * from './announcement/measure';
export * from './announcement/announcement-record';
export * from './announcement/announcement-events';
export * from './article/claim';
export * from './article/article-record';
export * from './article/article-events';
export { catalogue } from './catalogue';
export { jsonSchemaOf, type JsonSchemaOptions } from './json-schema';
