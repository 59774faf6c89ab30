/** Where one broker listens: for clients and its peers, and for the controllers' quorum. */
export interface BrokerPorts {
  readonly client: number;
  readonly controller: number;
}

/**
 * A broker's server.properties. Node ids are 1, 2, 3...; every node is broker and controller. `more` are further ones;
 * of settings that are lists, further entries.
 */
export function settingsFor(
  node: number,
  folder: string,
  ports: readonly BrokerPorts[],
  more: Readonly<Record<string, string>> = {},
): string {
  const own = ports[node - 1];
  if (own === undefined) throw new Error(`node ${node} of a cluster of ${ports.length}`);
  const settings: Record<string, string | number | boolean> = {
    ...placeSettings(node, own, folder, ports),
    ...clusterSettings(ports.length),
    ...testSettings,
  };
  for (const [name, value] of Object.entries(more)) {
    settings[name] = settings[name] === undefined ? value : `${settings[name]},${value}`;
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function placeSettings(node: number, own: BrokerPorts, folder: string, ports: readonly BrokerPorts[]) {
  return {
    'process.roles': 'broker,controller',
    'node.id': node,
    'controller.quorum.voters': ports.map(({ controller }, index) => `${index + 1}@127.0.0.1:${controller}`).join(','),
    listeners: `CLIENT://127.0.0.1:${own.client},CONTROLLER://127.0.0.1:${own.controller}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${own.client}`,
    'inter.broker.listener.name': 'CLIENT',
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': folder,
  };
}

function clusterSettings(brokers: number) {
  const replicas = Math.min(3, brokers);
  const inSync = replicas > 2 ? 2 : 1;
  return {
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replicas,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
    // A leader is missed after this long; three brokers on a busy machine pause for seconds.
    'broker.session.timeout.ms': 6000,
    'broker.heartbeat.interval.ms': 1000,
  };
}

/** A mistyped topic is an error, groups form at once, and the whole is small. */
const testSettings = {
  'auto.create.topics.enable': false,
  'group.initial.rebalance.delay.ms': 0,
  'group.min.session.timeout.ms': 1000,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.num.partitions': 4,
  'share.coordinator.state.topic.num.partitions': 1,
  'num.network.threads': 2,
  'num.io.threads': 4,
  'background.threads': 4,
  // Taken at start; the default, 128 MB, is most of the heap.
  'log.cleaner.dedupe.buffer.size': 8_388_608,
  'log.index.size.max.bytes': 1_048_576,
};
