/** What a crash of the machine may cost: nothing (`full`), or everything (`none`: for tests only). */
export type Durability = 'full' | 'none';

/** Server settings, given on the command line so that a new release's settings reach old data folders. */
export function settingsFor(port: number, durability: Durability): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    // No socket file that another user of the machine could reach; the loopback port asks for the password.
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    // Rebuilds COPY into fresh tables: at this level those skip the log, and nobody replicates an embedded server.
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_compression: 'on',
    wal_buffers: '16MB',
    min_wal_size: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    log_checkpoints: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(durability === 'full'
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
