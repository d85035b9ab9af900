import { describe, expect, it } from 'vitest';
import { escapeXml, textElement } from './index.ts';

describe('text in XML', () => {
  it.each([
    ['<a href="x">\'&\'</a>', '&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;'],
    [']]>', ']]&gt;'],
    ['تصميم شعار', 'تصميم شعار'],
    ['a\u0000b\u0008c\u001fd\ufffee', 'abcde'],
    ['سطر\nوسطر\t', 'سطر\nوسطر\t'],
    ['\ud800x', '\ufffdx'],
  ])('%j is written %j', (text, written) => {
    expect(escapeXml(text)).toBe(written);
  });

  it('makes no element of nothing', () => {
    expect(textElement('title', 'أ & ب')).toBe('<title>أ &amp; ب</title>');
    expect(textElement('title', undefined)).toBe('');
  });
});
