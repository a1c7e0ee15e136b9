import { catalogue } from '../../catalogue.ts';
import { history } from '../../history.ts';
import { changelogOf, yearsOf, type ChangeList } from '../../model/changelog.ts';
import { filters, occurring } from '../../model/filters.ts';
import { renamings } from '../_renamings.ts';

let read: ReturnType<typeof load> | undefined;

/** The changelog of this copy by year, newest first, and what it knows no time of; made once a build. */
export const changelog = () => (import.meta.env.PROD ? (read ??= load()) : load());

async function load() {
  const everything = await catalogue();
  const made = changelogOf(everything, history, await renamings());
  return { years: yearsOf(made), undated: made.undated };
}

/** The filter of a page of the changelog: what happened in it, and to how many pages. */
export const happeningValues = (months: readonly { readonly lists: readonly ChangeList[] }[]) => [
  {
    filter: filters([]).happening,
    values: occurring(
      filters([]).happening,
      months.flatMap(({ lists }) => lists.flatMap(({ happening, pages }) => pages.map(() => happening))),
      (happening) => [happening],
    ),
  },
];
