/*
 * Words of contact, in the spelling of flat texts: أ إ آ are ا, ى is ي, ة is ه, ئ is ي, ؤ is و, گ is ك;
 * marks are gone and Latin letters are small. Each constant is a piece of a regular expression.
 */

/** Networks where people talk, by the ways they are written. */
export const CHANNEL = [
  'وات ?س ?(?:ا|أ)?ب',
  'واتس ?اب+',
  'وا?تس',
  'وتساب',
  'whats? ?app?',
  'what?sap',
  'wh@tsapp',
  'wats ?app?',
  'whats',
  'ت[يل]{1,2}ي?[جغقك]ر[اي]م',
  'تيليجرام',
  'تلي',
  'telegram',
  'tele?gram',
  'سناب ?شات',
  'سناب',
  'snap ?chat',
  'snap',
  'انست[اق](?:[جغقك]رام)?',
  'انستجرام',
  'insta(?:gram)?',
  'فيس ?بوك',
  'فيس',
  'facebook',
  'ماسنجر',
  'messenger',
  'ديسكورد',
  'discord',
  'سكايب',
  'skype',
  'سيجنال',
  'signal',
  'ايمو',
  'imo',
  'فايبر',
  'viber',
  'وي تشات',
  'wechat',
].join('|');

/** Where else one can be called or written to. */
export const ELSEWHERE =
  'هاتف|جوال|موبايل|تلفون|ايميل|الايميل|بريد الالكتروني|رقم|خاص|phone|e-?mail|mobile|cell';

/** Words of a thing that is made: what stands beside them is work, not an invitation. */
export const WORK =
  'زر|ازرار|ايقون[هة]|ايقونات|شعار|ملصق|ملصقات|استيكر|ستيكرات|تصميم|قالب|قوالب|صفحه|قسم|نص|عباره|جمله|كلمه|اكتب|نكتب|بطاقه|كرت|كارت|لوحه|لافته|فاتوره|بوت|روبوت|ربط|اربط|بنر|بانر|اعلان|اعلانات|button|icon|sticker|stickers|template|bot|link|text|write|print|card|banner|label';

/** A no before it: whoever says that they will not, invites nobody. */
export const NEGATION =
  'لا|لن|لم|ليس|ليست|ما|مو|مش|ممنوع|يمنع|بدون|دون|غير|مخالف|رفض|ارفض|never|not|no|don.?t|won.?t|without|cannot|can.?t|avoid';
