import { Refusal } from '#platform/refusals';

/** The file is of a kind that is not taken here, whatever its name says (SPEC 7.4). */
export class UnsupportedType extends Refusal {
  constructor(fileName: string) {
    super('unsupported-type', { status: 422, details: { fileName } });
  }
}

/** The file is over the limit of its purpose. */
export class FileTooLarge extends Refusal {
  constructor(fileName: string, limitBytes: number) {
    super('file-too-large', { status: 422, details: { fileName, limitBytes } });
  }
}

/** The picture cannot be read to its end, or has more pixels than anybody shows. */
export class BrokenImage extends Refusal {
  constructor(fileName: string) {
    super('broken-image', { status: 422, details: { fileName } });
  }
}

/** The video or sound is not what it says from its first byte to its last. */
export class BrokenRecording extends Refusal {
  constructor(fileName: string) {
    super('broken-recording', { status: 422, details: { fileName } });
  }
}

/** Nothing is in the file. */
export class EmptyFile extends Refusal {
  constructor(fileName: string) {
    super('empty-file', { status: 422, details: { fileName } });
  }
}

/** The rectangle to cut lies outside the picture, or has no area. */
export class WrongCrop extends Refusal {
  constructor() {
    super('wrong-crop', { status: 400 });
  }
}

/** The seven days in which an upload may go on are over. */
export class UploadExpired extends Refusal {
  constructor() {
    super('upload-expired', { status: 410 });
  }
}

/** The part begins elsewhere than the upload ends: ask where it ends, and go on from there. */
export class UploadMoved extends Refusal {
  constructor(received: number) {
    super('upload-moved', { status: 409, details: { received } });
  }
}

/** Bytes are still missing. */
export class UploadUnfinished extends Refusal {
  constructor(received: number) {
    super('upload-unfinished', { status: 409, details: { received } });
  }
}

/** The part is longer than what is missing. */
export class PartTooLong extends Refusal {
  constructor() {
    super('part-too-long', { status: 413 });
  }
}

/** The part is not what its checksum says; nothing of it was kept. */
export class ChecksumDiffers extends Refusal {
  constructor() {
    super('checksum-differs', { status: 460 });
  }
}

/** The upload came in more pieces than any line breaks. */
export class TooManyParts extends Refusal {
  constructor() {
    super('too-many-parts', { status: 429, details: { retryAfterSeconds: 3_600 } });
  }
}

/** Too much of this member is on its way at once. */
export class TooManyUploads extends Refusal {
  constructor() {
    super('too-many-uploads', { status: 429, details: { retryAfterSeconds: 3_600 } });
  }
}

/** There is no room left for files. */
export class StorageFull extends Refusal {
  constructor() {
    super('storage-full', { status: 507 });
  }
}

/** The request does not speak tus 1.0 as it is spoken here; `reason` says what is wrong. */
export class WrongTusRequest extends Refusal {
  constructor(reason: string, status: 400 | 412 | 415 = 400) {
    super('wrong-tus-request', { status, details: { reason } });
  }
}
