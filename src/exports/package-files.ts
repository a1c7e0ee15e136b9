import { compile } from 'json-schema-to-typescript';
import type { DataSchema } from './data-json-schema.ts';

/** The parts of `catalogue.json` that its module needs to know. */
interface CatalogueData {
  readonly title: string;
  readonly version: string;
  readonly licence: string;
  readonly [field: string]: unknown;
}

/** `case-studies` as a name in JavaScript: `caseStudies`. */
const exportName = (list: string) => list.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const listsIn = (catalogue: CatalogueData) =>
  Object.keys(catalogue).filter((name) => Array.isArray(catalogue[name]));

const headOf = ({ title, version, licence }: CatalogueData) =>
  `/* ${title} ${version}, ${licence}. Made by "npm pack". */`;

/** The module: the catalogue, and each of its lists. */
const moduleOf = (catalogue: CatalogueData) =>
  [
    headOf(catalogue),
    "import catalogue from './catalogue.json' with { type: 'json' };",
    '',
    'export { catalogue };',
    ...listsIn(catalogue).map((list) => `export const ${exportName(list)} = catalogue['${list}'];`),
    '',
  ].join('\n');

/**
 * A schema without its rules across fields, such as "at least one of doi and url": as a type they would be a union of
 * fields of which nothing is known.
 */
const withoutRules = (schema: DataSchema): DataSchema =>
  JSON.parse(JSON.stringify(schema), (_key, value: DataSchema | null) => {
    if (value?.properties === undefined) return value;
    const { anyOf: _anyOf, ...fields } = value;
    return fields;
  }) as DataSchema;

/** The types of the module, from the JSON Schema that describes the catalogue, each field with its description. */
async function typesOf(catalogue: CatalogueData, schema: DataSchema): Promise<string> {
  const types = await compile(
    { ...withoutRules(schema), title: 'Catalogue' } as Parameters<typeof compile>[0],
    'Catalogue',
    {
      bannerComment: headOf(catalogue),
      // What later versions add is for later types to tell: a misspelt field is an error.
      additionalProperties: false,
      format: false,
    },
  );
  const lists = listsIn(catalogue);
  return `${types}
/** The name of a list of the catalogue, and of the file that holds it alone. */
export type ListName = ${lists.map((list) => `'${list}'`).join(' | ')};
/** What a file such as \`challenges.json\` holds: one list, and what the catalogue says of itself. */
export type ListFile<Name extends ListName> = Omit<Catalogue, Exclude<ListName, Name>>;

/** Everything that the guide knows. */
export declare const catalogue: Catalogue;
${lists.map((list) => `export declare const ${exportName(list)}: Catalogue['${list}'];`).join('\n')}
`;
}

const typesOfFile = (name: string, type: string) =>
  `import type { ${/^\w+/.exec(type)?.[0]} } from '../index.js';\ndeclare const ${name}: ${type};\nexport default ${name};\n`;

/**
 * What the package holds besides the files of `/data/`: an ES module and its types, and types for each JSON file.
 * @param catalogue what `catalogue.json` holds
 * @param schema its JSON Schema
 * @returns the text of each file by its path in the package
 * @throws when no types can be made from the schema
 */
export async function packageFiles(
  catalogue: CatalogueData,
  schema: DataSchema,
): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['index.js', moduleOf(catalogue)],
    ['index.d.ts', await typesOf(catalogue, schema)],
    ['types/catalogue.d.ts', typesOfFile('catalogue', 'Catalogue')],
    ...listsIn(catalogue).map(
      (list) => [`types/${list}.d.ts`, typesOfFile('file', `ListFile<'${list}'>`)] as const,
    ),
  ]);
}
