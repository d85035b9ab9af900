import { describe, expect, it } from 'vitest';
import { aServiceInput } from '../testing/index.ts';
import {
  editForm,
  editorFormOf,
  editorValues,
  inputOfForm,
  readEditorForm,
  withoutBlankRows,
} from './editor-form.ts';

const form = editorFormOf(aServiceInput());

describe('the editor', () => {
  it('gives back the service it was filled with', () => {
    const posted = { ...editorValues(form), image: form.imageIds };
    const read = inputOfForm(withoutBlankRows(readEditorForm(posted)));
    const { upgrades, questions, ...rest } = aServiceInput();
    expect(read).toMatchObject(rest);
    expect(read.upgrades).toMatchObject(upgrades);
    expect(read.questions).toMatchObject(questions);
  });

  it('adds and removes rows and orders pictures by its buttons', () => {
    expect(editForm(form, 'add-upgrades')?.upgrades).toHaveLength(3);
    expect(editForm(form, 'remove-upgrades-0')?.upgrades.map((row) => row.title)).toEqual([
      'تسليم خلال 24 ساعة',
    ]);
    const [a, b] = ['01a2076b-4400-7b00-8d6f-dad2d148cf70', '01a2076b-4400-7b00-8d6f-dad2d148cf71'];
    const pictures = { ...form, imageIds: [a!, b!] };
    expect(editForm(pictures, `first-image-${b}`)?.imageIds).toEqual([b, a]);
    expect(editForm(pictures, `remove-image-${a}`)?.imageIds).toEqual([b]);
    expect(editForm(form, `first-image-${a}`)?.imageIds).toEqual([]);
    for (const act of ['save', '', 'add-rows', 'remove-upgrades-x', 'remove-__proto__-1']) {
      expect(editForm(form, act)).toBeUndefined();
    }
  });

  it('drops rows in which nothing was written, and no others', () => {
    const more = editForm(editForm(form, 'add-faq')!, 'add-questions')!;
    expect(withoutBlankRows(more)).toEqual(form);
  });

  it('takes hostile fields for what they are', () => {
    const read = readEditorForm({
      title: 'عنوان\u202e مقلوب\u0000',
      price: '1e9',
      days: '7; drop',
      languages: { a: 1 },
      'upgrades.999.title': 'x',
      'upgrades.1000.title': 'y',
      'upgrades.__proto__.title': 'z',
      image: ['<script>'],
      leaf: ['a', 'b'],
    });
    expect(read.plain).toMatchObject({ title: 'عنوان مقلوب', languages: [], leaf: '' });
    expect(read.upgrades).toHaveLength(1);
    const input = inputOfForm(read);
    expect(input.basePriceMinor).toBe(-1n);
    expect(input.deliveryDays).toBe(-1_000);
  });
});
