import { enPlural, type WordsLike } from '#platform/i18n';
import type { contactAr } from './contact-ar.texts.ts';

/** Words of masked messages, of the steps that follow, and of objections. */
export const contactEn: WordsLike<typeof contactAr> = {
  maskedOfYours: 'The other side does not see what is marked here of your message:',
  whyMasked: 'Agreeing and paying on Hirfa protects you, so ways of contact elsewhere are masked.',
  mistakeLink: 'Masked by mistake? Object',
  objected: 'Your objection arrived; our team is looking at it.',
  follow: 'Follow the objection',
  maskedForYou:
    'The site masked a way of contact in this message. What is paid outside Hirfa is not protected.',
  maskedForOther: 'The other side does not see all of this message: it has a way of contact in it.',
  inService: 'There may be a way of contact in the text',
  inServiceText:
    'The site marked what looks like a number, an address or an invitation to talk elsewhere. You decide: work that is sold for these networks breaks no rule.',
  inDraft: 'The reviewer may see a way of contact in your text',
  inDraftText:
    'What is marked here looks like a number, an address or an invitation to talk outside Hirfa. Remove it before you send, if it is one; if it is what your service is about, send it as it is.',
  kinds: {
    phone: 'Telephone number',
    email: 'E-mail address',
    chat: 'Invitation to talk elsewhere',
    link: 'Link to another site',
    handle: 'Account name on another network',
  },
  list: {
    title: 'Messages with something masked',
    lead: 'What was masked in your messages, what followed, and how your objection stands.',
    none: 'Nothing of your messages was masked',
    noneText: 'If something ever is, you find it here with the reason, and can object to it.',
    paused: 'Your messages before orders are off',
    pausedText: (until: string) =>
      `They come back on ${until}. Running orders and their messages go on, and you can object to the reason.`,
    open: 'Open',
    strikes: (n: number) =>
      enPlural(n, { one: 'You have one strike', other: 'You have # strikes' }),
  },
  page: {
    title: 'A message with something masked',
    text: 'Your message, with what was masked marked',
    found: 'What was found',
    step: 'What followed',
    expires: 'The strike expires on',
    state: 'State',
    object: 'This was a mistake',
    objectLead:
      'If this was no contact outside the site, say so, and a person of our team looks at it. If you are right, your message is shown whole and the strike and what followed from it are taken back.',
    objectOrder:
      'This is a message in a running order: it is shown whole from your objection until it is decided, so that the work does not wait.',
    reason: 'What did we get wrong?',
    yourObjection: 'Your objection',
    decision: 'Decision of our team',
  },
  steps: {
    none: 'Only masked; no strike.',
    masked: 'First notice: masked, and a strike that expires with time.',
    warned: 'A warning: the next strike turns your messages before orders off for two days.',
    paused:
      'Your messages before orders were turned off for two days. Running orders are not touched.',
    review:
      'Your messages before orders were turned off for two days, and our team is looking at it.',
  },
  states: {
    standing: 'Masked',
    waiting: 'Masked, waiting for our team',
    believed: 'Shown until your objection is decided',
    confirmed: 'Confirmed',
    lifted: 'Shown again',
  },
  desk: {
    title: 'Masked ways of contact',
    lead: 'Objections to what was masked in messages, and who did it again and again. If in doubt, lift it.',
    waiting: 'Waiting for a decision',
    decided: 'Decided last',
    none: 'Nothing waits',
    from: (writer: string, other: string) => `From ${writer} to ${other}`,
    places: { talk: 'Conversation before an order', order: 'Running order' },
    noObjection: 'Its writer has not objected. It is here because it happened again and again.',
    noReason: 'Objected without explaining.',
    involved: 'You are a side of this message, so somebody else decides.',
    reason: 'Reason of the decision; the member is told',
    outcome: 'Decision',
    lift: 'Lift the mask and the strike',
    confirm: 'Confirm the strike',
    decide: 'Record the decision',
  },
  problems: {
    required: 'Write the reason.',
    'too-long': 'Longer than 1,000 characters.',
    invalid: 'Choose a decision.',
  },
  notices: {
    warned: {
      title: 'A warning: a way of contact was masked in your message',
      body: 'The next strike turns your messages before orders off for two days. If this was a mistake, object on the page of the message.',
    },
    paused: {
      title: 'Your messages before orders are off for two days',
      body: 'Ways of contact outside Hirfa were exchanged again. Running orders and their messages go on. If this was a mistake, object on the page of the message.',
    },
    review: {
      title: 'Your messages before orders are off for two days, and our team is looking at it',
      body: 'Ways of contact outside Hirfa were exchanged again. Running orders and their messages go on. Explain what happened on the page of the message.',
    },
    lifted: {
      title: 'Your objection was accepted, and your message is shown whole',
      body: 'The strike and what followed from it were taken back. We are sorry for what happened.',
    },
    confirmed: {
      title: 'Our team looked at your message and confirmed the strike',
      body: 'The reason is on the page of the message.',
    },
    action: 'Open the page of the message',
  },
};
