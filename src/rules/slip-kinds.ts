/** A kind of slip: what is wrong, why it matters in half a sentence, and how to mend it. */
export interface SlipKind {
  readonly wrong: string;
  /** Stands in messages after what is wrong: lower case, no full stop. */
  readonly why: string;
  /** Markdown. */
  readonly mend: string;
  /** What the slip looks like, and how it looks mended, as in a file; left out where words say it better. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * Every kind of slip that the check tells, by the id that stands in brackets behind its messages.
 * CONTRIBUTING.md shows each under a heading of its own, and messages lead there.
 */
export const SLIP_KINDS = {
  unreadable: {
    wrong: 'The file cannot be read, or is not UTF-8.',
    why: 'other encodings show as garbage to most readers',
    mend: 'Save the file as UTF-8; editors offer it under "Save with encoding".',
  },
  'file-size': {
    wrong: 'The file is larger than 64 kB.',
    why: 'a case study is read in minutes; a file of that size is something else',
    mend: 'Tell the case in a page, and link the rest.',
  },
  characters: {
    wrong: 'The text holds signs that nobody sees, or that turn the reading order.',
    why: 'they hide words from readers and reviewers',
    mend: 'Delete the sign; the message gives its place and code. Copying through a plain-text editor removes most of them.',
  },
  'file-name': {
    wrong: 'The file name is no slug, or its ending is wrong.',
    why: 'the name becomes the address and never changes again',
    mend: 'Lower-case words of letters and digits joined by hyphens, 60 characters at most; `.md` for case studies, `.mdx` for other entries.',
    from: 'Shadow_Traffic.markdown',
    to: 'shadow-traffic.md',
  },
  'file-place': {
    wrong: 'The file lies where nobody reads it.',
    why: 'it would be missing from the guide without a word',
    mend: 'Case studies lie directly in `content/case-studies/`, challenges in the folder of their stage, other entries directly in theirs.',
  },
  'front-matter': {
    wrong: 'The fields at the top are missing, or their end is.',
    why: 'without them nothing is known about the entry',
    mend: 'Begin the file with a line of `---`, then the fields, then a line of `---`.',
    from: 'title: Shadow traffic catches a regression\nyear: 2024',
    to: '---\ntitle: Shadow traffic catches a regression\nyear: 2024\n---',
  },
  yaml: {
    wrong: 'The fields are not written as YAML that can be read.',
    why: 'what follows the fault would be read as something else',
    mend: 'Use blanks, not tabs, to indent. Put text in quotes that holds `: ` or ` #`, or begins with a sign such as `@`, `*`, `&`, `!`, `%`, `[` or `{`. Anchors, aliases and tags are not taken: write the value out.',
    from: 'title: Ranking: a story',
    to: "title: 'Ranking: a story'",
  },
  'duplicate-key': {
    wrong: 'A field stands twice.',
    why: 'only one of the two would count',
    mend: 'Keep the right one.',
    from: 'year: 2023\nyear: 2024',
    to: 'year: 2024',
  },
  'unknown-key': {
    wrong: 'A field is misspelt, or there is none of that name.',
    why: 'a field that nobody reads is lost',
    mend: 'Take the field that the message names, or remove the line.',
    from: 'organization: Example Corp',
    to: 'organisation: Example Corp',
  },
  'missing-key': {
    wrong: 'A field that every entry needs is not there.',
    why: 'pages, lists and filters rely on it',
    mend: 'Add the field; the message says what it takes.',
  },
  'empty-value': {
    wrong: 'A field has no value.',
    why: 'an empty field says nothing and looks like an answer',
    mend: 'Fill it in, or remove the line where the field is optional.',
    from: 'organisation:',
    to: 'organisation: Example Corp',
  },
  'wrong-type': {
    wrong: 'A value is of another sort than the field takes.',
    why: 'it could not be shown or compared with others',
    mend: 'A list stands in `[a, b]` or on lines that begin with `- `; numbers stand without quotes, identifiers with.',
    from: 'challenges: concept-drift',
    to: 'challenges: [concept-drift]',
  },
  'unknown-value': {
    wrong: 'A field that chooses from a list of words holds another word.',
    why: 'readers filter by these words',
    mend: 'Take one of the words that the message lists.',
    from: 'evidence: full text',
    to: 'evidence: full-text',
  },
  'invalid-value': {
    wrong: 'A value is out of bounds, or not in the form that the field takes.',
    why: 'it could not be shown, sorted or followed',
    mend: 'The message says which form is needed, and the nearest value that fits.',
    from: 'doi: https://doi.org/10.1145/3533378',
    to: 'doi: 10.1145/3533378',
  },
  once: {
    wrong: 'A slug, title, mark, key or word is used twice.',
    why: 'readers and links could not tell the two apart',
    mend: 'Rename the newer one, or add to the older.',
  },
  'known-slug': {
    wrong: 'A link leads to an entry that does not exist.',
    why: 'the case would be missing from the page it belongs to',
    mend: 'Take the last part of the entry’s address: `concept-drift` for `/challenges/concept-drift/`. Is there none that fits? Leave it out, and say so in the pull request.',
    from: 'challenges: [concept-drfit]',
    to: 'challenges: [concept-drift]',
  },
  'no-self-relation': {
    wrong: 'An entry names itself.',
    why: 'the link leads nowhere new',
    mend: 'Remove the line.',
  },
  'source-once': {
    wrong: 'A case study that is there already tells the same source.',
    why: 'one report counted twice looks like two',
    mend: 'Add what is new to the case that the message names.',
  },
  'dated-status': {
    wrong: 'A legal status stands without its date, or the date without a status.',
    why: 'a legal state changes, and the date says which one you saw',
    mend: 'Write both.',
    from: 'status: settlement',
    to: 'status: settlement\nstatusAsOf: 2026-03-02',
  },
  'outcome-of-applied': {
    wrong: 'A mitigation that nobody applied has an outcome.',
    why: 'what was only proposed has helped nobody yet',
    mend: 'Write `outcome: not-reported`, or the basis that is right.',
    from: '- id: shadow-deployment\n  outcome: helped\n  basis: proposed',
    to: '- id: shadow-deployment\n  outcome: not-reported\n  basis: proposed',
  },
  'measured-is-applied': {
    wrong: 'A mitigation is called measured, and no case applied it.',
    why: 'nothing was measured then',
    mend: 'Remove the line `measured: true`.',
  },
  sections: {
    wrong: 'A section is missing, empty, misspelt, out of order, or stands twice.',
    why: 'readers compare entries section by section',
    mend: 'A case study has `## Problem`, `## What was done`, `## Outcome`, and `## Lessons` if you like, in this order. One honest sentence in each is enough.',
    from: '## The problem',
    to: '## Problem',
  },
  'top-heading': {
    wrong: 'The text holds a heading of the first level.',
    why: 'the title is that heading, and a page has one',
    mend: 'Write `##` or `###`, or plain text.',
    from: '# What we learnt',
    to: '### What we learnt',
  },
  'no-raw-html': {
    wrong: 'The text holds HTML, or a comment.',
    why: 'it would be dropped from the page without a word',
    mend: 'Write it in Markdown; `\\<` gives the sign itself.',
    from: 'It was <b>slow</b> when x <y>.',
    to: 'It was **slow** when x \\<y>.',
  },
  'no-image': {
    wrong: 'The text holds an image.',
    why: 'it would be fetched from elsewhere, and says nothing to those who cannot see it',
    mend: 'Say what it shows, or link to it.',
    from: '![Recall by week](https://example.org/recall.png)',
    to: 'Recall fell every week ([chart](https://example.org/recall.png)).',
  },
  'known-link': {
    wrong: 'A link leads to no page, or to something that is no page.',
    why: 'readers would meet an error, or worse, a script',
    mend: '`https://…` for the open web, `/challenges/concept-drift/` for a page of the guide, `#problem` for a heading of the text.',
    from: '[drift](/challenges/concept-drfit/)',
    to: '[drift](/challenges/concept-drift/)',
  },
  'link-reference': {
    wrong: 'A link by reference has no definition, or a definition no link.',
    why: 'readers would see brackets instead of a link',
    mend: 'Add a line `[words]: https://…`, or write the link in place: `[words](https://…)`.',
    from: 'See [the report][report].',
    to: 'See [the report](https://example.org/report).',
  },
  footnote: {
    wrong: 'A footnote has no text, or a text no footnote.',
    why: 'readers would see brackets, or miss what you wrote',
    mend: 'Each `[^mark]` needs one line `[^mark]: …`, and the other way round.',
    from: 'It fell.[^1]',
    to: 'It fell.[^1]\n\n[^1]: By the team’s own count.',
  },
  'link-text': {
    wrong: 'A link is called "here" or the like.',
    why: 'screen readers list links without what stands around them',
    mend: 'Say where it goes.',
    from: '[here](https://example.org/notes)',
    to: '[the release notes](https://example.org/notes)',
  },
  marks: {
    wrong:
      'The text holds more marks of emphasis, quotation or links than anybody can read, or nests them too deeply.',
    why: 'such a text keeps the reader of the build busy for minutes',
    mend: 'Write plain sentences.',
  },
  'known-citation': {
    wrong: 'A citation names no work that the guide knows.',
    why: 'a claim without a source is a rumour',
    mend: 'Add the work to `content/references.bib`, or cite a case study by its slug; one key a citation, or `[@one; @two]`, without pages.',
    from: '[@paleys2022]',
    to: '[@paleyes2022]',
  },
  'sound-reference': {
    wrong: 'A reference has no title, or an address or DOI that does not work.',
    why: 'pages print both as links',
    mend: '`doi = {10.1145/3533378}`, `url = {https://…}`.',
  },
  'used-reference': {
    wrong: 'Nobody cites a work of the bibliography.',
    why: 'what nobody cites supports no claim',
    mend: 'Cite it as `[@key]`, or remove it.',
  },
  bibtex: {
    wrong: '`references.bib` cannot be read.',
    why: 'no reference could be shown',
    mend: 'The message says where.',
  },
  mdx: {
    wrong: 'A text outside `case-studies/` holds code, HTML, an image, or a tag that its page cannot show.',
    why: 'it would run while the site is built, or fail the build',
    mend: 'Write it in Markdown; `\\<` and `\\{` for the signs. The message names the components that may stand there.',
  },
  'told-entries': {
    wrong: 'A challenge tells of too few entries, of one twice, or of one that belongs elsewhere.',
    why: 'the text and the lists below it would contradict each other',
    mend: '`<Case of="slug">` for a case study that names this challenge; `<Mitigation>` and `<Tool>` likewise.',
  },
  'question-id': {
    wrong: 'The id of a question is used twice, or does not begin with its challenge.',
    why: 'reviews keep their answers by it',
    mend: '`concept-drift-reference-window` in `concept-drift.mdx`; an id never changes.',
  },
  length: {
    wrong: 'A text is too short to decide by, or too long to be read.',
    why: 'readers come to decide',
    mend: 'The message gives the bounds; headings, code and citations do not count.',
  },
  'enough-sources': {
    wrong: 'A text rests on too few sources.',
    why: 'one voice is an opinion',
    mend: 'Cite more works or cases, or link pages of the open web.',
  },
  'cited-figure': {
    wrong: 'A sentence gives a figure without its source.',
    why: 'a figure without a source is a rumour',
    mend: '`[@key]` or a link in the same sentence, before the full stop.',
  },
  'step-with-challenge': {
    wrong: 'A step has no challenge.',
    why: 'its part of the map would be empty',
    mend: 'Add a challenge, or remove the step.',
  },
  'symptom-for-each-challenge': {
    wrong: 'No symptom leads to a challenge.',
    why: 'who only knows what they see could not reach it',
    mend: 'Write in `symptoms.yaml` what people say when they meet it.',
  },
  'review-choice': {
    wrong: 'A rule of the review asks for an answer that its questions do not offer.',
    why: 'the rule would never hold',
    mend: 'Take the id of a question and of one of its answers in `review.yaml`; fields of work are the industries of case studies.',
  },
  'review-case': {
    wrong:
      'A reason in `review.yaml` cites a case study that does not name the challenge, or cites none though there are some.',
    why: 'readers are told that the case shows it',
    mend: 'Cite a case that lists the challenge; the message names them.',
  },
  'review-for-each-challenge': {
    wrong: 'No rule of the review leads to a challenge.',
    why: 'no review would ever bring it up',
    mend: 'Add it in `review.yaml` to a rule whose context makes it matter.',
  },
  redirect: {
    wrong:
      'An old slug, key or anchor leads to nowhere, round in a circle, to another old one, or is in use again.',
    why: 'old links would break',
    mend: 'Lead straight to what answers today; [Renaming or merging an entry](#renaming-or-merging-an-entry) shows how.',
  },
  'lost-slug': {
    wrong: 'An entry that was once in the guide is gone, and its slug leads nowhere. Git tells.',
    why: 'links from elsewhere would break',
    mend: 'Say in `redirects.yaml` which entry answers for it; [Renaming or merging an entry](#renaming-or-merging-an-entry) shows how.',
  },
} as const satisfies Record<string, SlipKind>;
export type SlipKindName = keyof typeof SLIP_KINDS;

/** The kind of a slip by its id; nothing for ids that are none, such as that of the spelling check, which only warns. */
export const slipKind = (id: string): SlipKind | undefined =>
  Object.hasOwn(SLIP_KINDS, id) ? SLIP_KINDS[id as SlipKindName] : undefined;
