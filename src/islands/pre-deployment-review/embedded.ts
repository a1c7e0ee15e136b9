import { knowledgeFrom, type EmbeddedKnowledge } from '../../review/embedded.ts';
import type { ReviewKnowledge } from '../../review/knowledge.ts';
import { partOf } from './parts.ts';

/**
 * What a review knows of the catalogue, put together from the page; to be asked for before the page is changed.
 * @throws when the page lacks a question that it names
 */
export const knowledgeIn = (page: ParentNode): ReviewKnowledge =>
  knowledgeFrom(JSON.parse(partOf(page, 'script').textContent) as EmbeddedKnowledge, (id) =>
    partOf(page, `#${id}`).textContent.trim(),
  );
