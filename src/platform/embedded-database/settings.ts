import { totalmem } from 'node:os';

/** The longest path of a socket that every system takes (Linux 107, macOS 103 bytes). */
const SOCKET_PATH_BYTES = 103;

/**
 * The directory of the cluster's Unix socket, which only its account and root may enter: its own, or
 * undefined where that path is too long for a socket. A query over it costs half the CPU of one over
 * loopback TCP.
 */
export function socketDirectory(clusterDir: string): string | undefined {
  const longest = `${clusterDir}/.s.PGSQL.65535.lock`;
  return Buffer.byteLength(longest) <= SOCKET_PATH_BYTES ? clusterDir : undefined;
}

/** Durable settings for real use; `fast` ones for tests, which may lose everything in a crash. */
export function databaseSettings(options: { dir: string; port: number; fast: boolean }): string {
  const memoryMegabytes = Math.floor(totalmem() / 1024 / 1024);
  const buffersMegabytes = Math.max(32, Math.min(256, Math.floor(memoryMegabytes / 8)));
  const settings: Record<string, string | number> = {
    port: options.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: (socketDirectory(options.dir) ?? '').replaceAll("'", "''"),
    cluster_name: 'hirfa',
    max_connections: options.fast ? 200 : 100,
    shared_buffers: `${buffersMegabytes}MB`,
    effective_cache_size: `${Math.max(64, Math.floor(memoryMegabytes / 4))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: options.fast ? 'off' : 'on',
    synchronous_commit: options.fast ? 'off' : 'on',
    full_page_writes: options.fast ? 'off' : 'on',
    // Refused statements are the program's to report; here they would only carry members' data.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    // Without a log for replicas, a table that is filled right after it was made is not logged at all.
    ...(options.fast ? { wal_level: 'minimal', max_wal_senders: 0 } : {}),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return `# Written anew at every start.\n${lines.join('\n')}\n`;
}
