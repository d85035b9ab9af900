/**
 * A start that cannot go on for a reason outside the program (a full disk, a port taken, a path the
 * database may not enter). Its message is the one line to show the operator; no stack is wanted.
 */
export class StartRefusal extends Error {
  constructor(message: string) {
    super(message.replace(/\s+/g, ' ').trim());
    this.name = 'StartRefusal';
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a directory',
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'it is not there and cannot be made',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'its symbolic links go round in a circle',
};

/** Turns a file system error into a StartRefusal that names the place; other errors pass unchanged. */
export function asStartRefusal(error: unknown, doing: string): Error {
  if (error instanceof StartRefusal) return error;
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) {
    return new StartRefusal(`${doing}: ${REASONS[code] ?? message} (${code}).`);
  }
  return error instanceof Error ? error : new Error(String(error));
}
