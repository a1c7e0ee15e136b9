import { catalogue, prose, references } from './catalogue.ts';
import { locateFrom } from './components/href.ts';
import { guideOf, type Guide } from './exports/twin-guide.ts';
import { datesOf } from './history.ts';
import type { Catalogue } from './model/catalogue.ts';
import { onceFor } from './model/once.ts';

const guideFrom = onceFor(async (everything: Catalogue): Promise<Guide> =>
  guideOf({
    catalogue: everything,
    ...(await references()),
    prose: await prose(),
    locate: locateFrom(new URL(import.meta.env.SITE)),
    datesOf,
  }),
);

/** The guide as its Markdown twins and feeds tell it; the same all through a build, so that each text is made once. */
export const guide = async (): Promise<Guide> => guideFrom(await catalogue());
