import { levels } from '#trust';
import { z } from 'zod';
import { roles } from '../member.ts';

const reason = z.string().min(1, 'required').min(5).max(500);

export const rolesForm = z.object({
  change: z.enum(['grant', 'revoke']),
  role: z.enum(roles as [string, ...string[]]),
  reason,
});

export const levelForm = z.object({
  level: z.enum(levels as [string, ...string[]]),
  levelReason: reason,
});

/** A form of this page that was refused, and why. */
export interface RefusedForm {
  form: 'roles' | 'level';
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
}
