import { catalogue } from '../catalogue.ts';
import { history, redirectsWritten } from '../history.ts';
import { renamingsOf, type Renaming } from '../model/renamings.ts';

let read: Promise<Renaming[]> | undefined;

/** What became of every slug that was given up, read once a build. */
export const renamings = () => (import.meta.env.PROD ? (read ??= load()) : load());

const load = async () => renamingsOf(await catalogue(), history, redirectsWritten('.'));
