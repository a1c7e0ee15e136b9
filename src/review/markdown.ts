import type { ReviewKnowledge } from './knowledge.ts';
import {
  ANSWERS,
  IMPACTS,
  isEvidence,
  LIKELIHOODS,
  REVIEW_STATUSES,
  type Entry,
  type Register,
} from './register.ts';
import { BANDS, bandOf, riskOf, sortedByRisk, summaryOf, type Band } from './risk.ts';
import { matchingChallenges, type Selected } from './select.ts';
import {
  answeredQuestions,
  contextLines,
  isMitigation,
  mitigationTitle,
  titleOf,
  type Locate,
} from './texts.ts';

/** Signs that mean something in Markdown or HTML, wherever they stand in a line (CommonMark 0.31, 2.4; GFM tables). */
const SIGNS = /[\\`*_[\]<>|&~]/g;

/**
 * A text as one line of Markdown that shows just that text: no markup, no HTML, no cell of a table begins or ends in it.
 * Blanks and line breaks are joined to single blanks; control characters, and signs that turn the reading
 * order, are left out.
 */
export function inline(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
  return (
    plain
      .replace(SIGNS, '\\$&')
      // A bare address would become a link that takes the backslashes before its signs for its own.
      .replace(/\b(?:https?|ftp)(?=:\/\/)|www(?=\.)/gi, '$&\\')
      .replace(/\s(?=#+$)/, '$&\\')
      .replace(/^[#+=-]/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  );
}

/** A text of several lines as a quotation, which nothing in it can end. */
function quotation(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(inline);
  return lines
    .map((line, i) => {
      if (line === '') return '>';
      return `> ${line}${lines[i + 1] ? '\\' : ''}`;
    })
    .join('\n');
}

/** An address as the target of a link; what would be read as the name of a sign (CommonMark 0.31, 2.5) stays as it is. */
const target = (address: string): string =>
  address
    .replace(/[\s()<>|`\\]/g, (sign) =>
      sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
    )
    .replace(/&(?=#?\w+;)/g, '&amp;');

const link = (text: string, address: string): string => `[${inline(text)}](${target(address)})`;

const bandWord = (band: Band): string => BANDS[band];

/** `12 (high)`, or that it is not rated. */
const riskWords = (entry: Entry): string => {
  const risk = riskOf(entry);
  return risk === 0 ? bandWord('unrated') : `${risk} (${bandWord(bandOf(risk)).toLowerCase()})`;
};

const rating = (value: 0 | 1 | 2 | 3 | 4 | 5, words: typeof LIKELIHOODS): string =>
  `${value === 0 ? '' : `${value}, `}${words[value].toLowerCase()}`;

/** A table by GitHub's rules; its cells are Markdown already. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** What a register comes to, as a list. */
function summaryLines(register: Register, knowledge: ReviewKnowledge): string[] {
  const { entries, putAside, bands, questions, unowned, withoutMitigation } = summaryOf(register, knowledge);
  return [
    `- Challenges: ${entries}${putAside > 0 ? `; put aside: ${putAside}` : ''}`,
    `- Risks that stand: ${(Object.keys(BANDS) as Band[]).map((band) => `${bands[band]} ${bandWord(band).toLowerCase()}`).join(', ')}`,
    `- Questions: ${questions.asked}; not answered ${questions.unanswered}, answered no ${questions.no}, partly ${questions.partly}`,
    `- Standing risks without an owner: ${unowned}; without a mitigation: ${withoutMitigation}`,
  ];
}

/** One entry in full. */
function section(
  entry: Entry,
  selected: Selected | undefined,
  knowledge: ReviewKnowledge,
  locate: Locate,
): string {
  const isKnown = knowledge.challenges.some(({ slug }) => slug === entry.challenge);
  const title = titleOf(entry.challenge, knowledge);
  const why = (selected?.reasons ?? []).map(({ why: text, seenIn }) => {
    const cases = seenIn.map((slug) =>
      link(
        Object.hasOwn(knowledge.cases, slug) ? (knowledge.cases[slug] ?? slug) : slug,
        locate('case-studies', slug),
      ),
    );
    return `- ${inline(text)}${cases.length > 0 ? ` Seen in: ${cases.join('; ')}.` : ''}`;
  });
  const questions = answeredQuestions(entry, knowledge).map(
    ({ question, answer }) =>
      `- **${answer === undefined ? 'Not answered' : ANSWERS[answer]}**: ${inline(question)}`,
  );
  const facts = [
    `- Risk: ${riskWords(entry)}; likelihood ${rating(entry.likelihood, LIKELIHOODS)}; impact ${rating(entry.impact, IMPACTS)}`,
    `- Status: ${REVIEW_STATUSES[entry.status]}`,
    ...(entry.owner === '' ? [] : [`- Owner: ${inline(entry.owner)}`]),
    ...(entry.mitigation === '' ? [] : [`- Mitigation: ${mitigationCell(entry, knowledge, locate)}`]),
    ...(isEvidence(entry.evidence) ? [`- Evidence: ${link(entry.evidence, entry.evidence)}`] : []),
  ];
  return [
    `### ${isKnown ? link(title, locate('challenges', entry.challenge)) : `${inline(title)} (no longer in the guide)`}`,
    facts.join('\n'),
    ...(entry.note === '' ? [] : [quotation(entry.note)]),
    ...(why.length === 0 ? [] : ['Why it matters here:', why.join('\n')]),
    ...(questions.length === 0 ? [] : ['Questions:', questions.join('\n')]),
  ].join('\n\n');
}

function mitigationCell({ mitigation }: Entry, knowledge: ReviewKnowledge, locate: Locate): string {
  if (mitigation === '') return '';
  const title = mitigationTitle(mitigation, knowledge);
  return isMitigation(mitigation, knowledge) ? link(title, locate('mitigations', mitigation)) : inline(title);
}

/**
 * The register as a report in GitHub's Markdown: what was said about the project, the summary, the register as a table by
 * risk, and each challenge in full. What somebody typed shows as they typed it and does nothing.
 */
export function toMarkdown(register: Register, knowledge: ReviewKnowledge, locate: Locate): string {
  const entries = sortedByRisk(register, knowledge);
  const included = entries.filter((entry) => entry.included);
  const putAside = entries.filter((entry) => !entry.included);
  const selected = new Map(
    matchingChallenges(register.context, knowledge).map((each) => [each.challenge, each]),
  );
  const context = contextLines(register, knowledge).map(
    ({ question, answers }) => `- ${inline(question)} ${answers.map(inline).join('; ')}`,
  );
  const nameOf = ({ challenge }: Entry) => {
    const title = titleOf(challenge, knowledge);
    return knowledge.challenges.some(({ slug }) => slug === challenge)
      ? link(title, locate('challenges', challenge))
      : inline(title);
  };
  const sectionOf = (entry: Entry) => section(entry, selected.get(entry.challenge), knowledge, locate);
  return `${[
    `# ${inline(register.title) || 'Pre-deployment review'}`,
    `Made with the ML Deployment Field Guide as of ${register.made.asOf}; last changed ${register.changed.slice(0, 10)}.`,
    ...(context.length === 0 ? [] : ['## The project', context.join('\n')]),
    '## Summary',
    summaryLines(register, knowledge).join('\n'),
    '## Risk register',
    table(
      ['Risk', 'Challenge', 'Likelihood', 'Impact', 'Status', 'Owner', 'Mitigation'],
      included.map((entry) => [
        riskWords(entry),
        nameOf(entry),
        rating(entry.likelihood, LIKELIHOODS),
        rating(entry.impact, IMPACTS),
        REVIEW_STATUSES[entry.status],
        inline(entry.owner),
        mitigationCell(entry, knowledge, locate),
      ]),
    ),
    ...(included.length === 0 ? [] : ['## Challenges', ...included.map(sectionOf)]),
    ...(putAside.length === 0 ? [] : ['## Put aside', ...putAside.map(sectionOf)]),
  ].join('\n\n')}\n`;
}
