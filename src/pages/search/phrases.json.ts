import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { phrasesOf } from '../../search/names.ts';

export const GET: APIRoute = async () => Response.json(phrasesOf(await catalogue()));
