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

/** Nothing is in the file. */
export class EmptyFile extends Refusal {
  constructor(fileName: string) {
    super('empty-file', { status: 422, details: { fileName } });
  }
}
