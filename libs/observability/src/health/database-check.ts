import type { HealthCheck } from './health-check';

interface Queryable {
  query(statement: string): Promise<unknown>;
}

/** Whether the database answers. */
export function databaseCheck(pool: Queryable): HealthCheck {
  return {
    name: 'database',
    check: async () => {
      await pool.query('SELECT 1');
      return { ready: true };
    },
  };
}
