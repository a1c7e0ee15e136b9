import { catalogue } from '../../catalogue.ts';
import { knownContent } from '../../reading/known-content.ts';

/** What the form needs to know of the catalogue to check a case study. */
export const GET = async () => Response.json(knownContent(await catalogue()));
