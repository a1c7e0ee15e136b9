import nspell from 'nspell';
import { sentencesOf } from '../model/sentences.ts';
import type { Content, Where } from './rule.ts';
import { TEXT_PARTS, textsOf, type Text } from './unread.ts';

/** A word that neither the dictionary nor the guide's own list knows, at its first place in a text. */
export interface UnknownWord extends Where {
  readonly word: string;
}

/** What a spell checker needs: a Hunspell dictionary, and the words that the guide uses besides. */
export interface Dictionary {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
  /** One word a line; lines that begin with # are comments. */
  readonly own: string;
}

/** What an address, a path or a name in code has, and hardly any sentence: to look for it first saves most of the time. */
const IN_ADDRESS = /[/@_]|\.\w/;

/** Words of a sentence that a dictionary can judge: no names in capitals, no digits, no code, no addresses. */
const wordsOf = (sentence: string): string[] =>
  (
    (IN_ADDRESS.test(sentence) ? sentence.replace(/\S*(?:[/@_]|\.\w)\S*/g, ' ') : sentence).match(
      /[\p{L}’']+/gu,
    ) ?? []
  )
    .map((word) => word.replaceAll('’', "'").replace(/^'+|'+$|'s$/g, ''))
    .filter((word) => word.length > 3 && !/^\p{Lu}/u.test(word) && !/\p{Ll}\p{Lu}/u.test(word));

/** Sentences that stand in the fields of files of their own; their place is the field. */
const linesOf = ({ symptomGroups, glossary, paths, review }: Content): Text[] => [
  ...symptomGroups.flatMap(({ symptoms }, i) =>
    symptoms.flatMap(({ says, challenges }, j) => {
      const at = (...path: (string | number)[]): Where => ({
        collection: 'symptoms',
        id: 'symptoms',
        path: [i, 'symptoms', j, ...path],
      });
      return [
        { where: at('says'), body: says },
        ...challenges.map(({ when }, k) => ({ where: at('challenges', k, 'when'), body: when })),
      ];
    }),
  ),
  ...review.contexts.flatMap(({ question, hint, options = [] }, i) => {
    const at = (...path: (string | number)[]): Where => ({
      collection: 'review',
      id: 'review',
      path: ['contexts', i, ...path],
    });
    return [
      { where: at('question'), body: question },
      ...(hint === undefined ? [] : [{ where: at('hint'), body: hint }]),
      ...options.map(({ label }, j) => ({ where: at('options', j, 'label'), body: label })),
    ];
  }),
  ...review.rules.flatMap(({ challenges }, i) =>
    challenges.map(({ why }, j) => ({
      where: {
        collection: 'review' as const,
        id: 'review',
        path: ['rules', i, 'challenges', j, 'why'],
      },
      body: why,
    })),
  ),
  ...glossary.map(({ means }, i) => ({
    where: { collection: 'glossary' as const, id: 'glossary', path: [i, 'means'] },
    body: means,
  })),
  ...paths.flatMap((path, i) => {
    const at = (...rest: (string | number)[]): Where => ({
      collection: 'paths',
      id: 'paths',
      path: [i, ...rest],
    });
    return [
      { where: at('for'), body: path.for },
      { where: at('leaves'), body: path.leaves },
      ...path.stops.flatMap(({ why, discuss }, j) => [
        { where: at('stops', j, 'why'), body: why },
        ...(discuss ? [{ where: at('stops', j, 'discuss'), body: discuss }] : []),
      ]),
    ];
  }),
];

/**
 * Words that may be misspelt, each once a text. Spelling only warns: a dictionary knows less than an author.
 * @returns unknown words in reading order, with the offset of their sentence or the path of their field
 */
export function unknownWords(content: Content, { aff, dic, own }: Dictionary): UnknownWord[] {
  const speller = nspell(Buffer.from(aff), Buffer.from(dic));
  speller.personal(
    own
      .split(/\r?\n/)
      .filter((line) => line && !line.startsWith('#'))
      .join('\n'),
  );
  const known = new Map<string, boolean>();
  const isKnown = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const correct = speller.correct(word);
    known.set(word, correct);
    return correct;
  };
  return [...textsOf(content, TEXT_PARTS), ...linesOf(content)].flatMap(({ where, body }) => {
    const told = new Set<string>();
    return sentencesOf(body).flatMap(({ text, start }) =>
      wordsOf(text).flatMap((word) => {
        if (isKnown(word) || told.has(word)) return [];
        told.add(word);
        return [{ ...where, ...(!where.path && { offset: start }), word }];
      }),
    );
  });
}
