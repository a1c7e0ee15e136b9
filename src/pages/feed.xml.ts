import type { APIRoute } from 'astro';
import { SITE_FEED } from '../model/feeds.ts';
import { feedResponse } from './_feed.ts';

export const GET: APIRoute = ({ site }) => feedResponse(SITE_FEED, site);
