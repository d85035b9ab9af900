import { describe, expect, it } from 'vitest';
import { databaseSettings, socketDirectory } from './settings.ts';

describe('the socket of the database', () => {
  it('lies in the closed directory of the cluster', () => {
    expect(socketDirectory('/srv/hirfa/var/postgres')).toBe('/srv/hirfa/var/postgres');
  });

  it('is left out where its path would be longer than a system takes', () => {
    const long = `/srv/${'x'.repeat(90)}`;
    expect(socketDirectory(long)).toBeUndefined();
    expect(databaseSettings({ dir: long, port: 5432, fast: true })).toContain(
      "unix_socket_directories = ''",
    );
  });

  it('is quoted as PostgreSQL reads it', () => {
    const settings = databaseSettings({ dir: "/srv/o'hara", port: 5432, fast: true });
    expect(settings).toContain("unix_socket_directories = '/srv/o''hara'");
  });
});
