import { expect, test } from 'vitest';
import { namedOrganisation } from './organisation.ts';

test.each([
  [{ organisation: 'Example Corp' }, 'Example Corp'],
  [{ organisation: 'Anonymous Labs' }, 'Anonymous Labs'],
  [{ organisation: 'anonymous' }, undefined],
  [{ organisation: 'Anonymous' }, undefined],
  [{ organisation: '' }, undefined],
  [{ organisation: null }, undefined],
  [{}, undefined],
])('the organisation of %o is %s', (study, name) => {
  expect(namedOrganisation(study)).toBe(name);
});
