import { EventLogError } from '../event-log-error';
import { kafkajsInternal } from './kafkajs-internals';
import { fetchResponse } from './records/fetch-response';
import { carriesBundles, type ProduceArguments, produceRequest } from './records/produce-request';

/** Of kafkajs' src/protocol/requests, what is replaced: how a request's bytes are made, and an answer's read. */
interface Protocol {
  readonly request: { encode(): Promise<Encoder> };
  readonly response: { decode(bytes: Buffer): Promise<unknown> };
}

/** What kafkajs' own encoders leave behind. */
interface Encoder {
  buf: Buffer;
  offset: number;
}

type Protocols<Arguments> = { protocol: (of: { version: number }) => (given: Arguments) => Protocol };

/** What a transactional producer, or one that compresses, asks besides. */
interface FurtherArguments {
  readonly transactionalId?: string | null;
  readonly compression?: number;
}

const replaced = new WeakSet();
/** From here on, bodies of Produce requests hold batches of magic 2, and look alike. */
const FIRST_PRODUCE = 3;
const FETCH = 11;

/**
 * Makes kafkajs write and read records by our codec: its own makes an object for each header of each record, and with
 * our dozen headers it spent nine tenths of its time there. It keeps what is not for us: transactions, compressed
 * batches, brokers before Kafka 2.3. Proven equal to its own by records/*.spec.ts.
 */
export function useOwnCodec(): void {
  const produce = kafkajsInternal<Protocols<ProduceArguments & FurtherArguments>>('protocol', 'requests', 'produce');
  const fetch = kafkajsInternal<Protocols<object>>('protocol', 'requests', 'fetch');
  if (replaced.has(produce)) return;
  replaced.add(produce);
  const { protocol: produceProtocol } = produce;
  produce.protocol = ({ version }) => {
    const theirs = produceProtocol({ version });
    return (given) => (carriesBundles(given) ? encodingOurs(theirs(given), given, version) : theirs(given));
  };
  const { protocol: fetchProtocol } = fetch;
  fetch.protocol = ({ version }) => {
    const theirs = fetchProtocol({ version });
    return version === FETCH ? (given) => decodingOurs(theirs(given)) : theirs;
  };
}

function encodingOurs(theirs: Protocol, given: ProduceArguments & FurtherArguments, version: number): Protocol {
  const isPlain = (given.transactionalId ?? null) === null && (given.compression ?? 0) === 0;
  const encode = async () => {
    if (isPlain && version >= FIRST_PRODUCE) return encoded(produceRequest(given));
    throw new EventLogError(
      'unsupported',
      `Kafka: our records are sent plain, by version ${FIRST_PRODUCE} or later of the Produce request, not compressed, in a transaction, or by version ${version}.`,
    );
  };
  return { ...theirs, request: { ...theirs.request, encode } };
}

function decodingOurs(theirs: Protocol): Protocol {
  const decode = async (bytes: Buffer) => fetchResponse(bytes) ?? theirs.response.decode(bytes);
  return { ...theirs, response: { ...theirs.response, decode } };
}

function encoded(bytes: Buffer): Encoder {
  const Encoder = kafkajsInternal<new (size: number) => Encoder>('protocol', 'encoder');
  return Object.assign(new Encoder(1), { buf: bytes, offset: bytes.length });
}
