import { readGroup } from '../composing/read-group.ts';

/** Services whose sellers wrote them in English, for buyers who read it. */
export const english = readGroup(
  'english',
  `
how: I read what you send in full before starting and put all my questions in one message, so nothing stops halfway while we wait for each other.
how: I keep you posted without being asked: a short note when I start, one in the middle, and one when it is ready.
how: I would rather ask two clear questions now than guess later, so tell me what a good result looks like to you.
close: Not sure whether this fits? Send me two lines about your project before you order and I will tell you honestly.
close: Everything delivered is yours after acceptance, and I do not resell or reuse it.
close: I answer in English or Arabic, whichever is easier for you, usually within a few hours.
faq: Can we work in English from start to finish? Yes, messages, files and notes can all be in English.
faq: What if I need more than the listed amount? Choose a higher quantity when ordering, or ask me first so that we agree on the time.
faq: Do you use AI tools? Not for the work itself. If a tool helped anywhere, I say so at delivery.

# logo-design
get: Three different concepts | Arabic and Latin lockups | Vector files and transparent PNG | One-colour version | Short usage sheet
need: Brand name in both scripts | What you sell and to whom | Logos you like and why
not: Trademark registration | A full brand book
ask: *What is the brand name, in Arabic and in English? | *Which style do you lean towards? = Wordmark / Symbol and name / Calligraphic / Your choice | +Any references you like
up: Business card in the same style $10 +1 | Two more concepts $15 +1 | Animated logo, 5 seconds $25 +2
faq: Can you match an existing English logo? Yes, that is half of my work: an Arabic form that feels like its twin.
tag: logo, bilingual logo, arabic logo, branding, vector
= Bilingual Arabic and English logo with three concepts | Bilingual logo | Arabic and English | $25 | 5d | @ranaalhasan
Most bilingual logos are an English logo with Arabic typed underneath. I draw both scripts together, so that each keeps its own character and they still belong to one brand.

# english-translation
get: Human translation | Second reading against the source | Consistent terminology | Formatting kept | Notes on ambiguous passages
need: The text in an editable format | Who will read it and where | A glossary if you have one
not: Sworn stamps | Desktop publishing
ask: *Which direction? = English to Arabic / Arabic to English | *Who is the reader? | +The text to translate
up: 500 more words $5 +1 | Second translator review $10 +1 | Delivery within 24 hours $10 =1
faq: Which Arabic do you write? Modern Standard Arabic by default; for adverts I can lean Gulf, Egyptian or Levantine.
tag: translation, english to arabic, localization, proofreading
= English to Arabic translation that reads like Arabic | Translation | English - Arabic | $10 | 2d | @yousefalomari
A good translation leaves no smell of the original. I translate up to 700 words into Arabic your readers will believe was written for them, and read every line aloud before I send it.

# website-development
get: Responsive pages | Right-to-left done properly | Clean semantic code | Basic analytics | A short handover video
need: Your texts and pictures | Hosting access | Two or three sites you like
not: Hosting fees | Copywriting
ask: *What is the site for? | *Which languages? = Arabic / English / Both | +Logo and content
up: Extra page $10 +1 | Second language $25 +3 | Contact form with notifications $10 +1
faq: Will I be able to edit it myself? Yes, there is a small panel, and the video shows every step.
tag: web development, rtl, bilingual website, node, php
= Bilingual business website with correct RTL layout | Website | Arabic and English | $25 | 7d | @mahmoudsharif
Turning a page from left to right is not the same as mirroring it: numbers, phone fields and arrows all have opinions. I build small business sites that feel native in both directions.

# wordpress
get: Backup before anything | Cause found and explained | Fix tested on mobile | Report in plain words | Advice to prevent it
need: Admin and hosting access | When it started | A screenshot of the error
not: Paid plugin licences | Redesign
ask: *What is going wrong, and since when? | *Is the site live for customers? = Yes / No / Partly | +Screenshots
up: Speed tuning $15 +1 | Malware scan and clean-up $20 +1 | Start within hours $10 =1
faq: What if you cannot fix it? Then we cancel together and you pay nothing.
tag: wordpress, bug fix, php, speed, rtl theme
= WordPress errors fixed today, with a plain report | WordPress | Fixed today | $15 | 1d | @haithamnasser
White screen, error 500, a plugin that quarrels with your theme: I have probably met it before. I take a full copy first, find the cause, fix it, and tell you what happened in words you can repeat to your boss.

# voice-over
get: Broadcast quality recording | WAV and MP3 | Correct vowels and names | Two readings of the key line | Light mastering
need: Final script | Tone and pace | How to say names and numbers
not: Script writing | Music
ask: *Paste your script and its word count | *What tone? = Warm / Formal / Energetic / Calm and educational | How should names be pronounced?
up: 150 more words $5 +1 | Sync to your video $10 +1 | Licensed background music $5 +0
faq: May I hear a sample first? Of course. Send two lines of your script and I will record them for free.
tag: arabic voice over, voice over, narration, ivr, standard arabic
= Arabic female voice over for video and e-learning | Voice over | Modern Standard | $15 | 2d | @leilamourad
Your Arabic audience can hear whether the reader understood the sentence. I record up to 300 words in clear Modern Standard Arabic, warm rather than theatrical, in a treated room in Beirut.

# ui-design
get: Figma screens | Reusable components | RTL and LTR variants | Empty, error and loading states | Clickable prototype
need: What the product does | Screens you need | Brand assets
not: Development | Copywriting in full
ask: *What are you building and for whom? | *Which screens? | +Brand files or sketches
up: One more screen $10 +1 | Dark theme $10 +1 | Developer handover notes $5 +0
faq: Do you test with real Arabic text? Always. Latin filler hides every problem Arabic will have later.
tag: ui design, rtl, figma, arabic ux, app design
= RTL version of your English app designed in Figma | RTL design | Five screens | $25 | 5d | @tarekmansour
Which icons flip and which must not? Where does the price go when the sentence turns around? I redesign five of your English screens for Arabic readers, with notes your developers can follow.

# technical-seo
get: Crawl and index check | Hreflang for Arabic and English | Broken links list | Core Web Vitals notes | Fixes ranked by effect
need: Site address | Search Console access if any | Your platform
not: Writing content | Buying links
ask: *What is the site address and platform? | *What worries you? = Lost traffic / Pages not indexed / Migration / Routine check
up: Hreflang setup $15 +1 | Fix the top five issues $25 +3 | 40 minute call $15 +1
faq: How soon will I see results? Indexing fixes show in weeks; rankings take one to three months.
tag: technical seo, hreflang, arabic seo, audit, indexing
= Technical SEO check for Arabic and English sites | Technical SEO | Two languages | $20 | 3d | @omaralzein
Bilingual sites lose more traffic to wrong language tags than to competitors. I crawl both halves of your site, find where they trip over each other, and rank the repairs by what they bring back.

# spreadsheets
get: Formulas that need no babysitting | Clear input sheet | Charts that update | Protected cells | Written guide
need: What you do by hand today | A sample of your data | The result you dream of
not: Full accounting systems | Typing large archives
ask: *What should the file do for you? | *Which program? = Excel / Google Sheets / Both | +Your current file
up: Dashboard page $15 +1 | One macro or script $15 +1 | Delivery within 24 hours $10 =1
faq: Will it work in Arabic Excel? Yes, I test in both interface languages.
tag: excel, google sheets, dashboard, formulas, automation
= Excel or Google Sheets tool built around your work | Spreadsheet | Built for you | $15 | 3d | @salimalriyami
If you copy the same numbers every morning, there is a formula that would like to give you that hour back. Tell me what you do by hand and I will build the sheet that does it.

# english-lessons
get: Conversation most of the time | Gentle correction | Word list after class | Short homework, corrected | Plan for next week
need: Your level | Your goal | Good times for you
not: Sitting exams for you | Translation
ask: *What is your level? = Beginner / Intermediate / Advanced / Not sure | *What do you need English for? | *When are you free? = Mornings / Afternoons / Evenings / Weekends
up: One more lesson $10 +2 | Recording with notes $5 +0 | Essay corrected $5 +1
faq: I am shy. Will that be a problem? No. We begin in writing, then short sentences. By the second lesson you will forget.
tag: english conversation, speaking, ielts, business english
= English conversation practice with a patient teacher | Conversation | 45 minutes | $5 | 2d | @lamaabuzaid
You understand films and freeze at "How was your weekend?" I know that silence; I lived in it once. We talk about your own life for forty-five minutes and I correct only what gets in your way.

# arabic-lessons
get: Live lesson with shared board | Letters, sounds, real phrases | Recording on request | Exercises, corrected | Plan for the month
need: Your mother tongue | Why you are learning | Good times for you
not: Exam sitting | Document translation
ask: *Have you studied Arabic before? = Never / A little / I can read / I can chat | *Standard Arabic or a dialect? = Standard / Levantine / Not sure | *When are you free?
up: One more lesson $10 +2 | Workbook of 30 pages $5 +0 | Recording of the lesson $5 +0
faq: Standard Arabic or dialect first? If you live among Arabs, a little of both from the first day.
tag: learn arabic, arabic for beginners, levantine, tutor
= Learn to read Arabic in four friendly lessons | Read Arabic | Four lessons | $25 | 14d | @hibamsallam
Twenty-eight letters look like a wall until you find that many are the same shape with different dots. In four lessons you will read shop signs, your own name, and a short story about a cat.

# cross-platform-apps
get: One codebase, two stores | RTL and LTR | Source code | Test builds on your phone | Build notes
need: Screens and features | Design if any | Accounts to be used
not: Store fees | Logo design
ask: *Describe the app and its screens | *Do you have an API? = Yes / No / Firebase | +Designs or sketches
up: One more screen $15 +2 | Push notifications $10 +1 | Store publishing $25 +5
faq: Can another developer continue later? Yes. The code is layered and the notes explain how to build it.
tag: flutter, dart, firebase, android, ios, rtl app
= Flutter app screens from your Figma, RTL included | Flutter | From Figma | $25 | 7d | @firasdarwish
Designs usually lose something on the way to the phone: a margin, a curve, the direction of an arrow. I build up to four Flutter screens that match your Figma and survive a switch to Arabic.

# english-cv
get: Strong, honest bullet points | Summary that fits the job | Single column, ATS friendly | Word and PDF | Keywords from the advert
need: Your current CV | The job advert | Results you are proud of
not: Applying for you | Inventing experience
ask: *Which job and country? | *Years of experience? = None / 1-3 / 4-7 / More than 7 | +Your current CV
up: Cover letter $10 +1 | LinkedIn summary $10 +1 | Delivery within 24 hours $10 =1
faq: Will the language sound like me? Yes. I write what you can defend in the interview.
tag: cv, resume, ats, gulf jobs, cover letter
= ATS friendly English CV for jobs in the Gulf | English CV | Gulf jobs | $15 | 2d | @mohamedkhalil
I spent years on the other side of the desk, reading two hundred CVs before lunch. I rewrite yours so that the software lets it through and the tired human behind it stops scrolling.
`,
);
