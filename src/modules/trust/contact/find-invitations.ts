import { CHANNEL, ELSEWHERE, NEGATION, WORK } from './contact-words.ts';
import type { Stretch } from './find-numbers.ts';

const GAP = '(?:\\s+[\\p{L}]{1,12}){0,2}?\\s{0,3}';
const BY = '(?:علي|عبر|عن طريق|من خلال|ع|خلال)\\s+(?:ال\\s?)?|عال|ع?بال|ب|في\\s+(?:ال)?|ع\\s?ال';
const PLACE = `(?:${CHANNEL}|هاتف|جوال|موبايل|تلفون|ايميل|خاص)`;
const END = '(?:ك|كم|ي|نا)?(?!\\p{L})';

/** Said to the other: come and talk elsewhere. */
const COME =
  'راسلني|راسلنا|راسليني|كلمني|كلمنا|كلميني|حاكيني|كلموني|اتصل(?:ي)? (?:بي|علي|بنا)|اتصلو?ا? بنا|دقلي|دق علي|رن علي|ضيفني|ضفني|اضفني|ضيفيني|ابعث ?لي|ابعت ?لي|ارسل ?لي|تواصلو?ي? (?:معي|معنا|وياي|معاي)|نتواصل|نتكلم|نتحدث|نكمل|نتفاهم|نتفق|اراسلك|نراسلك|اكلمك|اتواصل معك|اتواصل معاك|اتصل بك|تلاقيني|تجدني|تلقاني|تحصلني|انا (?:متاح|موجود)|خلينا|تعال|انتظرك';

const PATTERNS: readonly string[] = [
  // راسلني على الواتس، نكمل كلامنا في التليجرام
  `(?:${COME})${GAP}(?:${BY})${PLACE}${END}`,
  `(?:كلمني|راسلني|كلميني|ضيفني|ضفني|اضفني|تعال)\\s+(?:ال)?(?:${CHANNEL}|خاص)${END}`,
  // أعطني رقمك، ممكن واتسابك، ما رقم جوالك، أرسل إيميلك
  `(?:اعطني|اعطيني|عطني|عطيني|اديني|هات|ممكن|ابغي|ابي|اريد|عايز|بدي|ارسل(?: لي)?|ارسلي|ابعت(?: لي)?|ابعث(?: لي)?|ما(?: هو)?|وش|شو|ايش|كم|اكتب(?: لي)?)\\s+(?:لي\\s+)?(?:رقم\\s+(?:ال)?)?(?:رقم|${CHANNEL}|هاتف|جوال|موبايل|تلفون|ايميل|بريد)ك(?:م)?(?!\\p{L})`,
  `(?<!\\p{L})رقمك\\s?[؟?]`,
  `(?:اعطني|عطني|ارسل(?: لي)?|ابعت(?: لي)?|ابعث(?: لي)?|ممكن|اريد|ابغي|هات|ما)\\s+(?:وسيله|رقم|طريقه)\\s+(?:ال)?(?:تواصل|واتس|واتساب|للتواصل)(?:\\s+(?:معك|خارجي\\S*))?`,
  // عندك واتس؟
  `(?:عندك|معك|معاك|لديك|هل لديك|تستخدم|فيه|في)\\s+(?:حساب\\s+)?(?:${CHANNEL})\\s?[؟?]`,
  // هذا رقمي، خذ رقمي، رقمي:
  `(?:هذا|هاد|هدا|خذ|خد|سجل|احفظ|تفضل|اليك|هاك)\\s+(?:رقمي|رقم\\s+(?:جوالي|هاتفي|موبايلي|واتسي|الواتس)|جوالي|ايميلي|واتسي|واتسابي|سنابي)(?!\\p{L})`,
  `(?<!\\p{L})(?:ايميلي|واتسي|واتسابي|سنابي|انستاي|رقم\\s+(?:جوالي|هاتفي|موبايلي|واتسي|واتسابي))(?!\\p{L})`,
  `(?<!\\p{L})رقمي\\s?(?:هو|:|=|[+\\d])`,
  // للتواصل: واتس، للتواصل على
  `للتواصل\\s?:?\\s?(?:(?:علي|عبر|ع)\\s+)?(?:ال)?${PLACE}${END}`,
  `للتواصل\\s?:\\s?(?=[+\\d])`,
  // خارج الموقع
  `(?:نتواصل|تواصل|التواصل|نتعامل|التعامل|نتفق|الاتفاق|ندفع|ادفع|الدفع|تحويل|احول|نكمل|نشتغل|العمل|كلمني|راسلني|لنتحدث|نتكلم)(?:\\s+\\p{L}{1,12}){0,2}\\s+(?:خارج|برا|بره|برى)\\s+(?:ال)?(?:موقع|منصه|حرفه|خمسات)`,
  // English
  `(?:message|text|call|contact|reach|ping|add|dm|write|hit|email|find)\\s+(?:me|us)(?:\\s+\\w{1,12})?\\s+(?:on|at|via|through|by|in|over)\\s+(?:my\\s+)?(?:${CHANNEL}|${ELSEWHERE})\\b`,
  `(?:whats ?app|call|email)\\s+me\\b`,
  `(?:let.?s|can we|we can|shall we)\\s+(?:talk|chat|continue|move|connect|discuss|speak)(?:\\s+\\w{1,12}){0,2}\\s+(?:on|over|via|in|to)\\s+(?:${CHANNEL}|${ELSEWHERE}|zoom)\\b`,
  `(?:what.?s|what is|give me|send me|share|may i have|can i have|drop)\\s+(?:me\\s+)?your\\s+(?:phone|number|mobile|cell|e-?mail|contact|${CHANNEL})\\b`,
  `\\bmy\\s+(?:${CHANNEL}|phone|number|e-?mail)(?:\\s+number)?\\s?(?:is\\b|:|=)`,
  `do you have\\s+(?:a\\s+)?(?:${CHANNEL})\\b`,
  `(?:pay|deal|work|talk|contact)(?:\\s+\\w{1,12}){0,2}\\s+(?:outside|off)\\s+(?:of\\s+)?(?:the|this)\\s+(?:site|platform|website)`,
];

const INVITATION = new RegExp(
  PATTERNS.map((pattern) => `(?<![\\p{L}\\p{N}])${pattern}`).join('|'),
  'gu',
);
const DENIED = new RegExp(`(?<!\\p{L})(?:${NEGATION})(?:\\s+\\p{L}{1,12}){0,3}\\s*$`, 'u');
const OF_WORK = new RegExp(
  `(?<!\\p{L})و?ب?(?:ال)?(?:${WORK})(?:\\s+[«"']?\\p{L}{0,12}){0,2}\\s*[«"']?$`,
  'u',
);
/** What follows says that it is printed, shown or used by customers: material, not an invitation. */
const FOR_WORK =
  /^\s*(?:(?:ال)?(?:ذي|الذي|التي|اللي)\s|(?:علي|في|داخل|ب)\s?(?:ال)?(?:بطاقه|كرت|تصميم|شعار|موقع|متجر|صفحه|اعلان|لوحه|سيره|فاتوره)|مع (?:ال)?(?:عملا|زبا|جمهور|متابع)|on the (?:card|design|site|banner|logo|page))/u;

/** Asking for, or offering, a talk elsewhere: «راسلني على الواتس», «أعطني رقمك». */
export function findInvitations(flat: string): Stretch[] {
  return [...flat.matchAll(INVITATION)]
    .filter(({ index, 0: found }) => {
      const before = flat.slice(Math.max(0, index - 60), index);
      const sentence = before.slice(before.search(/[^.!?؟\n]*$/));
      if (DENIED.test(sentence) || OF_WORK.test(sentence)) return false;
      return !FOR_WORK.test(flat.slice(index + found.length, index + found.length + 40));
    })
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
