/** The parts of citation-js that the guide uses; the packages ship no types for them. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    data: unknown[];
    format(format: 'bibliography', options: Record<string, unknown>): unknown;
  }
  export const plugins: { config: { get(name: string): { format: { checkLabel: boolean } } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
