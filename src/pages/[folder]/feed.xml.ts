import type { APIRoute, GetStaticPaths } from 'astro';
import { COLLECTION_NAMES, COLLECTIONS } from '../../model/collections.ts';
import { feedOf, type FeedPlace } from '../../model/feeds.ts';
import { feedResponse } from '../_feed.ts';

export const getStaticPaths = (() =>
  COLLECTION_NAMES.map((name) => ({
    params: { folder: COLLECTIONS[name].folder },
    props: { place: feedOf(name) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ place: FeedPlace }> = ({ props, site }) => feedResponse(props.place, site);
