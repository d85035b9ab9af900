interface PgError {
  code?: string;
  constraint?: string;
}

/** The five-letter SQLSTATE of a database error, or undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (error as PgError | undefined)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether the database refused with this SQLSTATE. */
export function isSqlState(error: unknown, state: string): boolean {
  return sqlStateOf(error) === state;
}

/** Whether the database refused because of the constraint or unique index of this name. */
export function isConstraint(error: unknown, name: string): boolean {
  return sqlStateOf(error) !== undefined && (error as PgError).constraint === name;
}
