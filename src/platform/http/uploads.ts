import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from './route.ts';

const MAX_FIELDS = 400;
const MAX_FIELD_BYTES = 64 * 1024;

export interface MultipartBody {
  fields: Record<string, unknown>;
  files: UploadedFile[];
  dispose(): Promise<void>;
}

/** Reads a multipart form: texts into fields, files into a temporary directory that `dispose` removes. */
export async function readMultipart(
  request: FastifyRequest,
  limits: { fileLimitBytes: number; fileCount: number },
): Promise<MultipartBody> {
  const directory = await mkdtemp(join(tmpdir(), 'hirfa-upload-'));
  const dispose = () => rm(directory, { recursive: true, force: true });
  const fields: Record<string, unknown> = {};
  const files: UploadedFile[] = [];
  try {
    const options = {
      // A file over the limit comes to its form as `truncated`, so that the form can say what is allowed.
      throwFileSizeLimit: false,
      limits: {
        fileSize: limits.fileLimitBytes,
        files: limits.fileCount,
        fields: MAX_FIELDS,
        fieldSize: MAX_FIELD_BYTES,
      },
    };
    for await (const part of request.parts(options)) {
      if (part.type === 'field') addField(fields, part.fieldname, part.value);
      else if (part.filename) {
        const path = join(directory, String(files.length));
        await pipeline(part.file, createWriteStream(path));
        files.push({
          field: part.fieldname,
          fileName: part.filename.slice(0, 200),
          path,
          byteSize: (await stat(path)).size,
          truncated: part.file.truncated,
        });
      } else part.file.resume();
    }
    return { fields, files, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function addField(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') return;
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else fields[name] = Array.isArray(before) ? [...before, value] : [before, value];
}
