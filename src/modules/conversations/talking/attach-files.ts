import { keepFiles, listFiles, storeUpload } from '#media';
import type { AttachedFile } from '#messaging';
import { requireMember, type TxCtx } from '#platform/context';
import { FileNotReady } from '../conversation-errors.ts';

/** A file as it came in with a form, still in its temporary place. */
export interface IncomingFile {
  path: string;
  fileName: string;
  truncated?: boolean;
}

const MOST = 5;

/**
 * The files of a message: those that came in parts before it, by id, and those of the form itself.
 * Refuses FileNotReady for ids of others, of other purposes and for more than five; and media's refusals.
 */
export async function attachFiles(
  tx: TxCtx,
  given: { files?: readonly IncomingFile[]; uploadIds?: readonly string[] },
): Promise<AttachedFile[]> {
  const ownerId = requireMember(tx);
  const { files = [], uploadIds = [] } = given;
  if (new Set(uploadIds).size + files.length > MOST) throw new FileNotReady();
  const uploaded = await listFiles(tx, [...new Set(uploadIds)]);
  const own = uploaded.every((file) => file.ownerId === ownerId && file.purpose === 'attachment');
  if (!own || uploaded.length !== new Set(uploadIds).size) throw new FileNotReady();
  await keepFiles(
    tx,
    uploaded.map(({ fileId }) => fileId),
  );
  const stored = [];
  for (const file of files) {
    stored.push(await storeUpload(tx, { ...file, ownerId, purpose: 'attachment' }));
  }
  return [...uploaded, ...stored].map(({ fileId, fileName, kind, type, byteSize }) => ({
    fileId,
    fileName,
    kind: kind === 'image' ? kind : 'file',
    type,
    byteSize,
  }));
}
