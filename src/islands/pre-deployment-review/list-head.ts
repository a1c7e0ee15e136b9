import type { ReviewKnowledge } from '../../review/knowledge.ts';
import type { Register } from '../../review/register.ts';
import type { Selected } from '../../review/select.ts';
import { titleOf } from '../../review/texts.ts';
import { linkTo, partOf } from './parts.ts';
import { counted } from '../../model/in-words.ts';

/** So many challenges are named to begin with. */
const FIRST = 3;

/**
 * Says how many challenges there are, which weigh most and how many were left out, and offers all others.
 * @param selected what matters in the context of the register, the heaviest first
 */
export function showListHead(
  part: HTMLElement,
  { entries }: Register,
  selected: readonly Selected[],
  knowledge: ReviewKnowledge,
): void {
  const included = new Set(entries.flatMap((entry) => (entry.included ? [entry.challenge] : [])));
  const first = selected.filter(({ challenge }) => included.has(challenge)).slice(0, FIRST);
  const inRegister = new Set(entries.map(({ challenge }) => challenge));
  const left = selected.filter(({ challenge }) => !inRegister.has(challenge)).length;
  partOf(part, '.begin').replaceChildren(
    `${counted(included.size, 'challenge')}, in the order of the workflow.`,
    ...first.flatMap(({ challenge }, i) => [
      i === 0 ? ' What weighs most here: ' : ', ',
      linkTo(`#${challenge}`, titleOf(challenge, knowledge)),
    ]),
    ...(first.length > 0 ? ['.'] : []),
    ...(left > 0 ? [` ${left} more may matter, and can be added below.`] : []),
  );
  for (const group of part.querySelectorAll<HTMLOptGroupElement>('#another optgroup'))
    group.replaceChildren(
      ...knowledge.challenges
        .filter(({ slug, stage }) => stage === group.dataset['stage'] && !inRegister.has(slug))
        .map(({ slug, title }) => new Option(title, slug)),
    );
}
