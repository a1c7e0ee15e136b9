import './no-eval.ts';

// Everything heavy that the form needs once somebody begins to type: the rules, and what makes the file.
export { caseStudyText } from '../../model/case-study-text.ts';
export { controlOf, fieldsOfForm, type Control, type FormEntries } from '../../model/case-study-form.ts';
export { newFileAddress } from '../../model/new-file.ts';
export { slugOf } from '../../model/slug-of.ts';
export { sourceOf } from '../../model/source-of.ts';
export { caseStudyPath, checkCaseStudy } from '../../reading/check-case-study.ts';
export type { KnownContent } from '../../reading/known-content.ts';
export type { Slip } from '../../reading/slip.ts';
export { mendInForm, sentencesInForm } from '../../reading/slip-in-form.ts';
