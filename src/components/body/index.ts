import SurveyReports from '../SurveyReports.astro';
import Case from './Case.astro';
import Mitigation from './Mitigation.astro';
import MoreCases from './MoreCases.astro';
import MoreMitigations from './MoreMitigations.astro';
import MoreTools from './MoreTools.astro';
import Questions from './Questions.astro';
import Related from './Related.astro';
import Symptoms from './Symptoms.astro';
import Tool from './Tool.astro';

/** What the text of a challenge may use; the allow-list in `model/mdx.ts` names the same. */
export const CHALLENGE_COMPONENTS = {
  Case,
  Mitigation,
  MoreCases,
  MoreMitigations,
  MoreTools,
  Questions,
  Related,
  SurveyReports,
  Symptoms,
  Tool,
};
