/** The parts of citation-js that the guide uses; the packages ship no types for them. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    data: unknown[];
    format(format: 'bibliography', options: Record<string, unknown>): unknown;
  }
  /** Texts by name. */
  interface Register {
    get(name: string): string;
    add(name: string, text: string): void;
  }
  export const plugins: {
    config: {
      get(name: '@bibtex'): { format: { checkLabel: boolean } };
      get(name: '@csl'): { styles: Register };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
