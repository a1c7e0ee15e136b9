import type { APIRoute } from 'astro';
import { catalogue } from '../../../catalogue.ts';
import { href } from '../../../components/href.ts';
import { comparedEntries } from '../../../exports/side-by-side-json.ts';
import { inBookQuotes } from '../../../model/book-quotes.ts';
import { COMPARABLE, type ComparedEntry } from '../../../model/side-by-side.ts';

export const getStaticPaths = async () => {
  const everything = await catalogue();
  return COMPARABLE.flatMap((kind) =>
    comparedEntries(kind, everything, href).map(({ slug, entry }) => ({
      params: { kind, slug },
      props: { entry },
    })),
  );
};

/** What one entry says in the rows of the table; small, since only the chosen ones are fetched. */
export const GET: APIRoute<{ entry: ComparedEntry }> = ({ props: { entry } }) =>
  Response.json(inBookQuotes(entry));
