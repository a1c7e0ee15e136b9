import { catalogue } from '../catalogue.ts';
import { locateFrom } from '../components/href.ts';
import { atomOf, contentOf, feedEntries, type FeedEntry } from '../exports/feed.ts';
import type { Guide } from '../exports/twin-guide.ts';
import { twinOf } from '../exports/twin.ts';
import { datesOf, history } from '../history.ts';
import type { FeedPlace } from '../model/feeds.ts';
import { guide } from '../twins.ts';
import { renamings } from './_renamings.ts';

/** Texts that were made before, by entry: the feed of the guide and that of a collection hold the same. */
const texts = new WeakMap<FeedEntry['entry'], string>();

function textOf({ collection, entry }: FeedEntry, told: Guide): string {
  const text = texts.get(entry) ?? contentOf(twinOf(collection, entry, told));
  texts.set(entry, text);
  return text;
}

/** The answer of an endpoint with a feed. */
export async function feedResponse(place: FeedPlace, site: URL | undefined): Promise<Response> {
  const everything = await catalogue();
  const told = await guide();
  const entries = feedEntries(place.collections, everything, { history, datesOf });
  const xml = atomOf(place, entries, everything, {
    renamings: await renamings(),
    locate: locateFrom(site),
    textOf: (entry) => textOf(entry, told),
    history,
  });
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
