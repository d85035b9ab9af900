import type { Route } from '#platform/http';
import { addUpgrade } from '../../additions/add-upgrade.ts';
import { answerAddition } from '../../additions/answer-addition.ts';
import { proposeAddition } from '../../additions/propose-addition.ts';
import { withdrawAddition } from '../../additions/withdraw-addition.ts';
import { actRoute } from '../act-route.ts';
import * as forms from '../order.forms.ts';

/** What is added to a running order: upgrades, and extras that the seller proposes. */
export const additionRoutes: readonly Route[] = [
  actRoute({
    noun: 'upgrades',
    form: 'addition',
    schema: forms.upgradeForm,
    done: 'upgrade-added',
    run: ({ ctx }, { upgrade, shownPriceMinor, shownDays, idempotencyKey }, orderId) =>
      addUpgrade(ctx, {
        orderId,
        upgradeId: upgrade,
        shownPriceMinor,
        shownDays,
        key: idempotencyKey,
      }),
  }),
  actRoute({
    noun: 'additions',
    form: 'addition',
    schema: forms.additionForm,
    done: 'addition-proposed',
    run: ({ ctx }, { title, note, price, days, idempotencyKey }, orderId) =>
      proposeAddition(ctx, { orderId, title, note, priceMinor: price, days, key: idempotencyKey }),
  }),
  actRoute({
    noun: 'addition-answer',
    form: 'addition',
    schema: forms.additionAnswerForm,
    done: ({ agreed }) => (agreed === 'yes' ? 'addition-agreed' : 'addition-refused'),
    run: ({ ctx }, { ask, agreed, idempotencyKey }, orderId) =>
      answerAddition(ctx, {
        orderId,
        askId: ask,
        agreed: agreed === 'yes',
        key: idempotencyKey,
      }),
  }),
  actRoute({
    noun: 'addition-withdrawal',
    form: 'addition',
    schema: forms.keyForm,
    done: 'addition-withdrawn',
    run: ({ ctx }, values, orderId) =>
      withdrawAddition(ctx, { orderId, key: values.idempotencyKey }),
  }),
];
