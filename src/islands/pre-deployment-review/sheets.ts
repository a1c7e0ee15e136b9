import type { KnownChallenge, ReviewKnowledge } from '../../review/knowledge.ts';
import { challengesBySlug } from '../../review/names.ts';
import {
  ANSWERS,
  IMPACTS,
  isEvidence,
  LIKELIHOODS,
  REVIEW_STATUSES,
  type Answer,
  type Entry,
  type EntryChange,
  type Rating,
  type Register,
} from '../../review/register.ts';
import { bandOf, BANDS, riskOf, type Band } from '../../review/risk.ts';
import { isMitigation, mitigationTitle } from '../../review/texts.ts';
import type { Selected } from '../../review/select.ts';
import { copyOf, element, linkTo, partOf, say } from './parts.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What somebody does on a sheet. */
export interface OnSheet {
  readonly change: (challenge: string, change: EntryChange) => void;
  readonly answer: (challenge: string, question: string, answer: Answer | undefined) => void;
}

const isAnswer = (value: string): value is Answer => Object.hasOwn(ANSWERS, value);
/** The groups of answers below the questions of a sheet. */
const groupsIn = (questions: HTMLElement) => [...questions.querySelectorAll<HTMLElement>('.answers')];
const isRated = (field: string) => field === 'likelihood' || field === 'impact';
const rating = (words: Readonly<Record<Rating, string>>, value: Rating) =>
  value === 0 ? '' : `${value}, ${words[value].toLowerCase()}`;

/** "High risk, 16", or that it is not rated. */
export function riskTold(entry: Entry): string {
  const risk = riskOf(entry);
  return risk === 0 ? BANDS[bandOf(risk)] : `${BANDS[bandOf(risk)]} risk, ${risk}`;
}

/** Marks for how high a risk is, for the eye; the word stands beside them. */
const MARKS: Record<Band, string> = { high: '■■■', medium: '■■□', low: '■□□', unrated: '□□□' };

/** The risk of an entry in marks and words. */
export function riskShown(entry: Entry): Node[] {
  const marks = element('span', { className: 'marks' }, MARKS[bandOf(riskOf(entry))]);
  marks.setAttribute('aria-hidden', 'true');
  return [marks, document.createTextNode(riskTold(entry))];
}

/** The sheets of the checklist: one a challenge, shown where the register has an entry for it. */
export class Sheets {
  readonly #host: HTMLElement;
  readonly #challenges: ReadonlyMap<string, KnownChallenge>;
  readonly #knowledge: ReviewKnowledge;
  /** By slug of the challenge; sheets of challenges that are gone come in as registers name them. */
  readonly #sheets: Map<string, HTMLElement>;
  readonly #dressed = new WeakSet<HTMLElement>();
  readonly #unfolded: HTMLDetailsElement[] = [];
  #asked = 0;

  constructor(host: HTMLElement, knowledge: ReviewKnowledge, signal: AbortSignal, on: OnSheet) {
    this.#host = host;
    this.#challenges = challengesBySlug(knowledge);
    this.#knowledge = knowledge;
    this.#sheets = new Map(
      [...host.querySelectorAll<HTMLElement>('.sheet')].map((sheet) => [sheet.id, sheet]),
    );
    const place = partOf(host, '.sheets');
    place.addEventListener('input', ({ target }) => this.#typed(target as Control, on), { signal });
    place.addEventListener(
      'click',
      ({ target }) => {
        const button = (target as Element).closest('button');
        const sheet = button?.closest<HTMLElement>('.sheet');
        if (!button || !sheet) return;
        const isBack = button.classList.contains('back');
        on.change(this.#challengeOf(sheet), { included: isBack });
        partOf(sheet, isBack ? 'summary' : '.put-aside textarea').focus();
      },
      { signal },
    );
  }

  /** Shows the sheets of a register and why each is there, and hides all others; what is being typed is left alone. */
  show({ entries }: Register, selected: ReadonlyMap<string, Selected>): void {
    const of = new Map(entries.map((entry) => [entry.challenge, entry]));
    for (const entry of entries) if (!this.#sheets.has(entry.challenge)) this.#addLost(entry);
    for (const [challenge, sheet] of this.#sheets) {
      const entry = of.get(challenge);
      const isNew = entry !== undefined && sheet.hidden;
      sheet.hidden = !entry;
      if (!entry) continue;
      const isUndressed = this.#dress(sheet, challenge);
      this.#tellWhy(sheet, entry, selected.get(challenge));
      if (isNew || isUndressed) this.#fill(sheet, entry);
      this.update(entry);
    }
    for (const stage of this.#host.querySelectorAll<HTMLElement>('.stage'))
      stage.hidden = !stage.querySelector('.sheet:not([hidden])');
  }

  /** Writes a register into all of its sheets that are shown already, over whatever stands in them. */
  fill({ entries }: Register): void {
    for (const entry of entries) {
      const sheet = this.#sheets.get(entry.challenge);
      // One that comes into sight is filled as it is shown.
      if (!sheet || sheet.hidden || !this.#dressed.has(sheet)) continue;
      this.#fill(sheet, entry);
      this.update(entry);
    }
  }

  /** Brings what a sheet says about its entry up to date; what is being typed is left alone. */
  update(entry: Entry): void {
    const sheet = this.#sheets.get(entry.challenge);
    if (!sheet) return;
    const { length } = sheet.querySelectorAll('.questions > li:not(.gone)');
    const answered = sheet.querySelectorAll(
      '.questions > li:not(.gone) input:checked:not([value=""])',
    ).length;
    const title = partOf(sheet, 'h4').textContent.trim();
    sheet.classList.toggle('is-aside', !entry.included);
    partOf(sheet, '.put-aside').hidden = entry.included;
    partOf(sheet, 'details').hidden = !entry.included;
    const summary = partOf(sheet, 'summary');
    say(partOf(summary, '.of'), `${title}: `);
    say(partOf(summary, '.progress'), `${answered} of ${length} answered`);
    partOf(summary, '.risk').replaceChildren(...riskShown(entry));
    say(partOf(summary, '.status'), REVIEW_STATUSES[entry.status]);
    for (const note of sheet.querySelectorAll<Control>('[data-field="note"]'))
      if (note !== document.activeElement) note.value = entry.note;
    const about = partOf<HTMLAnchorElement>(sheet, '.about');
    about.hidden = !isMitigation(entry.mitigation, this.#knowledge);
    about.href = `${this.#host.dataset['base'] ?? '/'}mitigations/${entry.mitigation}/`;
    say(about, `Read about ${mitigationTitle(entry.mitigation, this.#knowledge)}`);
    this.#tellOnPaper(sheet, entry);
  }

  /** Opens all sheets for paper, in browsers whose style sheets cannot. */
  unfold(): void {
    for (const details of this.#host.querySelectorAll<HTMLDetailsElement>('.sheet details:not([open])')) {
      details.open = true;
      this.#unfolded.push(details);
    }
  }
  /** Closes again what was opened for paper. */
  fold(): void {
    for (const details of this.#unfolded.splice(0)) details.open = false;
  }

  #challengeOf(sheet: HTMLElement): string {
    return [...this.#sheets].find(([, each]) => each === sheet)?.[0] ?? '';
  }

  /** A sheet for a challenge that an older register names, and the guide no longer has. */
  #addLost({ challenge }: Entry): void {
    const sheet = element(
      'article',
      { className: 'sheet' },
      element('div', { className: 'title' }, element('h4', {}, challenge)),
      element('ol', { className: 'questions' }),
    );
    sheet.setAttribute('aria-label', challenge);
    partOf(this.#host, '.lost').append(sheet);
    this.#sheets.set(challenge, sheet);
  }

  /** Puts the controls into a sheet, the first time that it is shown. @returns whether it had none */
  #dress(sheet: HTMLElement, challenge: string): boolean {
    if (this.#dressed.has(sheet)) return false;
    this.#dressed.add(sheet);
    const copy = copyOf(this.#host, '.for-sheet');
    const questions = partOf(sheet, '.questions');
    const mitigation = partOf<HTMLSelectElement>(copy, '[data-field="mitigation"]');
    for (const { slug, title } of this.#challenges.get(challenge)?.mitigations ?? [])
      mitigation.append(new Option(title, slug));
    const slip = partOf(copy, '.slip');
    slip.id = `slip-${(this.#asked += 1)}`;
    partOf(copy, '[data-field="evidence"]').setAttribute('aria-describedby', slip.id);
    partOf(copy, 'summary').after(questions);
    sheet.append(copy);
    for (const item of questions.children)
      this.#dressQuestion(item as HTMLElement, item.id, item.textContent.trim());
    return true;
  }
  #dressQuestion(item: HTMLElement, id: string, question: string): void {
    const copy = copyOf(this.#host, '.for-question');
    const words = partOf(copy, '.question');
    const answers = partOf(copy, '.answers');
    words.id = `question-${(this.#asked += 1)}`;
    words.textContent = question;
    answers.setAttribute('aria-labelledby', words.id);
    answers.dataset['question'] = id;
    // Not the id of the question: files can name the same one under two challenges, and the groups would be one.
    for (const radio of answers.querySelectorAll('input')) radio.name = words.id;
    item.replaceChildren(copy);
  }

  #tellWhy(sheet: HTMLElement, entry: Entry, selected: Selected | undefined): void {
    const { cases } = this.#knowledge;
    const reasons = (selected?.reasons ?? []).map(({ why, seenIn }) => {
      const item = element('li', {}, why);
      const seen = seenIn.filter((slug) => Object.hasOwn(cases, slug));
      if (seen.length > 0) {
        const links = seen.flatMap((slug, i) => [
          i > 0 ? '; ' : ' Seen in: ',
          linkTo(`${this.#host.dataset['base'] ?? '/'}case-studies/${slug}/`, cases[slug] ?? slug),
        ]);
        item.append(element('span', { className: 'seen' }, ...links));
      }
      return item;
    });
    const otherwise = !this.#challenges.has(entry.challenge)
      ? 'The guide had this challenge when the register was made. What was noted is kept.'
      : entry.byHand
        ? 'Added by hand.'
        : 'No longer called for by what you say about the system; kept, since you have filled it in.';
    partOf(sheet, '.why').replaceChildren(
      ...(reasons.length > 0 ? reasons : [element('li', { className: 'quiet' }, otherwise)]),
    );
  }

  #fill(sheet: HTMLElement, entry: Entry): void {
    const questions = partOf(sheet, '.questions');
    for (const gone of questions.querySelectorAll('.gone')) gone.remove();
    const asked = new Set(groupsIn(questions).map(({ dataset }) => dataset['question']));
    for (const id of Object.keys(entry.answers)) {
      if (asked.has(id)) continue;
      const item = element('li', { className: 'gone' });
      questions.append(item);
      this.#dressQuestion(item, id, `No longer asked: ${id}`);
    }
    for (const group of groupsIn(questions)) {
      const id = group.dataset['question'] ?? '';
      const given = Object.hasOwn(entry.answers, id) ? entry.answers[id] : '';
      for (const radio of group.querySelectorAll('input')) radio.checked = radio.value === given;
    }
    const mitigation = partOf<HTMLSelectElement>(sheet, '[data-field="mitigation"]');
    // One that the guide does not name against this challenge stays chosen all the same.
    if (entry.mitigation && ![...mitigation.options].some(({ value }) => value === entry.mitigation))
      mitigation.append(new Option(mitigationTitle(entry.mitigation, this.#knowledge), entry.mitigation));
    partOf(sheet, '.slip').hidden = true;
    for (const control of sheet.querySelectorAll<Control>('[data-field]')) {
      control.removeAttribute('aria-invalid');
      control.value = String(entry[control.dataset['field'] as keyof EntryChange]);
    }
  }

  #typed(control: Control, on: OnSheet): void {
    const sheet = control.closest<HTMLElement>('.sheet');
    if (!sheet) return;
    const challenge = this.#challengeOf(sheet);
    const field = control.dataset['field'];
    if (field === undefined) {
      const id = control.closest<HTMLElement>('.answers')?.dataset['question'] ?? '';
      on.answer(challenge, id, isAnswer(control.value) ? control.value : undefined);
    } else if (field === 'evidence') {
      const address = control.value.trim();
      const isSound = address === '' || isEvidence(address);
      control.setAttribute('aria-invalid', String(!isSound));
      partOf(sheet, '.slip').hidden = isSound;
      if (isSound) on.change(challenge, { evidence: address });
    } else on.change(challenge, { [field]: isRated(field) ? Number(control.value) : control.value });
  }

  /** What is said about an entry, for paper; what is not said yet leaves a line to write on. */
  #tellOnPaper(sheet: HTMLElement, entry: Entry): void {
    const mitigation = partOf<HTMLSelectElement>(sheet, '[data-field="mitigation"]');
    const told: [string, string][] = [
      ['Likelihood', rating(LIKELIHOODS, entry.likelihood)],
      ['Impact', rating(IMPACTS, entry.impact)],
      ['Risk', riskOf(entry) === 0 ? '' : riskTold(entry)],
      ['Status', REVIEW_STATUSES[entry.status]],
      ['Owner', entry.owner],
      ['Mitigation', entry.mitigation && (mitigation.selectedOptions[0]?.text ?? entry.mitigation)],
      ['Evidence', entry.evidence],
      [entry.included ? 'Note' : 'Put aside, because', entry.note],
    ];
    partOf(sheet, '.told').replaceChildren(
      ...told.map(([term, words]) => element('div', {}, element('dt', {}, term), element('dd', {}, words))),
    );
  }
}
