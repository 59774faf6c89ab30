import { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The pool that TypeORM's PostgreSQL driver made. It is typed as anything there, so that it is looked at first. */
export function poolOf(dataSource: DataSource): Pool {
  const driver: object = dataSource.driver;
  if ('master' in driver && driver.master instanceof Pool) return driver.master;
  throw new Error("TypeORM's PostgreSQL driver holds no pg pool in `master`: check it after upgrading TypeORM");
}
