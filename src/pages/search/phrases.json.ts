import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { inBookQuotes } from '../../model/book-quotes.ts';
import { phrasesOf } from '../../search/names.ts';

export const GET: APIRoute = async () => Response.json(inBookQuotes(phrasesOf(await catalogue())));
