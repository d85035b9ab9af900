/** Where a service stands (SPEC 2.4). */
export type ServiceState =
  | 'draft'
  | 'pending_review'
  | 'published'
  | 'paused'
  | 'rejected'
  | 'archived';

export type ServiceVerb =
  | 'submit'
  | 'withdraw'
  | 'approve'
  | 'reject'
  | 'pause'
  | 'resume'
  | 'archive'
  | 'restore';

interface Move {
  readonly by: 'seller' | 'reviewer';
  readonly from: readonly ServiceState[];
  readonly to: ServiceState;
}

/** The one table of what may follow: a service moves by a row of it or not at all. */
export const serviceMoves: Readonly<Record<ServiceVerb, Move>> = {
  submit: { by: 'seller', from: ['draft', 'rejected'], to: 'pending_review' },
  withdraw: { by: 'seller', from: ['pending_review'], to: 'draft' },
  approve: { by: 'reviewer', from: ['pending_review'], to: 'published' },
  reject: { by: 'reviewer', from: ['pending_review'], to: 'rejected' },
  pause: { by: 'seller', from: ['published'], to: 'paused' },
  resume: { by: 'seller', from: ['paused'], to: 'published' },
  archive: {
    by: 'seller',
    from: ['draft', 'pending_review', 'published', 'paused', 'rejected'],
    to: 'archived',
  },
  restore: { by: 'seller', from: ['archived'], to: 'draft' },
};

export const serviceStates: readonly ServiceState[] = [
  'published',
  'pending_review',
  'rejected',
  'draft',
  'paused',
  'archived',
];

/** Whether the verb is allowed in the state. */
export function canMove(state: ServiceState, verb: ServiceVerb): boolean {
  return serviceMoves[verb].from.includes(state);
}

/** States that count against the seller's number of services (SPEC 2.6): on the market or on its way there. */
export const countedStates: readonly ServiceState[] = ['published', 'paused', 'pending_review'];

/** Whether its seller may change what it says; an archived one is restored first. */
export function isEditable(state: ServiceState): boolean {
  return state !== 'archived';
}

/** Whether what is typed is kept by itself: nobody but the seller sees it yet. */
export function keepsItself(state: ServiceState): boolean {
  return state === 'draft' || state === 'rejected';
}

/** Whether a reviewer has approved what it says, so that only small edits pass at once. */
export function isApproved(state: ServiceState): boolean {
  return state === 'published' || state === 'paused';
}

/** What the buyer must not do alone: the seller's statement about machine help (SPEC 2.2). */
export type AiUse = 'none' | 'assisted' | 'generated';

export const aiUses: readonly AiUse[] = ['none', 'assisted', 'generated'];

export type QuestionKind = 'text' | 'choice' | 'file';

/** One question of the requirements form (SPEC 2.2). Orders keep a copy. */
export interface Question {
  questionId: string;
  kind: QuestionKind;
  label: string;
  required: boolean;
  /** Only for `choice`. */
  choices?: string[];
}

export interface Faq {
  question: string;
  answer: string;
}

/** An optional addition (SPEC 2.3); below zero days it is express. */
export interface Upgrade {
  upgradeId: string;
  title: string;
  priceMinor: bigint;
  daysDelta: number;
}

/** A service with all that its seller wrote. */
export interface Service {
  serviceId: string;
  number: number;
  sellerId: string;
  state: ServiceState;
  version: number;
  leafKey: string;
  title: string;
  description: string;
  basePriceMinor: bigint;
  deliveryDays: number;
  changesIncluded: number;
  quantityMultipliesTime: boolean;
  tags: string[];
  languages: string[];
  aiUse: AiUse;
  /** Empty: the buyer owns what was delivered. */
  rightsText: string;
  upgrades: Upgrade[];
  questions: Question[];
  faq: Faq[];
  imageIds: string[];
  /** A reviewer's reason for each field that must change. */
  reviewNotes: Record<string, string>;
  approvedContent: ApprovedContent | undefined;
  /** Counts what reviewers approved, from 1. */
  edition: number;
  /** Since when this very content is sold; undefined while it is a draft. */
  soldSince: Date | undefined;
  /** The next version, while there is one; what is above goes on selling (SPEC 2.4). */
  revision: Revision | undefined;
  /** The highest number that a version of it had. */
  lastVersion: number;
  /** At most so many orders at work at a time; undefined: any number; 0: hidden and not sold. */
  queueLimit: number | undefined;
  /** Its seller is on holiday. */
  away: boolean;
  createdAt: Date;
  changedAt: Date;
  submittedAt: Date | undefined;
  publishedAt: Date | undefined;
}

/** The part of a service that a reviewer vouches for; prices and the pause are the seller's own. */
export interface ApprovedContent {
  leafKey: string;
  title: string;
  description: string;
  deliveryDays: number;
  changesIncluded: number;
  quantityMultipliesTime: boolean;
  tags: string[];
  languages: string[];
  aiUse: AiUse;
  rightsText: string;
  upgrades: { title: string; daysDelta: number }[];
  questions: { kind: QuestionKind; label: string; required: boolean; choices: string[] }[];
  faq: Faq[];
  imageIds: string[];
}

/** Where the next version of an approved service stands (SPEC 2.4); closed: approved or dropped. */
export type RevisionState = 'draft' | 'pending_review' | 'rejected' | 'closed';

/** All that the seller wrote of the next version, prices too; parts without an id are new. */
export interface RevisedContent extends Omit<ApprovedContent, 'upgrades' | 'questions'> {
  basePriceMinor: bigint;
  upgrades: { upgradeId?: string; title: string; priceMinor: bigint; daysDelta: number }[];
  questions: (ApprovedContent['questions'][number] & { questionId?: string })[];
}

/** The next version of a service that goes on selling as it is. */
export interface Revision {
  state: Exclude<RevisionState, 'closed'>;
  /** Of the same count as the service's: approved, it is the number that is sold. */
  version: number;
  content: RevisedContent;
  reviewNotes: Record<string, string>;
  submittedAt: Date;
}
