import { formatMoney, intlTag } from '#platform/i18n';
import {
  Banner,
  Badge,
  Bdi,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  RadioGroup,
  Row,
  Select,
  Stack,
  TextArea,
  TextInput,
  usePage,
  useReader,
  Wrap,
} from '#ui';
import { myServicePath, versionsPath } from '../catalogue-paths.ts';
import type { CategoryTree } from '../categories/categories.ts';
import type { PriceRules } from '../editing/check-service.ts';
import { type EditorForm, editorValues } from '../editing/editor-form.ts';
import { deliveryDayChoices, limits, workLanguages } from '../editing/service-limits.ts';
import type { GalleryItem } from '../gallery/gallery-items.ts';
import { catalogueWords } from '../locales/index.ts';
import { aiUses, keepsItself, type Service } from '../service.ts';
import { latestVersion, revisedService } from '../versions/revision.ts';
import { EditorActs, EditorFoot, type EditorFootProps, StateBanner } from './editor-acts.tsx';
import { TextPreview, TextTools } from './editing/text-tools.tsx';
import { EditorGallery } from './editor-gallery.tsx';
import { EditorSection, FaqRows, Noted, QuestionRows, UpgradeRows } from './editor-rows.tsx';
import { stateTones } from './my-services-page.tsx';
import { LeafSelect } from './start-page.tsx';

export interface EditorPageProps extends EditorFootProps {
  form: EditorForm;
  tree: CategoryTree;
  rules: PriceRules;
  /** Field name → sentence. */
  errors?: Record<string, string>;
  /** Declarations ticked in a refused form. */
  declared?: Record<string, string>;
  /** Pictures, videos and sounds of the form, in their order. */
  gallery: readonly GalleryItem[];
  /** The version the form was opened with, where it is not the latest. */
  version?: number;
  /** What stands here is not saved yet. */
  unsaved?: boolean;
  /** It was changed elsewhere meanwhile; saving again writes over that. */
  edited?: boolean;
}

/** Everything of a service on one page; every button works without JavaScript. */
export function EditorPage(props: EditorPageProps) {
  const { service, form, errors = {} } = props;
  const { editor } = catalogueWords(useReader());
  const notes = revisedService(service).reviewNotes;
  const keeping = useKeeping(props);
  const path = myServicePath(service.serviceId);
  return (
    <Wrap narrow>
      <EditorHead service={service} />
      <StateBanner service={service} />
      {service.state !== 'archived' && (
        <Form
          action={path}
          multipart
          island="form-parts autosave"
          {...keeping}
          errors={errors}
          values={{ ...editorValues(form), ...props.declared }}
        >
          <Stack gap={6}>
            {/* Return in a text field saves, whatever buttons follow. */}
            <button
              type="submit"
              name="_act"
              value="save"
              class="visually-hidden"
              tabIndex={-1}
              aria-hidden="true"
            />
            <input
              type="hidden"
              name="version"
              value={String(props.version ?? latestVersion(service))}
            />
            {props.edited && (
              <Banner tone="warn" title={editor.editedTitle}>
                {editor.editedText}
              </Banner>
            )}
            <ErrorSummary />
            <Basics tree={props.tree} notes={notes} description={form.plain.description} />
            <Offer rules={props.rules} notes={notes} />
            <Lists {...props} notes={notes} />
            <Rights notes={notes} />
            <EditorFoot service={service} contact={props.contact} />
          </Stack>
        </Form>
      )}
      <EditorActs service={service} />
    </Wrap>
  );
}

function EditorHead({ service }: { service: Service }) {
  const { editor, states, versions } = catalogueWords(useReader());
  return (
    <PageHead
      title={editor.title}
      lead={<Bdi>{service.title}</Bdi>}
      actions={
        <Row>
          <Badge tone={stateTones[service.state]}>{states[service.state]}</Badge>
          {service.publishedAt && (
            <LinkButton size="small" kind="quiet" href={versionsPath(service.serviceId)}>
              {versions.title}
            </LinkButton>
          )}
        </Row>
      }
    />
  );
}

/** What comes in rows: pictures, upgrades, questions of the requirements form, frequent questions. */
function Lists({ form, gallery, errors = {}, notes }: EditorPageProps & { notes: Notes }) {
  const { editor } = catalogueWords(useReader());
  return (
    <>
      <EditorSection
        title={editor.sections.gallery}
        hint={editor.hints.images}
        notes={[notes.images]}
        error={errors.images}
      >
        <EditorGallery items={gallery} />
      </EditorSection>
      <EditorSection
        title={editor.sections.upgrades}
        hint={editor.hints.upgrades}
        notes={[notes.upgrades]}
        error={errors.upgrades}
      >
        <UpgradeRows form={form} />
      </EditorSection>
      <EditorSection
        title={editor.sections.questions}
        hint={editor.hints.questions}
        notes={[notes.questions]}
        error={errors.questions}
      >
        <QuestionRows form={form} />
      </EditorSection>
      <EditorSection title={editor.sections.faq} notes={[notes.faq]} error={errors.faq}>
        <FaqRows form={form} />
      </EditorSection>
    </>
  );
}

/** What the script that keeps the text needs to know. */
function useKeeping({ service, unsaved }: EditorPageProps) {
  const reader = useReader();
  const page = usePage();
  const { serviceId, state } = service;
  return {
    'data-draft': keepsItself(state) ? page.href(`${myServicePath(serviceId)}/draft`) : undefined,
    'data-keep': `text:${serviceId}`,
    'data-tag': intlTag(reader),
    'data-words': JSON.stringify(catalogueWords(reader).editor.keeping),
    'data-unsaved': unsaved ? 'yes' : undefined,
  };
}

type Notes = Record<string, string>;

function Basics(props: {
  tree: CategoryTree;
  notes: Notes;
  description: string | string[] | undefined;
}) {
  const { tree, notes, description } = props;
  const { editor } = catalogueWords(useReader());
  return (
    <EditorSection title={editor.sections.basics} notes={[notes.other]}>
      <Noted note={notes.title}>
        <TextInput
          name="title"
          label={editor.fields.title}
          hint={editor.hints.title}
          required
          maxLength={limits.titleTo}
        />
      </Noted>
      <Noted note={notes.leaf}>
        <LeafSelect tree={tree} />
      </Noted>
      <Noted note={notes.description}>
        <TextTools field="description" />
        <TextArea
          name="description"
          label={editor.fields.description}
          hint={editor.hints.description}
          required
          rows={10}
          maxLength={limits.descriptionTo}
        />
        <TextPreview text={typeof description === 'string' ? description : ''} />
      </Noted>
      <Noted note={notes.tags}>
        <TextInput name="tags" label={editor.fields.tags} hint={editor.hints.tags} />
      </Noted>
    </EditorSection>
  );
}

function Offer({ rules, notes }: { rules: PriceRules; notes: Notes }) {
  const reader = useReader();
  const { editor, service: words } = catalogueWords(reader);
  const { minMinor, maxMinor, stepMinor } = rules.service;
  const prices: bigint[] = [];
  for (let price = minMinor; price <= maxMinor; price += stepMinor) prices.push(price);
  return (
    <EditorSection title={editor.sections.offer}>
      <Noted note={notes.price}>
        <RadioGroup
          name="price"
          label={editor.fields.price}
          inline
          required
          options={prices.map((price) => ({
            value: `${price / 100n}.${String(price % 100n).padStart(2, '0')}`,
            label: formatMoney(reader, price, { trimZeros: true }),
          }))}
        />
      </Noted>
      <Noted note={notes.days}>
        <Select
          name="days"
          label={editor.fields.days}
          required
          options={deliveryDayChoices.map((days) => ({
            value: String(days),
            label: editor.days(days),
          }))}
        />
      </Noted>
      <Select
        name="changes"
        label={editor.fields.changes}
        required
        options={Array.from({ length: limits.changesTo + 1 }, (_, n) => ({
          value: String(n),
          label: editor.changesCount(n),
        }))}
      />
      <Checkbox name="quantityTime" label={editor.fields.quantityTime} hint={words.quantityNote} />
    </EditorSection>
  );
}

function Rights({ notes }: { notes: Notes }) {
  const reader = useReader();
  const { editor, service: words } = catalogueWords(reader);
  const names = new Intl.DisplayNames([reader.locale], { type: 'language' });
  return (
    <EditorSection title={editor.sections.rights}>
      <CheckboxGroup
        name="languages"
        label={editor.fields.languages}
        required
        inline
        options={workLanguages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
      />
      <RadioGroup
        name="aiUse"
        label={editor.fields.aiUse}
        required
        options={aiUses.map((use) => ({ value: use, label: words.aiUses[use] }))}
      />
      <Noted note={notes.rights}>
        <TextArea
          name="rights"
          label={editor.fields.rights}
          hint={editor.hints.rights}
          rows={2}
          maxLength={limits.rightsTo}
        />
      </Noted>
    </EditorSection>
  );
}
