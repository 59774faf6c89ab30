import { projectionStatus, type ProjectionStatus } from '@streakline/projections';
import { apiKeyHeaders } from '../api-key';
import { print } from '../output/print';
import { tableOf } from '../output/table';
import { openProjections, type StorageOptions } from './open-projections';

export interface StatusOptions extends StorageOptions {
  readonly url?: string;
  readonly json?: boolean;
}

type StatusDocument = { readonly data: readonly ProjectionStatus[] };

export async function status(options: StatusOptions): Promise<void> {
  const document = options.url === undefined ? await fromStorage(options) : await fromServer(options.url);
  if (options.json) return print(`${JSON.stringify(document, null, 2)}\n`);
  const head = ['projection', 'version', 'state', 'position', 'head', 'lag', 'oldest', 'parked', 'note'];
  return print(tableOf(head, document.data.map(rowOf), process.stdout.isTTY));
}

async function fromStorage(options: StorageOptions): Promise<StatusDocument> {
  const open = await openProjections(options);
  try {
    const data: ProjectionStatus[] = [];
    for (const projection of open.projections) data.push(await projectionStatus({ ...open, projection }));
    return { data };
  } finally {
    await open.close();
  }
}

async function fromServer(url: string): Promise<StatusDocument> {
  const address = `${url.replace(/\/+$/, '')}/v1/projections`;
  const response = await fetch(address, { headers: apiKeyHeaders() }).catch((error: unknown) => {
    throw new Error(`no server answers at ${address}: is it running, and is that its port?`, { cause: error });
  });
  if (!response.ok)
    throw new Error(`GET ${address} answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
  return (await response.json()) as StatusDocument;
}

function rowOf(each: ProjectionStatus): readonly string[] {
  const { name, version, state, position, head, lag, parked } = each;
  const note =
    each.problem ??
    (each.rebuild ? `building version ${each.rebuild.version}: ${each.rebuild.events} events so far` : '');
  return [
    name,
    String(version ?? '-'),
    state,
    String(position),
    String(head),
    String(lag.events),
    `${lag.seconds.toFixed(1)} s`,
    String(parked),
    note,
  ];
}
