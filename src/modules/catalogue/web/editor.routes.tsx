import { storeUpload, uploadLimits } from '#media';
import { mediaText } from '#media/ui';
import type { Ctx } from '#platform/context';
import {
  type Answer,
  get,
  type HttpRequest,
  page,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { spendTry } from '#platform/limits';
import { InvalidInput, Refusal } from '#platform/refusals';
import { myServicePath } from '../catalogue-paths.ts';
import { ServiceEdited } from '../catalogue-errors.ts';
import { categories } from '../categories/categories.ts';
import { checkService } from '../editing/check-service.ts';
import {
  editForm,
  type EditorForm,
  editorFormOf,
  inputOfForm,
  readEditorForm,
  withoutBlankRows,
} from '../editing/editor-form.ts';
import { priceRules } from '../editing/price-rules.ts';
import type { SaveOutcome } from '../editing/save-outcome.ts';
import { saveService } from '../editing/save-service.ts';
import { inputOf } from '../editing/service-input.ts';
import { limits } from '../editing/service-limits.ts';
import { galleryItems, picturesFirst } from '../gallery/gallery-items.ts';
import { submitService } from '../life-cycle/submit-service.ts';
import { catalogueWords } from '../locales/index.ts';
import { findServiceContact } from '../reviewing/find-service-contact.ts';
import type { Service } from '../service.ts';
import { getOwnService } from '../service-policy.ts';
import { latestVersion } from '../versions/revision.ts';
import { EditorPage } from './editor-page.tsx';
import { problemTexts } from './problem-texts.ts';

const UPLOADS = { act: 'upload', points: 120, windowSeconds: 3_600 };

const idOf = (request: HttpRequest) => request.params.serviceId ?? '';

export const editorRoutes: Route[] = [
  get('/my/services/:serviceId', { access: 'member', example: 'own-service' }, async (request) => {
    const service = await getOwnService(request.ctx, idOf(request));
    return editor(request.ctx, {
      service,
      form: editorFormOf(service.revision?.content ?? inputOf(service)),
    });
  }),
  post(
    '/my/services/:serviceId',
    {
      access: 'member',
      fileLimitBytes: uploadLimits.gallery,
      fileCount: limits.images,
      refusedTo: (request) => myServicePath(idOf(request)),
    },
    saveFromEditor,
  ),
];

interface EditorState {
  service: Service;
  form: EditorForm;
  errors?: Record<string, string>;
  declared?: Record<string, string>;
  status?: number;
  version?: number;
  unsaved?: boolean;
  edited?: boolean;
}

async function editor(ctx: Ctx, state: EditorState): Promise<Answer> {
  return editorWith(ctx, { ...state, errors: problemTexts(ctx.reader, state.errors ?? {}) });
}

/** The editor, its errors already in words. */
async function editorWith(ctx: Ctx, { status, ...state }: EditorState): Promise<Answer> {
  const [tree, rules, items] = await Promise.all([
    categories(ctx),
    priceRules(ctx),
    galleryItems(ctx, state.form.imageIds),
  ]);
  const { sellerId } = state.service;
  const gallery = items.filter(({ ownerId }) => ownerId === sellerId);
  const title = catalogueWords(ctx.reader).editor.title;
  const { service } = state;
  const contact = findServiceContact(ctx, service.revision?.content ?? inputOf(service));
  const around = { tree, rules, gallery, contact };
  const body = <EditorPage {...state} {...around} />;
  return page({ title, noindex: true }, body, { status });
}

async function saveFromEditor(request: HttpRequest): Promise<Answer> {
  const { ctx, body } = request;
  const service = await getOwnService(ctx, idOf(request));
  const declared = declarationsOf(body);
  const { form, problem } = await withUploads(request, service, readEditorForm(body));
  if (problem) {
    return uploadRefused(ctx, { service, form, declared }, problem);
  }
  const act = typeof body._act === 'string' ? body._act : 'save';
  const edited = editForm(form, act);
  const version = Number(body.version);
  // A row more or less is shown, not saved: what was typed stays in the fields.
  if (edited) {
    const opened = Number.isSafeInteger(version) ? version : undefined;
    return editor(ctx, { service, form: edited, declared, version: opened, unsaved: true });
  }
  const clean = withoutBlankRows(await withPicturesFirst(ctx, form));
  try {
    const input = inputOfForm(clean);
    const outcome = await saveService(ctx, { serviceId: service.serviceId, version, input });
    if (act === 'submit') return await submit(ctx, service, declared);
    return afterSaving(service, { outcome, act });
  } catch (error) {
    if (error instanceof ServiceEdited) {
      // Nothing of either side is lost: what was typed stands there, what was saved is a click away.
      const now = await reread(ctx, service);
      return editor(ctx, { service: now, form: clean, declared, edited: true, status: 409 });
    }
    if (error instanceof InvalidInput) {
      return editor(ctx, {
        service: await reread(ctx, service),
        form: clean,
        declared,
        errors: error.fields,
        status: 422,
      });
    }
    if (error instanceof Refusal && error.code === 'declarations-missing') {
      // Everything at once: what the text still lacks is told with the missing declarations.
      const errors = {
        ...checkService(inputOfForm(clean), await priceRules(ctx)),
        ...undeclared(declared),
      };
      return editor(ctx, {
        service: await reread(ctx, service),
        form: clean,
        declared,
        errors,
        status: 422,
      });
    }
    throw error;
  }
}

/** The save before a refused submission counted the version up: the form goes on from there. */
function reread(ctx: Ctx, service: Service): Promise<Service> {
  return getOwnService(ctx, service.serviceId);
}

async function submit(
  ctx: Ctx,
  service: Service,
  declared: Record<string, string>,
): Promise<Answer> {
  const fresh = await reread(ctx, service);
  const declarations = {
    ownText: 'ownText' in declared,
    ownWorks: 'ownWorks' in declared,
    noOutsideContact: 'noOutsideContact' in declared,
  };
  await submitService(ctx, {
    serviceId: fresh.serviceId,
    version: latestVersion(fresh),
    declarations: service.submittedAt ? undefined : declarations,
  });
  return seeOther('/my/services', { flash: { tone: 'good', code: 'service-submitted' } });
}

function afterSaving(service: Service, done: { outcome: SaveOutcome; act: string }): Answer {
  const path = myServicePath(service.serviceId);
  if (done.act === 'preview') return seeOther(`${path}/preview`);
  const tone = done.outcome === 'sent-to-review' ? 'info' : 'good';
  return seeOther(path, { flash: { tone, code: `service-${done.outcome}` } });
}

function declarationsOf(body: Record<string, unknown>): Record<string, string> {
  const names = ['ownText', 'ownWorks', 'noOutsideContact'];
  return Object.fromEntries(
    names.filter((name) => body[name] === 'on').map((name) => [name, 'on']),
  );
}

function undeclared(declared: Record<string, string>): Record<string, string> {
  const names = ['ownText', 'ownWorks', 'noOutsideContact'];
  return Object.fromEntries(
    names.filter((name) => !(name in declared)).map((name) => [name, 'declarations']),
  );
}

/** Takes the chosen pictures in before anything else, so that they stay in the form whatever comes next. */
async function withUploads(
  request: HttpRequest,
  service: Service,
  form: EditorForm,
): Promise<{ form: EditorForm; problem?: Refusal }> {
  const imageIds = [...form.imageIds];
  for (const file of request.files.filter((one) => one.field === 'pictures')) {
    if (imageIds.length >= limits.images) break;
    await spendTry(request.ctx, UPLOADS, service.sellerId);
    try {
      const stored = await storeUpload(request.ctx, {
        ...file,
        ownerId: service.sellerId,
        purpose: 'gallery',
      });
      imageIds.push(stored.fileId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { form: { ...form, imageIds }, problem: error };
    }
  }
  return { form: { ...form, imageIds } };
}

function uploadRefused(ctx: Ctx, state: EditorState, problem: Refusal): Promise<Answer> {
  const errors = { pictures: mediaText(ctx.reader, problem) };
  return editorWith(ctx, { ...state, errors, status: 422 });
}

/** The cover is a picture: one that came after a video is put before it. */
async function withPicturesFirst(ctx: Ctx, form: EditorForm): Promise<EditorForm> {
  const items = await galleryItems(ctx, form.imageIds);
  return items.length === form.imageIds.length ? { ...form, imageIds: picturesFirst(items) } : form;
}
