import { formatNumber } from '#platform/i18n';
import {
  Button,
  Checkbox,
  MoneyInput,
  Panel,
  Row,
  Select,
  Stack,
  TextArea,
  TextInput,
  useReader,
} from '#ui';
import type { ComponentChildren } from 'preact';
import { limits } from '../editing/service-limits.ts';
import type { EditorForm, RowList } from '../editing/editor-form.ts';
import { catalogueWords } from '../locales/index.ts';

const DELTAS = [-20, -13, -10, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 10, 14];

type Rows = EditorForm[RowList];

/** Rows of a list with buttons to remove each and to add one; the buttons work without JavaScript. */
function RowEditor(props: {
  list: RowList;
  rows: Rows;
  most: number;
  nameOf(n: string): string;
  addLabel: string;
  row(index: number): ComponentChildren;
}) {
  const reader = useReader();
  const { editor } = catalogueWords(reader);
  return (
    <div class="stack" data-part={props.list}>
      {props.rows.map((_row, index) => {
        const name = props.nameOf(formatNumber(reader, index + 1));
        return (
          <fieldset class="row-editor" key={index}>
            <legend>{name}</legend>
            <Stack gap={2}>
              {props.row(index)}
              <Row>
                {index > 0 && (
                  <Move act={`up-${props.list}-${index}`} icon="arrow-up">
                    {editor.moveUp(name)}
                  </Move>
                )}
                {index < props.rows.length - 1 && (
                  <Move act={`down-${props.list}-${index}`} icon="arrow-down">
                    {editor.moveDown(name)}
                  </Move>
                )}
                <Button
                  kind="quiet"
                  size="small"
                  icon="trash-2"
                  name="_act"
                  value={`remove-${props.list}-${index}`}
                  formNoValidate
                >
                  {editor.remove(name)}
                </Button>
              </Row>
            </Stack>
          </fieldset>
        );
      })}
      {props.rows.length < props.most && (
        <Row>
          <Button
            kind="secondary"
            size="small"
            icon="plus"
            name="_act"
            value={`add-${props.list}`}
            formNoValidate
          >
            {props.addLabel}
          </Button>
        </Row>
      )}
    </div>
  );
}

/** Puts a row one place up or down. */
function Move(props: { act: string; icon: 'arrow-up' | 'arrow-down'; children: string }) {
  return (
    <Button
      kind="quiet"
      size="small"
      icon={props.icon}
      name="_act"
      value={props.act}
      aria-label={props.children}
      formNoValidate
    />
  );
}

/** Upgrades: what is added, its price, its effect on the time (SPEC 2.3). */
export function UpgradeRows({ form }: { form: EditorForm }) {
  const { editor, service } = catalogueWords(useReader());
  const days = (delta: number) => {
    if (delta === 0) return editor.noDays;
    return delta > 0 ? service.daysMore(delta) : service.daysLess(-delta);
  };
  return (
    <RowEditor
      list="upgrades"
      rows={form.upgrades}
      most={limits.upgrades}
      nameOf={editor.upgrade}
      addLabel={editor.addUpgrade}
      row={(index) => {
        const at = `upgrades.${index}`;
        const kept = Number(form.upgrades[index]?.days ?? 0);
        const deltas = DELTAS.includes(kept) || Number.isNaN(kept) ? DELTAS : [...DELTAS, kept];
        return (
          <>
            <input type="hidden" name={`${at}.id`} value={form.upgrades[index]?.id ?? ''} />
            <TextInput
              name={`${at}.title`}
              label={editor.upgradeTitle}
              required
              maxLength={limits.upgradeTitleTo}
            />
            <MoneyInput
              name={`${at}.price`}
              label={editor.upgradePrice}
              hint={editor.hints.upgradePrice}
              required
            />
            <Select
              name={`${at}.days`}
              label={editor.upgradeDays}
              required
              options={deltas.map((delta) => ({ value: String(delta), label: days(delta) }))}
            />
          </>
        );
      }}
    />
  );
}

/** The requirements form, question by question (SPEC 2.2). */
export function QuestionRows({ form }: { form: EditorForm }) {
  const { editor } = catalogueWords(useReader());
  const kinds = ['text', 'choice', 'file'] as const;
  return (
    <RowEditor
      list="questions"
      rows={form.questions}
      most={limits.questions}
      nameOf={editor.question}
      addLabel={editor.addQuestion}
      row={(index) => {
        const at = `questions.${index}`;
        return (
          <>
            <input type="hidden" name={`${at}.id`} value={form.questions[index]?.id ?? ''} />
            <TextInput
              name={`${at}.label`}
              label={editor.questionLabel}
              required
              maxLength={limits.questionTo}
            />
            <Select
              name={`${at}.kind`}
              label={editor.questionKind}
              required
              options={kinds.map((kind) => ({ value: kind, label: editor.questionKinds[kind] }))}
            />
            <div class="choices-field">
              <TextArea
                name={`${at}.choices`}
                label={editor.questionChoices}
                hint={editor.hints.choices}
                rows={3}
              />
            </div>
            <Checkbox name={`${at}.required`} label={editor.questionRequired} />
          </>
        );
      }}
    />
  );
}

/** Frequent questions with their answers. */
export function FaqRows({ form }: { form: EditorForm }) {
  const { editor } = catalogueWords(useReader());
  return (
    <RowEditor
      list="faq"
      rows={form.faq}
      most={limits.faq}
      nameOf={editor.faqEntry}
      addLabel={editor.addFaq}
      row={(index) => (
        <>
          <TextInput
            name={`faq.${index}.question`}
            label={editor.faqQuestion}
            required
            maxLength={limits.faqQuestionTo}
          />
          <TextArea
            name={`faq.${index}.answer`}
            label={editor.faqAnswer}
            required
            rows={2}
            maxLength={limits.faqAnswerTo}
          />
        </>
      )}
    />
  );
}

/** What a reviewer wrote about a part of the form, beside it. */
function ReviewNote({ note }: { note: string | undefined }) {
  const { editor } = catalogueWords(useReader());
  if (!note) return null;
  return (
    <p class="field-error">
      <span>
        {editor.note} <bdi>{note}</bdi>
      </span>
    </p>
  );
}

/** A field with what the reviewer wrote about it right under it (SPEC 2.4). */
export function Noted(props: { note: string | undefined; children: ComponentChildren }) {
  return (
    <div data-noted={props.note ? 'yes' : undefined}>
      {props.children}
      <ReviewNote note={props.note} />
    </div>
  );
}

/** A section of the editor: its heading, the reviewer's note, its fields. */
export function EditorSection(props: {
  title: string;
  hint?: string;
  notes?: readonly (string | undefined)[];
  error?: string;
  children: ComponentChildren;
}) {
  return (
    <Panel title={props.title}>
      <Stack>
        {props.hint && <p class="mute">{props.hint}</p>}
        {props.notes?.map((note) => (
          <ReviewNote note={note} />
        ))}
        {props.error && <p class="field-error">{props.error}</p>}
        {props.children}
      </Stack>
    </Panel>
  );
}
