import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../cli/read-content.ts';
import { EVIDENCE, INDUSTRIES, KINDS, keysOf } from '../schema/vocabulary.ts';
import { matrixDataOf } from './matrix-data.ts';
import type { CaseRow } from './matrix.ts';
import { casesIn, embeddedMatrix, matrixDataFrom, packedCases } from './packed-cases.ts';

const below = (count: number) => fc.nat(count - 1);
const aCase = fc
  .tuple(
    fc.integer({ min: 1990, max: 2100 }),
    below(keysOf(INDUSTRIES).length),
    below(keysOf(EVIDENCE).length),
    below(keysOf(KINDS).length),
    fc.uniqueArray(below(5000), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(0 as const, 1 as const),
  )
  .map(([year, industry, evidence, kind, places, later]): CaseRow => [
    year,
    industry,
    evidence,
    kind,
    places.toSorted((a, b) => a - b),
    later,
  ]);

test('what is packed comes out as it went in', () => {
  fc.assert(
    fc.property(fc.array(aCase), (some) => {
      const cases = some.toSorted(([a], [b]) => a - b);
      expect(casesIn(packedCases(cases))).toEqual(cases);
    }),
  );
});

test('the case studies of the guide come out as they went in, in less than half the bytes of JSON', () => {
  const data = matrixDataOf(readContent('content').content);
  const { cases } = data;
  const packed = packedCases(cases);

  expect(matrixDataFrom(embeddedMatrix(data))).toEqual(data);
  expect(packed.length).toBeLessThan(JSON.stringify(cases).length / 2);
  expect(packed).toMatch(/^[\w -]+$/);
});
