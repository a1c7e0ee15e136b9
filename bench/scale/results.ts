import type { Cost } from '../check/costs.ts';
import type { Builds, Built } from './builds.ts';
import type { Speed } from './lighthouse.ts';
import type { Use } from './measured.ts';
import type { Arrival, Weight } from './pages.ts';
import type { PeerName } from './peers.ts';
import type { Reader, SearchCosts } from './searching.ts';

/** What can be measured. */
export const PARTS = ['builds', 'pages', 'search', 'lighthouse', 'check', 'dev'] as const;
export type Part = (typeof PARTS)[number];

/** A page that was looked at. */
export interface PageFigures {
  readonly path: string;
  readonly weight?: Weight;
  readonly arrival?: Arrival;
  readonly speed?: Speed;
}

/** What a peer makes of a catalogue. */
export interface PeerFigures {
  readonly uses: readonly Use[];
  readonly site: Built;
  /** The first generated challenge. */
  readonly challenge: PageFigures;
  readonly search?: Readonly<Record<Reader, SearchCosts>>;
}

/** What was measured of one catalogue; what was not asked for is left out. */
export interface CatalogueFigures {
  /** Generated case studies; 0 is the guide as it is. */
  readonly size: number;
  readonly builds?: Builds;
  /** One page of each kind, the heaviest, by the name of the kind. */
  readonly kinds?: Readonly<Record<string, PageFigures>>;
  /** The first generated challenge. */
  readonly challenge?: PageFigures;
  readonly search?: Readonly<Record<Reader, SearchCosts>>;
  /** Intents upon which the search is warmed. */
  readonly warmingIntents?: readonly string[];
  /** From an edit to the page that shows it, while authoring, in milliseconds. */
  readonly edits?: readonly number[];
  readonly peers?: Partial<Readonly<Record<PeerName, PeerFigures>>>;
}

/** All that a run of the bench finds out. */
export interface Results {
  /** Day of the run, as in 2026-01-31. */
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly cores: number };
  readonly versions: Readonly<Record<'node' | 'chromium' | 'lighthouse', string>>;
  readonly commit: string;
  readonly runs: number;
  readonly parts: readonly Part[];
  /** In order of size. */
  readonly catalogues: readonly CatalogueFigures[];
  /** The check of the catalogue and 10,000 generated case studies. */
  readonly check?: Cost;
  /** Kinds of page that have no budget of bytes. */
  readonly withoutBudget?: readonly string[];
}
