import type { ReviewKnowledge } from '../../review/knowledge.ts';
import type { Register } from '../../review/register.ts';
import { isNews, newSince } from '../../review/whats-new.ts';
import { buttonFor, element, linkTo } from './parts.ts';
import { counted } from '../../model/in-words.ts';

/** What a reader does about what is new. */
export interface OnNews {
  readonly add: (challenge: string) => void;
  readonly seen: () => void;
}

/** Shows what the guide has got, and lost, since the reader of a register last looked; hides the place when that is nothing. */
export function showNews(
  place: HTMLElement,
  register: Register,
  knowledge: ReviewKnowledge,
  on: OnNews,
): void {
  const news = newSince(register, knowledge);
  place.hidden = !isNews(news);
  if (place.hidden) {
    place.replaceChildren();
    return;
  }
  const inRegister = new Set(register.entries.map(({ challenge }) => challenge));
  const challenges = news.challenges.map(({ challenge: { slug, title }, isSelected }) => {
    const item = element('li', {}, `New challenge: ${title}`, isSelected ? ', which matters here' : '');
    if (!inRegister.has(slug)) {
      const add = buttonFor('Add', () => on.add(slug));
      add.append(element('span', { className: 'visually-hidden' }, ` ${title}`));
      item.append(' ', add);
    }
    return item;
  });
  const questions = news.questions
    .filter(({ challenge }) => inRegister.has(challenge.slug))
    .map(({ challenge, question }) =>
      element('li', {}, 'New question on ', linkTo(`#${challenge.slug}`, challenge.title), `: ${question}`),
    );
  const elsewhere = news.questions.length - questions.length;
  const lines = [
    ...challenges,
    ...questions,
    ...(elsewhere > 0
      ? [
          element(
            'li',
            {},
            `${counted(elsewhere, 'new question')} on challenges that are not in this register`,
          ),
        ]
      : []),
    ...news.goneChallenges.map((slug) => element('li', {}, `No longer in the guide: ${slug}`)),
    ...news.goneQuestions.map((id) => element('li', {}, `No longer asked: ${id}`)),
  ];
  place.replaceChildren(
    element('p', {}, `Since this register was made (guide as of ${register.made.asOf}):`),
    element('ul', {}, ...lines),
    buttonFor('Seen', on.seen),
  );
}
