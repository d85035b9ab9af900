import { aPublishedService } from '#catalogue/testing';
import { aMember } from '#identity/testing';
import { drainFacts } from '#platform/facts';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { searchListeners } from '../jobs/index-services.listener.ts';
import { applyLexiconLines } from '../knowledge/apply-lexicon-lines.ts';
import { listMissed } from '../missed/list-missed.ts';
import { noteMissed } from '../missed/note-missed.ts';
import { searchServices } from '../querying/search-services.ts';
import { decideProposal } from './decide-proposal.ts';
import { lookUpWord } from './look-up-word.ts';
import { listAdditions, listProposals } from './proposal.ts';
import { proposeLine } from './propose-line.ts';

const world = await aWorld();
const reviewer = world.as((await aMember(world)).memberId, ['reviewer']);
const other = world.as((await aMember(world)).memberId, ['reviewer']);
const member = world.as((await aMember(world)).memberId);
const publish = async (title: string) =>
  (await aPublishedService(world, { input: { title, tags: [] } })).serviceId;
const goblets = await publish('زخرفة قراطيف خشبية');
await publish('ترجمة عقود قانونية');
await drainFacts(world.ctx, searchListeners);

const line = {
  verb: 'add',
  kind: 'synonyms',
  line: 'زخرفة = زغنبوط',
  reason: 'يبحث عنها الناس',
} as const;
const find = async (text: string) =>
  (await searchServices(world.stranger, { text, filters: {}, sort: 'best', page: 1 })).cards.map(
    ({ serviceId }) => serviceId,
  );
const waiting = async () =>
  (await listProposals(world.ctx)).find(({ state }) => state === 'waiting')?.proposalId ?? '';

describe('a line for the lexicon', () => {
  it.each([
    ['of a member', () => proposeLine(member, line), 'not-found'],
    ['of a stranger', () => proposeLine(world.stranger, line), 'not-found'],
    ['of no kind', () => proposeLine(reviewer, { ...line, kind: 'poems' }), 'invalid-input'],
    ['of another shape', () => proposeLine(reviewer, { ...line, line: 'abc' }), 'invalid-input'],
    [
      'with a comment in it',
      () => proposeLine(reviewer, { ...line, kind: 'nouns', line: '# شيء' }),
      'invalid-input',
    ],
    [
      'without end',
      () => proposeLine(reviewer, { ...line, line: 'ا'.repeat(301) }),
      'invalid-input',
    ],
    ['without a reason', () => proposeLine(reviewer, { ...line, reason: ' ' }), 'invalid-input'],
    [
      'to end what is not held',
      () => proposeLine(reviewer, { ...line, verb: 'end' }),
      'proposal-needless',
    ],
  ])('is refused %s', async (_what, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });

  it('waits for another person, once', async () => {
    await proposeLine(reviewer, line);
    await expect(proposeLine(other, line)).rejects.toMatchObject({ code: 'proposal-needless' });
    const proposalId = await waiting();
    for (const [ctx, code] of [
      [reviewer, 'own-proposal'],
      [member, 'not-found'],
      [world.stranger, 'not-found'],
    ] as const)
      await expect(decideProposal(ctx, { proposalId, approved: true })).rejects.toMatchObject({
        code,
      });
    expect(await listAdditions(world.ctx)).toEqual([]);
  });

  it('holds when approved, and only services that it reads differently are indexed anew', async () => {
    expect(await find('زغنبوط')).toEqual([]);
    const proposalId = await waiting();
    await decideProposal(other, { proposalId, approved: true });
    await expect(decideProposal(other, { proposalId, approved: false })).rejects.toMatchObject({
      code: 'proposal-decided',
    });
    expect(await applyLexiconLines(world.ctx)).toBe(1);
    expect(await find('زغنبوط')).toEqual([goblets]);
    expect(await applyLexiconLines(world.ctx)).toBe(0);
    const [group] = (await lookUpWord(world.ctx, 'زغنبوط')).groups;
    expect(group?.alternatives.map(({ reading }) => reading)).toContain('synonym');
  });

  it('ends the same way', async () => {
    await proposeLine(other, { ...line, verb: 'end' });
    await decideProposal(reviewer, { proposalId: await waiting(), approved: true });
    expect(await applyLexiconLines(world.ctx)).toBe(1);
    expect(await listAdditions(world.ctx)).toEqual([]);
    expect(await find('زغنبوط')).toEqual([]);
  });

  it('may be taken back by who proposed it', async () => {
    await proposeLine(reviewer, line);
    await decideProposal(reviewer, { proposalId: await waiting(), approved: false });
    expect(await waiting()).toBe('');
  });
});

describe('questions that went wrong', () => {
  it('are counted with the words nobody knows', async () => {
    await noteMissed(world.ctx, { text: 'ترجمة ضغطروس', foundNothing: false, visitor: 'one' });
    for (const visitor of ['two', 'two', 'one'])
      await noteMissed(world.ctx, { text: 'ترجمه ضغطروس', foundNothing: false, visitor });
    const { questions, words } = await listMissed(world.ctx);
    expect(questions[0]).toMatchObject({ asked: 2, foundNothing: false });
    expect(words).toEqual([{ word: 'ضغطروس', asked: 2 }]);
  });
});
