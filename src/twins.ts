import { catalogue, prose, references } from './catalogue.ts';
import { locateFrom } from './components/href.ts';
import { guideOf, type Guide } from './exports/twin-guide.ts';
import { datesOf } from './history.ts';
import type { Catalogue } from './model/catalogue.ts';

const guides = new WeakMap<Catalogue, Promise<Guide>>();

/** The guide as its Markdown twins and feeds tell it; the same all through a build, so that each text is made once. */
export async function guide(): Promise<Guide> {
  const everything = await catalogue();
  const before = guides.get(everything);
  if (before) return before;
  const made = guideFrom(everything);
  guides.set(everything, made);
  return made;
}

const guideFrom = async (everything: Catalogue): Promise<Guide> =>
  guideOf({
    catalogue: everything,
    ...(await references()),
    prose: await prose(),
    locate: locateFrom(new URL(import.meta.env.SITE)),
    datesOf,
  });
