import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { hexOf, ICONS, iconSvg } from '../../metadata/icons.ts';
import { COLOURS, PAPER, rgbOf } from '../../social/colours.ts';

export const getStaticPaths = (() =>
  ICONS.map((icon) => ({ params: { name: icon.name }, props: { icon } }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const mark = await readFile('public/favicon.svg', 'utf8');
  const drawing = iconSvg(mark, props.icon, { ink: hexOf(rgbOf(COLOURS.ink)), paper: hexOf(rgbOf(PAPER)) });
  const png = await sharp(Buffer.from(drawing)).png({ palette: true, colours: 16 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
