import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { hexOf } from '../metadata/icons.ts';
import { webManifest } from '../metadata/manifest.ts';
import { PAPER, rgbOf } from '../social/colours.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(webManifest(href, hexOf(rgbOf(PAPER)))), {
    headers: { 'content-type': 'application/manifest+json' },
  });
