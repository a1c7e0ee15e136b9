import type { APIRoute, InferGetStaticParamsType } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { cardsOf } from '../../social/cards.ts';
import { KEPT_IMAGES } from '../../social/kept.ts';
import { socialImagesIn } from '../../social-images.ts';

const images = socialImagesIn(KEPT_IMAGES);

/** `/social/challenges/concept-drift.png` as `challenges/concept-drift`. */
const pathOf = (address: string) => address.slice('/social/'.length, -'.png'.length);

export const getStaticPaths = async () => {
  const cards = [...cardsOf(await catalogue()).values()];
  // A build asks for all of them; whoever writes asks for the one of the page before them.
  if (import.meta.env.PROD) images.drawAhead(cards);
  return cards.map(({ address }) => ({ params: { path: pathOf(address) } }));
};

export const GET: APIRoute<object, InferGetStaticParamsType<typeof getStaticPaths>> = async ({ params }) => {
  const card = cardsOf(await catalogue()).get(`/social/${params.path}.png`);
  if (!card) return new Response(null, { status: 404 });
  return new Response(Buffer.from(await images.of(card)), { headers: { 'Content-Type': 'image/png' } });
};
