import { stepsInOrder } from '../model/workflow.ts';
import type { Content, Where } from './rule.ts';
import { slugsOf } from './unread.ts';

/** What a link points at, in the words of the messages. */
export type Target = 'challenge' | 'mitigation' | 'tool or approach' | 'tool' | 'step' | 'stage';

/** A link from one record to another, as it was written. */
export interface Link extends Where {
  readonly target: Target;
  readonly slug: string;
}

/** Every link between records, with the place where it is written. */
export function linksOf(content: Content): Link[] {
  const links: Link[] = [];
  const add = (where: Where, target: Target, slug: string) => links.push({ ...where, target, slug });
  for (const { id, data } of content.challenges) {
    const at = (...path: (string | number)[]): Where => ({ collection: 'challenges', id, path });
    add(at('step'), 'step', data.step);
    for (const [i, { challenge }] of data.related.entries())
      add(at('related', i, 'challenge'), 'challenge', challenge);
  }
  for (const { id, data } of content.mitigations)
    for (const [i, { challenge }] of data.mitigates.entries())
      add({ collection: 'mitigations', id, path: ['mitigates', i, 'challenge'] }, 'challenge', challenge);
  for (const collection of ['tools', 'approaches'] as const)
    for (const { id, data } of content[collection]) {
      const at = (...path: (string | number)[]): Where => ({ collection, id, path });
      for (const [i, { challenge }] of data.addresses.entries())
        add(at('addresses', i, 'challenge'), 'challenge', challenge);
      for (const [i, slug] of data.supports.entries()) add(at('supports', i), 'mitigation', slug);
      for (const [i, slug] of data.alternatives.entries())
        add(at('alternatives', i), 'tool or approach', slug);
    }
  for (const { id, data } of content.caseStudies) {
    const at = (...path: (string | number)[]): Where => ({ collection: 'caseStudies', id, path });
    for (const [i, slug] of data.challenges.entries()) add(at('challenges', i), 'challenge', slug);
    for (const [i, applied] of data.mitigations.entries())
      add(at('mitigations', i, 'id'), 'mitigation', applied.id);
    for (const [i, slug] of data.tools.entries()) add(at('tools', i), 'tool or approach', slug);
  }
  for (const { id, data } of content.toolGroups) {
    for (const [i, slug] of data.tools.entries())
      add({ collection: 'toolGroups', id, path: [id, 'tools', i] }, 'tool', slug);
    for (const [i, slug] of data.challenges.entries())
      add({ collection: 'toolGroups', id, path: [id, 'challenges', i] }, 'challenge', slug);
  }
  for (const [i, { symptoms }] of content.symptomGroups.entries())
    for (const [j, { challenges }] of symptoms.entries())
      for (const [k, { challenge }] of challenges.entries())
        add(
          {
            collection: 'symptoms',
            id: 'symptoms',
            path: [i, 'symptoms', j, 'challenges', k, 'challenge'],
          },
          'challenge',
          challenge,
        );
  for (const [i, stage] of content.workflow.stages.entries())
    for (const [j, { stage: slug }] of stage.related.entries())
      add(
        { collection: 'workflow', id: 'workflow', path: ['stages', i, 'related', j, 'stage'] },
        'stage',
        slug,
      );
  for (const [i, move] of content.workflow.moved.entries()) {
    add(
      { collection: 'workflow', id: 'workflow', path: ['moved', i, 'challenge'] },
      'challenge',
      move.challenge,
    );
    add({ collection: 'workflow', id: 'workflow', path: ['moved', i, 'step'] }, 'step', move.step);
  }
  return links;
}

/** The slugs that exist, by kind of target. */
export function slugsByTarget(content: Content): Record<Target, ReadonlySet<string>> {
  return {
    challenge: new Set(slugsOf(content, 'challenges')),
    mitigation: new Set(slugsOf(content, 'mitigations')),
    tool: new Set(slugsOf(content, 'tools')),
    'tool or approach': new Set([...slugsOf(content, 'tools'), ...slugsOf(content, 'approaches')]),
    step: new Set(stepsInOrder(content).map(({ step }) => step.slug)),
    stage: new Set(content.workflow.stages.map(({ slug }) => slug)),
  };
}
