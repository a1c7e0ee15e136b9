import type { ReviewKnowledge } from '../../review/knowledge.ts';
import { isTouched, REVIEW_STATUSES, type Register } from '../../review/register.ts';
import { isStanding, sortedByRisk, summaryOf } from '../../review/risk.ts';
import { mitigationTitle } from '../../review/texts.ts';
import { element, linkTo, partOf, say } from './parts.ts';
import { counted } from '../../model/in-words.ts';
import { riskShown } from './sheets.ts';

/** Shows the register: how many of what, and a table with the highest risk first. */
export function showRegister(part: HTMLElement, register: Register, knowledge: ReviewKnowledge): void {
  const known = new Map(knowledge.challenges.map((challenge) => [challenge.slug, challenge]));
  const entries = sortedByRisk(register, knowledge);
  const isBegun = entries.some(isTouched);
  partOf(part, '.empty').hidden = isBegun;
  partOf(part, '.summary').hidden = !isBegun;
  partOf(part, '.scroll').hidden = !isBegun;
  say(partOf(part, '.summary'), summaryTold(register, knowledge));
  partOf(part, 'tbody').replaceChildren(
    ...entries.map((entry) => {
      const challenge = known.get(entry.challenge);
      const open = challenge?.questions.filter(({ id }) => !Object.hasOwn(entry.answers, id)).length ?? 0;
      const name = challenge ? linkTo(`#${challenge.slug}`, challenge.title) : entry.challenge;
      const title = element('th', { scope: 'row' }, name);
      const risk = element('td', { className: 'risk' }, ...riskShown(entry));
      return element(
        'tr',
        { className: isStanding(entry) ? '' : 'is-settled' },
        title,
        risk,
        element('td', {}, entry.included ? REVIEW_STATUSES[entry.status] : 'Put aside'),
        element('td', {}, entry.owner),
        element('td', {}, mitigationTitle(entry.mitigation, knowledge)),
        element('td', { className: 'n' }, `${open} of ${challenge?.questions.length ?? 0}`),
      );
    }),
  );
}

/** What the register comes to, in sentences. */
function summaryTold(register: Register, knowledge: ReviewKnowledge): string {
  const { entries, putAside, bands, statuses, questions, unowned, withoutMitigation } = summaryOf(
    register,
    knowledge,
  );
  return [
    `${counted(entries, 'challenge')}: ${bands.high} high, ${bands.medium} medium and ${bands.low} low ${bands.low === 1 ? 'risk' : 'risks'}, ${bands.unrated} not rated, ${statuses.mitigated + statuses['not-applicable']} settled.`,
    `Of ${counted(questions.asked, 'question')}, ${questions.unanswered} ${questions.unanswered === 1 ? 'is' : 'are'} open, ${questions.no} answered no and ${questions.partly} partly.`,
    `Of the risks that stand, ${unowned} ${unowned === 1 ? 'is' : 'are'} without an owner and ${withoutMitigation} without a mitigation.`,
    ...(putAside > 0 ? [`${putAside} put aside.`] : []),
  ].join(' ');
}
