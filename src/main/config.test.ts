import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const production = {
  DATABASE_URL: 'postgres://db/hirfa',
  SMTP_URL: 'smtp://mail',
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://hirfa.example/',
};

describe('configuration', () => {
  it('without a database address it is a demo on this machine only', () => {
    const config = readConfig({}, '/srv');
    expect(config).toMatchObject({
      demo: true,
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/var',
    });
  });

  it('a demo opens to others only when HOST says so', () => {
    expect(readConfig({ HOST: '0.0.0.0' }, '/srv').host).toBe('0.0.0.0');
    expect(readConfig({ ...production, DEMO: '1' }, '/srv').host).toBe('127.0.0.1');
  });

  it('a real site has no demo', () => {
    const config = readConfig(production, '/srv');
    expect(config).toMatchObject({
      demo: false,
      host: '0.0.0.0',
      publicUrl: 'https://hirfa.example',
    });
  });

  const refused: [string, NodeJS.ProcessEnv, RegExp][] = [
    ['no SMTP', { ...production, SMTP_URL: '' }, /SMTP_URL/],
    ['no secret', { ...production, SESSION_SECRET: '' }, /SESSION_SECRET/],
    ['no public address', { ...production, PUBLIC_URL: '' }, /PUBLIC_URL/],
    ['a short secret', { ...production, SESSION_SECRET: 'short' }, /32 characters/],
    ['a port that is none', { PORT: 'x' }, /PORT/],
    ['a port out of range', { PORT: '70000' }, /PORT/],
    ['an unknown role', { ROLE: 'cook' }, /ROLE/],
    ['an address that is none', { PUBLIC_URL: 'ftp://x' }, /PUBLIC_URL/],
  ];
  it.each(refused)('refuses %s in one line', (_name, env, line) => {
    expect(() => readConfig(env, '/srv')).toThrow(line);
  });
});
