import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { href } from '../../components/href.ts';
import { namesOf } from '../../search/names.ts';

export const GET: APIRoute = async () => Response.json(namesOf(await catalogue(), href));
