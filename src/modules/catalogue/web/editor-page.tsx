import { formatMoney } from '#platform/i18n';
import {
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
  useReader,
  Wrap,
} from '#ui';
import { myServicePath, versionsPath } from '../catalogue-paths.ts';
import type { CategoryTree } from '../categories/categories.ts';
import type { PriceRules } from '../editing/check-service.ts';
import { type EditorForm, editorValues } from '../editing/editor-form.ts';
import { deliveryDayChoices, limits, workLanguages } from '../editing/service-limits.ts';
import { catalogueWords } from '../locales/index.ts';
import { aiUses, type Service } from '../service.ts';
import { latestVersion, revisedService } from '../versions/revision.ts';
import { EditorActs, EditorFoot, StateBanner } from './editor-acts.tsx';
import { EditorGallery } from './editor-gallery.tsx';
import { EditorSection, FaqRows, Noted, QuestionRows, UpgradeRows } from './editor-rows.tsx';
import { stateTones } from './my-services-page.tsx';
import { LeafSelect } from './start-page.tsx';

export interface EditorPageProps {
  service: Service;
  form: EditorForm;
  tree: CategoryTree;
  rules: PriceRules;
  /** Field name → sentence. */
  errors?: Record<string, string>;
  /** Declarations ticked in a refused form. */
  declared?: Record<string, string>;
}

/** Everything of a service on one page; every button works without JavaScript. */
export function EditorPage(props: EditorPageProps) {
  const { service, form, errors = {} } = props;
  const { editor } = catalogueWords(useReader());
  const notes = revisedService(service).reviewNotes;
  const path = myServicePath(service.serviceId);
  return (
    <Wrap narrow>
      <EditorHead service={service} />
      <StateBanner service={service} />
      {service.state !== 'archived' && (
        <Form
          action={path}
          multipart
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
            <input type="hidden" name="version" value={String(latestVersion(service))} />
            <ErrorSummary />
            <Basics tree={props.tree} notes={notes} />
            <Offer rules={props.rules} notes={notes} />
            <EditorSection
              title={editor.sections.gallery}
              hint={editor.hints.images}
              notes={[notes.images]}
              error={errors.images}
            >
              <EditorGallery imageIds={form.imageIds} />
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
            <Rights notes={notes} />
            <EditorFoot service={service} />
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

type Notes = Record<string, string>;

function Basics({ tree, notes }: { tree: CategoryTree; notes: Notes }) {
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
        <TextArea
          name="description"
          label={editor.fields.description}
          hint={editor.hints.description}
          required
          rows={10}
          maxLength={limits.descriptionTo}
        />
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
