import { describe, expect, it } from 'vitest';
import { searchHelp } from './search-help.ts';

const topics = {
  orders: {
    title: 'الطلبات',
    lead: '',
    sections: {
      cancel: { title: 'متى أُلغي الطلب؟', blocks: ['إن تأخر البائع ٢٤ ساعة.'] },
      accept: {
        title: 'متى أقبل العمل؟',
        blocks: [{ list: ['بعد أن تراه'] }, 'الإلغاء يبطل بعده.'],
      },
    },
  },
  money: {
    title: 'Money',
    lead: '',
    sections: {
      fee: {
        title: 'Is there a fee?',
        blocks: [
          { table: { caption: '', head: [], rows: [['Card', '5%']] } },
          { note: 'لا رسومَ من الرصيد' },
        ],
      },
    },
  },
};
const found = (query: string) => searchHelp(topics, query).map((hit) => `${hit.topic}#${hit.key}`);

describe('searching the help', () => {
  it.each([
    ['the question', 'أقبل العمل', ['orders#accept']],
    ['another spelling of it', 'الغي', ['orders#cancel', 'orders#accept']],
    ['digits of either kind', '24', ['orders#cancel']],
    ['a list', 'تراه', ['orders#accept']],
    ['a table', 'card', ['money#fee']],
    ['a note with marks', 'رسوم', ['money#fee']],
    ['the article on or off', 'الرسوم', ['money#fee']],
  ])('finds by %s', (_, query, expected) => {
    expect(found(query).sort()).toEqual([...expected].sort());
  });

  it('asks for every word', () => {
    expect(found('الطلب ساعة')).toEqual(['orders#cancel']);
    expect(found('الطلب حديقة')).toEqual([]);
  });

  it('puts the word in the question before the word in the answer', () => {
    expect(found('الغي')[0]).toBe('orders#cancel');
  });

  it.each(['', '   ', '؟!'])('finds nothing for %j', (query) => {
    expect(found(query)).toEqual([]);
  });
});
