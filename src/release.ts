import { readFileSync } from 'node:fs';
import { history } from './history.ts';

/** Which guide this is. */
export interface Release {
  /** Of `package.json`, by semantic versioning. */
  readonly version: string;
  /** The full hash of the commit it was built from, and when that was made; unknown without Git. */
  readonly commit?: string;
  readonly date?: string;
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** The guide that this copy builds. */
export const release: Release = {
  version,
  ...(history.commit !== undefined && { commit: history.commit }),
  ...(history.date !== undefined && { date: history.date }),
};
