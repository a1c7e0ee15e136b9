import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { href } from '../../components/href.ts';
import { inBookQuotes } from '../../model/book-quotes.ts';
import { namesOf } from '../../search/names.ts';

export const GET: APIRoute = async () => Response.json(inBookQuotes(namesOf(await catalogue(), href)));
