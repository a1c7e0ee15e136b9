import { z } from 'astro/zod';
import type { Catalogue } from '../model/catalogue.ts';
import { COLLECTIONS } from '../model/collections.ts';
import { LINK_FIELDS, type LinkingPart, type Target } from '../rules/links.ts';
import { Asked } from '../schema/asked.ts';
import { Glossary } from '../schema/glossary.ts';
import { helpOf, type FieldHelp } from '../schema/help.ts';
import { SCHEMAS } from '../schema/index.ts';
import { Paths } from '../schema/paths.ts';
import { Redirects } from '../schema/redirects.ts';
import { Review } from '../schema/review.ts';
import { Symptoms } from '../schema/symptoms.ts';
import { Synonyms } from '../schema/synonyms.ts';
import { ToolGroups } from '../schema/tool-group.ts';
import { BASIS_MEANING, EVIDENCE_MEANING } from '../schema/vocabulary.ts';
import { Workflow } from '../schema/workflow.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A kind of front matter, or a YAML file, that has a JSON Schema. */
interface Described {
  readonly title: string;
  readonly schema: z.ZodType;
  /** Whose links to other records it holds. */
  readonly links?: LinkingPart;
  /** Where a record begins in it, in the words of `LINK_FIELDS`; the whole of it when left out. */
  readonly record?: '*';
}

/** Everything that has a JSON Schema, by the name of its folder or YAML file in `content/`. */
const DESCRIBED: ReadonlyMap<string, Described> = new Map<string, Described>([
  ...(['challenges', 'mitigations', 'tools', 'approaches', 'caseStudies'] as const).map(
    (name): [string, Described] => [
      COLLECTIONS[name].folder,
      { title: `Front matter of a ${COLLECTIONS[name].one}`, schema: SCHEMAS[name], links: name },
    ],
  ),
  ['pages', { title: 'Front matter of a page of prose', schema: SCHEMAS.pages }],
  ['workflow', { title: 'Stages and steps', schema: Workflow, links: 'workflow' }],
  ['tool-groups', { title: 'Families of tools', schema: ToolGroups, links: 'toolGroups', record: '*' }],
  ['symptoms', { title: 'What people say', schema: Symptoms, links: 'symptoms' }],
  ['glossary', { title: 'Words and what they mean', schema: Glossary }],
  ['paths', { title: 'Reading paths', schema: Paths }],
  ['synonyms', { title: 'Words that the search takes for one another', schema: Synonyms }],
  ['asked', { title: 'How people ask', schema: Asked }],
  ['review', { title: 'What a review asks, and what follows', schema: Review, links: 'review' }],
  ['redirects', { title: 'What was renamed, merged or moved', schema: Redirects }],
]);

/** Names of all JSON Schemas: folders and YAML files of `content/`. */
export const SCHEMA_NAMES: readonly string[] = [...DESCRIBED.keys()];

/** Those of them that describe front matter: folders of `content/`. */
export const FRONT_MATTER_NAMES: readonly string[] = [
  ...Object.values(COLLECTIONS).map(({ folder }) => folder),
  'pages',
];

/** Words that JSON Schema does not know and editors read, those of VS Code. */
export const EDITOR_WORDS = ['markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions'] as const;

/** Titles by slug, of everything that a record may name. */
export type Names = Readonly<Record<Target, ReadonlyMap<string, string>>>;

/** Something that a record may name. */
interface Titled {
  readonly id: string;
  readonly data: { readonly title: string };
}

/** The names that editors offer, by slug: the same content gives the same schema, in whatever order it was read. */
export function namesOf({
  workflow,
  ...entries
}: Pick<Catalogue, 'workflow'> &
  Readonly<
    Record<'challenges' | 'mitigations' | 'tools' | 'approaches' | 'caseStudies', readonly Titled[]>
  >): Names {
  const inOrder = (titles: readonly (readonly [slug: string, title: string])[]) =>
    new Map(titles.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  const titlesOf = (part: keyof typeof entries) =>
    entries[part].map(({ id, data }) => [id, data.title] as const);
  return {
    challenge: inOrder(titlesOf('challenges')),
    mitigation: inOrder(titlesOf('mitigations')),
    tool: inOrder(titlesOf('tools')),
    'tool or approach': inOrder([...titlesOf('tools'), ...titlesOf('approaches')]),
    'case study': inOrder(titlesOf('caseStudies')),
    stage: inOrder(workflow.stages.map(({ slug, title }) => [slug, title] as const)),
    step: inOrder(
      workflow.stages.flatMap(({ steps }) => steps.map(({ slug, title }) => [slug, title] as const)),
    ),
  };
}

/** The help of a field in the two forms that editors show: plain, and Markdown for VS Code. */
function toldBy({ description, why, bad }: FieldHelp) {
  const wrong = (mark: (value: string) => string) =>
    bad.map((each) => `${mark(JSON.stringify(each.value))} (${each.why})`).join('; ');
  return {
    description: `${description} Why: ${why}. Not: ${wrong((value) => value)}.`,
    markdownDescription: `${description}\n\n**Why:** ${why}.\n\n**Not:** ${wrong((value) => `\`${value}\``)}.`,
  };
}

/** What the words of a list mean, where that is more than the word says. */
const MEANINGS: readonly Readonly<Record<string, string>>[] = [EVIDENCE_MEANING, BASIS_MEANING];

/**
 * Names the properties that are numbers, such as editions, by a pattern each, which means the same: the language server
 * behind the YAML and Astro extensions (1.25) reads `2021:` as a number and looks for it among the names in vain.
 */
function numbersByPattern(json: JsonSchema): void {
  const { properties = {} } = json;
  const numbers = Object.keys(properties).filter((name) => /^\d+$/.test(name));
  if (numbers.length === 0) return;
  json.properties = Object.fromEntries(
    Object.entries(properties).filter(([name]) => !numbers.includes(name)),
  );
  json.patternProperties = Object.fromEntries(
    numbers.flatMap((name) => (properties[name] === undefined ? [] : [[`^${name}$`, properties[name]]])),
  );
}

/** Puts into a JSON Schema what Zod cannot say there; called for each schema inside another. */
function mended(zodSchema: z.core.$ZodType, json: JsonSchema): void {
  const schema = zodSchema as z.ZodType;
  const help = helpOf(schema);
  delete json['why'];
  delete json['bad'];
  // Zod leaves examples out where a value is made from what was typed; ours are of what is typed.
  if (help) Object.assign(json, toldBy(help), { examples: help.examples });
  const meaning = MEANINGS.find((words) => json.enum?.join() === Object.keys(words).join());
  if (meaning) json['enumDescriptions'] = Object.values(meaning);
  numbersByPattern(json);
  if (json.format === 'uri') json.pattern = '^https?://';
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  // A year without a month is typed as a number, which `Period` takes as well.
  if (schema.type === 'pipe' && json.type === 'string' && schema.safeParse(2025).success) {
    delete json.type;
    json.anyOf = [
      { type: 'string', pattern: json.pattern ?? '' },
      { type: 'integer', minimum: 1000, maximum: 9999 },
    ];
    delete json.pattern;
  }
}

/**
 * The schema at a path of another, in the words of `LINK_FIELDS`.
 * @throws when the path leads out of the schema: the table of links and the Zod schemas disagree
 */
function schemaAt(schema: JsonSchema, path: string): JsonSchema {
  return path.split('.').reduce((at, step) => {
    const below = step === '*' ? (at.items ?? at.additionalProperties) : at.properties?.[step];
    if (typeof below !== 'object' || Array.isArray(below))
      throw new Error(`the field "${path}" is in no schema`);
    return below;
  }, schema);
}

/** Lets a field take nothing but known slugs, which editors offer with their titles. */
function takesOnly(field: JsonSchema, titles: ReadonlyMap<string, string>): void {
  delete field.pattern;
  delete field.maxLength;
  field.enum = [...titles.keys()];
  field['enumDescriptions'] = [...titles.values()];
}

/**
 * The JSON Schema (2020-12) of a kind of front matter or of a YAML file, made from its Zod schema: what an author
 * may type, before defaults. What needs more than one field stays with `npm run check`.
 * @param name one of `SCHEMA_NAMES`
 * @param names the slugs that links may take; without them, whatever is a slug
 * @throws when there is no schema of that name
 */
export function jsonSchemaOf(name: string, names?: Names): JsonSchema {
  const described = DESCRIBED.get(name);
  if (!described) throw new Error(`there is no schema "${name}"`);
  const { $schema, ...json } = z.toJSONSchema(described.schema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      mended(zodSchema, jsonSchema);
    },
  }) as JsonSchema;
  const schema: JsonSchema = { ...($schema && { $schema }), title: described.title, ...json };
  if (described.links && names)
    for (const [path, target] of LINK_FIELDS[described.links])
      takesOnly(schemaAt(schema, described.record ? `${described.record}.${path}` : path), names[target]);
  return schema;
}

/**
 * The same with the slugs of a catalogue, and with the address at which the guide gives it out.
 * @param locate gives full addresses
 * @throws when there is no schema of that name
 */
export const contentSchemaOf = (
  name: string,
  catalogue: Parameters<typeof namesOf>[0],
  locate: (path: string) => string,
): JsonSchema => ({
  $id: locate(`/data/schema/content/${name}.json`),
  ...jsonSchemaOf(name, namesOf(catalogue)),
});
