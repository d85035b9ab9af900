import { betterAuth } from 'better-auth';
import { type Ctx, deriveSecret } from '#platform/context';
import { uuidv7 } from '#platform/ids';
import { systemClock } from '#platform/time';
import type pg from 'pg';
import { hashPassword, verifyPassword } from '../passwords/password-hash.ts';
import { SESSION_SECONDS } from './session-cookie.ts';

type AuthLibrary = ReturnType<typeof openAuthLibrary>;

const ofPool = new WeakMap<pg.Pool, AuthLibrary>();

/** The sign-in library over our tables, one a database; its HTTP handler is never mounted. */
export function authLibrary(ctx: Ctx): AuthLibrary {
  const known = ofPool.get(ctx.pool);
  if (known) return known;
  const made = openAuthLibrary(ctx);
  ofPool.set(ctx.pool, made);
  return made;
}

function openAuthLibrary(ctx: Ctx) {
  return betterAuth({
    baseURL: ctx.site.publicUrl,
    secret: deriveSecret(ctx, 'sign-in'),
    database: { db: ctx.db.withSchema('identity'), type: 'postgres' },
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // An unverified email gets the same answer as a wrong password: see docs/decisions.
      requireEmailVerification: true,
      maxPasswordLength: 512,
      password: {
        hash: (password) => hashPassword(password, ctx.random),
        verify: ({ hash, password }) => verifyPassword(password, hash),
      },
    },
    user: {
      modelName: 'members',
      fields: {
        name: 'display_name',
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_SECONDS,
      fields: {
        userId: 'member_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'member_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    advanced: {
      database: {
        generateId: () => uuidv7(systemClock.now(), ctx.random),
        // Members are written by our own sign-up, with columns the library does not know.
        validateSchema: false,
      },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
  });
}
