import type { RuleWords } from '../../rule-words.ts';
import type { SiteText } from '../../site-text.ts';

/** Questions about buying, paying and orders; both languages must have each. */
interface MarketHelp {
  buying: SiteText<'first' | 'choose' | 'upgrades' | 'requirements' | 'custom'>;
  paying: SiteText<'ways' | 'fee' | 'pending' | 'topup' | 'escrow' | 'receipt'>;
  orders: SiteText<
    | 'states'
    | 'life'
    | 'deadline'
    | 'additions'
    | 'parts'
    | 'previews'
    | 'change'
    | 'accept'
    | 'cancel'
    | 'agree'
    | 'refund'
    | 'dispute'
    | 'judged'
    | 'masked'
    | 'reviews'
  >;
}

/** Questions about selling, the account and safety; both languages must have each. */
interface MembershipHelp {
  selling: SiteText<'start' | 'review' | 'prices' | 'levels' | 'deliver' | 'pause'>;
  earnings: SiteText<'when' | 'commission' | 'clearing' | 'spend' | 'hold'>;
  account: SiteText<
    'verify' | 'password' | 'email' | 'sessions' | 'language' | 'notices' | 'close'
  >;
  safety: SiteText<'outside' | 'report' | 'phishing' | 'files' | 'reviews'>;
}

/** The topics of the help centre in the order of its page. */
export interface HelpTopics extends MarketHelp, MembershipHelp {}

export type WrittenMarketHelp = (rules: RuleWords) => MarketHelp;
export type WrittenMembershipHelp = (rules: RuleWords) => MembershipHelp;
