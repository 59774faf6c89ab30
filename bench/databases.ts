import { Client } from 'pg';

/** Makes and removes the databases of a benchmark, so that none runs on what another left behind. */
export function databasesOn(adminUrl: string): { create: () => Promise<string>; dropAll: () => Promise<void> } {
  const names: string[] = [];
  const asAdmin = async (statement: string) => {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  return {
    create: async () => {
      const name = `bench_${names.length + 1}_${Date.now()}`;
      await asAdmin(`create database ${name}`);
      names.push(name);
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
    dropAll: async () => {
      for (const name of names) await asAdmin(`drop database ${name} with (force)`);
    },
  };
}
