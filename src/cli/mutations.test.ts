import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../bench/check/fuzz.ts';
import { mutants, MUTATIONS } from '../../bench/check/mutations.ts';
import { faultOf } from '../../bench/check/oracle.ts';
import { worldOf } from '../../bench/check/world.ts';
import { caseStudyPath, checkCaseStudy } from '../reading/check-case-study.ts';
import { knownContent } from '../reading/known-content.ts';
import { check } from './check.ts';
import { GOOD_FILES } from './fixtures/good-files.ts';
import { readContent } from './read-content.ts';

const world = worldOf(8);
const anyMutant = mutants(world.seeds);

afterAll(() => {
  world.remove();
});

const ofSeed = ({ slug, text }: (typeof world.seeds)[number]) => ({
  of: slug,
  name: `${slug}.md`,
  bytes: Buffer.from(text),
  by: [],
});

test('files that nobody broke are sound, by the check and by the second opinion', async () => {
  for (const seed of world.seeds) {
    expect(world.check(ofSeed(seed)).slips).toEqual([]);
    expect(await faultOf(ofSeed(seed), world.around(seed.slug))).toBeUndefined();
  }
});

test('the second opinion finds the good files of the table sound, too', async () => {
  for (const { path, text } of GOOD_FILES.filter(({ path }) => path.startsWith('case-studies/')))
    expect([
      path,
      await faultOf({ name: basename(path), bytes: Buffer.from(text) }, world.around('zoo')),
    ]).toEqual([path, undefined]);
});

test('a broken file is never accepted, and its slips are as they should be, in the form as well', async () => {
  await fc.assert(
    fc.asyncProperty(anyMutant, async (mutant) => {
      const { crash, faults } = await outcomeOf(world, mutant);
      expect({ crash, faults }).toEqual({ crash: undefined, faults: [] });
    }),
    { seed: 5, numRuns: 300 },
  );
}, 120_000);

test('the same file has the same slips', () => {
  fc.assert(
    fc.property(anyMutant, (mutant) => {
      expect(world.check(mutant).slips).toEqual(world.check(mutant).slips);
    }),
    { seed: 6, numRuns: 30 },
  );
}, 60_000);

test('mutations are the same for the same seed, and every one of them is met', () => {
  const sample = () => fc.sample(anyMutant, { seed: 7, numRuns: 2000 });
  const [first, again] = [sample(), sample()];
  expect(first).toEqual(again);
  expect([...new Set(first.flatMap(({ by }) => by))].toSorted()).toEqual(MUTATIONS.toSorted());
}, 60_000);

describe('the form says what the command says', () => {
  test('of every case study of the guide', () => {
    const known = knownContent(readContent('content').content);
    const { slips } = check(['content/case-studies']);
    for (const [slug] of known.caseStudies) {
      const path = caseStudyPath(slug);
      const others = { ...known, caseStudies: known.caseStudies.filter(([other]) => other !== slug) };
      expect(checkCaseStudy(readFileSync(path, 'utf8'), slug, others)).toEqual(
        slips.filter((slip) => slip.path === path),
      );
    }
  }, 60_000);
});
