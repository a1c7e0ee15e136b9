import { catalogue } from '../catalogue.ts';
import { locateFrom } from '../components/href.ts';
import { atomOf, contentOf, feedEntries } from '../exports/feed.ts';
import { twinOf } from '../exports/twin.ts';
import { datesOf, history } from '../history.ts';
import type { FeedPlace } from '../model/feeds.ts';
import { guide } from '../twins.ts';
import { renamings } from './_renamings.ts';

/** The answer of an endpoint with a feed. */
export async function feedResponse(place: FeedPlace, site: URL | undefined): Promise<Response> {
  const everything = await catalogue();
  const told = await guide();
  const entries = feedEntries(place.collections, everything, { history, datesOf });
  const xml = atomOf(place, entries, everything, {
    renamings: await renamings(),
    locate: locateFrom(site),
    textOf: ({ collection, entry }) => contentOf(twinOf(collection, entry, told)),
    history,
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
