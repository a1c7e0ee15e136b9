import type { ReviewKnowledge } from './knowledge.ts';
import {
  asSlug,
  challengesBySlug,
  fewNotices,
  quoted,
  sentenceEnd,
  soundContext,
  todaysQuestion,
  todaysSlug,
} from './names.ts';
import {
  ANSWERS,
  isTouched,
  newRegister,
  RATINGS,
  REVIEW_STATUSES,
  withAnswer,
  withContext,
  withEntry,
  type Answer,
  type Entry,
  type Rating,
  type Register,
  type ReviewStatus,
} from './register.ts';

/*
 * A link holds slugs and flags, no prose:
 *
 *   review.v=1&review.as-of=2026-11-23&stage=model-deployment&data=personal,text&risk.concept-drift=l3,i4,y.age-test
 *
 * Slugs hold no dots, so that names with a dot can be no question of the review. It stands behind the #, which browsers
 * send to no server.
 */
const VERSION = 'review.v';
const AS_OF = 'review.as-of';
const RISK = 'risk.';

/** A full register of today's catalogue takes about half of it. */
const MOST_CHARACTERS = 20_000;

const LETTERS: Record<Answer, string> = { yes: 'y', partly: 'p', no: 'n', 'not-applicable': 'x' };
const ANSWERS_BY_LETTER = new Map(
  (Object.keys(ANSWERS) as Answer[]).map((answer) => [LETTERS[answer], answer]),
);

const isStatus = (text: string): text is ReviewStatus => Object.hasOwn(REVIEW_STATUSES, text);

/** An entry without its prose. */
function flagsOf(entry: Entry): string {
  const answered = (Object.keys(LETTERS) as Answer[]).flatMap((answer) => {
    const ids = Object.entries(entry.answers)
      .filter(([, each]) => each === answer)
      .map(([id]) => (id.startsWith(`${entry.challenge}-`) ? id.slice(entry.challenge.length + 1) : id));
    return ids.length === 0 ? [] : [[LETTERS[answer], ...ids.toSorted()].join('.')];
  });
  return [
    ...(entry.included ? [] : ['aside']),
    ...(entry.byHand ? ['by-hand'] : []),
    ...(entry.status === 'open' ? [] : [entry.status]),
    ...(entry.likelihood === 0 ? [] : [`l${entry.likelihood}`]),
    ...(entry.impact === 0 ? [] : [`i${entry.impact}`]),
    ...(entry.mitigation === '' ? [] : [`m.${entry.mitigation}`]),
    ...answered,
  ].join(',');
}

/**
 * The register as the part of an address behind `#`: context, ratings, statuses, mitigations and answers. Title, owners,
 * notes and evidence are left out. Entries about which nothing was said are, too: the context brings them back.
 */
export function toFragment(register: Register): string {
  const parts = [
    [VERSION, String(register.version)],
    [AS_OF, register.made.asOf],
    ...Object.entries(register.context).map(([id, options]) => [id, options.join(',')]),
    ...register.entries.filter(isTouched).map((entry) => [`${RISK}${entry.challenge}`, flagsOf(entry)]),
  ];
  return parts
    .map((part) => part.map((text) => encodeURIComponent(text).replaceAll('%2C', ',')).join('='))
    .join('&');
}

/** Whether the part of an address behind `#` is a review, and not the anchor of a heading. */
export const isReviewFragment = (text: string): boolean => /^#?review\./.test(text);

/** The pairs of a fragment, as far as they can be read. */
function pairsIn(text: string, notices: string[]): [string, string][] {
  return text.split('&').flatMap((part): [string, string][] => {
    if (part === '') return [];
    const [name = '', ...rest] = part.split('=');
    try {
      return [[decodeURIComponent(name), decodeURIComponent(rest.join('='))]];
    } catch {
      notices.push(`A part of the link cannot be read: ${quoted(part)}. It is left out.`);
      return [];
    }
  });
}

/** Puts into a register what a link says about one challenge. */
function withFlags(
  register: Register,
  given: string,
  flags: string,
  knowledge: ReviewKnowledge,
  now: Date,
  notices: string[],
): Register {
  const known = challengesBySlug(knowledge);
  const slug = todaysSlug(given, knowledge.renamed.challenges);
  const challenge = known.get(slug);
  if (!challenge) {
    notices.push(
      `There is no challenge ${quoted(given)}${sentenceEnd(given, known.keys())} What the link says about it is left out.`,
    );
    return register;
  }
  if (slug !== given) notices.push(`The challenge "${given}" is "${slug}" today.`);
  const isThere = register.entries.some((entry) => entry.challenge === slug);
  let next = withEntry(register, slug, isThere ? {} : { byHand: false }, now);
  const questions = challenge.questions.map(({ id }) => id);
  for (const flag of flags.split(',')) {
    const [kind = '', ...names] = flag.split('.');
    const rating = RATINGS.find((each): each is Rating => each > 0 && String(each) === flag.slice(1));
    const answer = ANSWERS_BY_LETTER.get(kind);
    if (flag === '') continue;
    else if (flag === 'aside') next = withEntry(next, slug, { included: false }, now);
    else if (flag === 'by-hand') next = withEntry(next, slug, { byHand: true }, now);
    else if (isStatus(flag)) next = withEntry(next, slug, { status: flag }, now);
    else if (rating !== undefined && flag.startsWith('l'))
      next = withEntry(next, slug, { likelihood: rating }, now);
    else if (rating !== undefined && flag.startsWith('i'))
      next = withEntry(next, slug, { impact: rating }, now);
    else if (kind === 'm' && names.length === 1) {
      const mitigation = todaysSlug(names[0] ?? '', knowledge.renamed.mitigations);
      const own = challenge.mitigations.map((each) => each.slug);
      const isKnown = knowledge.challenges.some(({ mitigations }) =>
        mitigations.some((each) => each.slug === mitigation),
      );
      if (isKnown) next = withEntry(next, slug, { mitigation }, now);
      else
        notices.push(
          `There is no mitigation ${quoted(mitigation)}${sentenceEnd(mitigation, own)} It is left out.`,
        );
    } else if (answer !== undefined && names.length > 0)
      for (const name of names) {
        const id = [`${slug}-${name}`, todaysQuestion(name, given, slug)].find((each) =>
          questions.includes(each),
        );
        if (id !== undefined) next = withAnswer(next, slug, id, answer, now);
        else
          notices.push(
            `"${challenge.title}" has no question ${quoted(name)}${sentenceEnd(
              name,
              questions.map((each) => each.slice(slug.length + 1)),
            )} The answer is left out.`,
          );
      }
    else notices.push(`The link says ${quoted(flag)} about "${challenge.title}", which means nothing here.`);
  }
  return next;
}

/**
 * The register that a link holds, and what of it could not be read, in words; whatever the text is, it never throws.
 * @param text what stands behind `#`, with or without that sign
 */
export function fromFragment(
  text: string,
  knowledge: ReviewKnowledge,
  now: Date,
): { register: Register; notices: string[] } {
  const fresh = newRegister(knowledge, now);
  const fragment = text.replace(/^#/, '');
  if (fragment.length > MOST_CHARACTERS)
    return {
      register: fresh,
      notices: ['The link is longer than any that this page makes. Nothing was read from it.'],
    };
  const notices: string[] = [];
  const given: Record<string, string[]> = {};
  const risks: [string, string][] = [];
  let asOf = knowledge.catalogue.asOf;
  for (const [name, value] of pairsIn(fragment, notices)) {
    if (name === VERSION) {
      if (value !== String(fresh.version))
        notices.push(
          'The link was made by another version of this guide. What can be read of it is shown; check it.',
        );
    } else if (name === AS_OF) {
      if (/^\d{4}-\d\d-\d\d$/.test(value)) asOf = value;
    } else if (name.startsWith(RISK)) risks.push([name.slice(RISK.length), value]);
    else if (asSlug(name) !== undefined) {
      const before = Object.hasOwn(given, name) ? (given[name] ?? []) : [];
      given[name] = [...before, ...value.split(',').filter((option) => option !== '')];
    } else notices.push(`The link names ${quoted(name)}, which means nothing here.`);
  }
  if (asOf !== knowledge.catalogue.asOf)
    notices.push(
      `The link was made with the guide as of ${asOf}; this is the guide as of ${knowledge.catalogue.asOf}. Other challenges may matter now.`,
    );
  const { context, notices: about } = soundContext(given, knowledge);
  notices.push(...about);
  let register = { ...withContext(fresh, context, knowledge, now), made: { asOf } };
  for (const [slug, flags] of risks) register = withFlags(register, slug, flags, knowledge, now, notices);
  return { register, notices: fewNotices(notices) };
}
