import { catalogue, references } from '../../catalogue.ts';
import { referenceLists, type ReferenceLists } from '../../model/reference-lists.ts';

let read: Promise<ReferenceLists> | undefined;

/** The works of the guide in their lists; made once a build. */
export const lists = () => (import.meta.env.PROD ? (read ??= load()) : load());

async function load(): Promise<ReferenceLists> {
  const { works, texts } = await references();
  return referenceLists(works, texts, await catalogue());
}
