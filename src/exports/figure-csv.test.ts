import { expect, test } from 'vitest';
import type { Figure } from '../model/figure.ts';
import { figureCsv } from './figure-csv.ts';

const figure: Figure = {
  id: 'a',
  title: 'A',
  finding: 'It is so.',
  columns: [
    { key: 'year', title: 'Year' },
    { key: 'challenge', title: 'Challenge', address: 'page' },
    { key: 'share', title: 'Share, %' },
  ],
  rows: [
    { year: 2021, challenge: 'Say "hi", drift', page: '/challenges/drift/', share: 50, unused: 'x' },
    { year: 2020, challenge: '=1+1', page: undefined, share: undefined },
  ],
};

test('a file has the columns of the table in their order, each with the address of what it names after it', () => {
  expect(figureCsv(figure, (path) => `https://guide.example/guide${path}`)).toBe(
    [
      'year,challenge,challengeAddress,share',
      '2021,"Say ""hi"", drift",https://guide.example/guide/challenges/drift/,50',
      "2020,'=1+1,,",
      '',
    ].join('\r\n'),
  );
});
