/** Anchors of the sections that every case study has; links from elsewhere may lead to them. */
const SECTIONS: ReadonlySet<string> = new Set(['problem', 'what-was-done', 'outcome', 'lessons']);

/**
 * The anchor of a heading in the text of a case study: that of a section as it is, any other with `text-` before it, so
 * that none is taken for a part of the page.
 * @param slug as GitHub makes it of the words of the heading
 */
export const caseStudyAnchor = (slug: string): string => (SECTIONS.has(slug) ? slug : `text-${slug}`);
