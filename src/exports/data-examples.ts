import type { Locate } from './catalogue-json.ts';

/** A program of a few lines that reads the data. */
export interface Example {
  readonly id: 'curl' | 'python' | 'python-csv' | 'javascript';
  readonly title: string;
  /** What it prints, in a sentence. */
  readonly prints: string;
  readonly code: string;
}

/** Programs that read the data of this guide and need nothing but what their language brings, and jq for the first. */
export const examplesOf = (locate: Locate): readonly Example[] => [
  {
    id: 'curl',
    title: 'curl and jq',
    prints: 'Year and title of every case study from health care, oldest first.',
    code: `curl -s '${locate('/data/case-studies.json')}' |
  jq -r '.["case-studies"] | sort_by(.year)[]
    | select(.industry == "healthcare") | "\\(.year) \\(.title)"'`,
  },
  {
    id: 'python',
    title: 'Python',
    prints: 'The five challenges that most case studies name, and how many do.',
    code: `import json
from collections import Counter
from urllib.request import urlopen

with urlopen("${locate('/data/catalogue.json')}") as answer:
    guide = json.load(answer)

titles = {each["slug"]: each["title"] for each in guide["challenges"]}
named = Counter(slug for study in guide["case-studies"] for slug in study["challenges"])
for slug, count in named.most_common(5):
    print(count, titles[slug])`,
  },
  {
    id: 'python-csv',
    title: 'Python and a table',
    prints: 'How often each outcome was reported where a mitigation was used, ordered or evaluated.',
    code: `import csv
import io
from collections import Counter
from urllib.request import urlopen

with urlopen("${locate('/data/case-study-mitigations.csv')}") as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))

applied = [row for row in rows if row["basis"] in ("used", "ordered", "evaluated")]
for outcome, count in sorted(Counter(row["outcome"] for row in applied).items()):
    print(outcome, count)`,
  },
  {
    id: 'javascript',
    title: 'JavaScript',
    prints: 'The mitigations for which a case study reports a figure, and in how many they helped.',
    code: `const answer = await fetch('${locate('/data/mitigations.json')}');
const { mitigations } = await answer.json();
for (const { title, relations } of mitigations)
  if (relations.strength === 'measured') console.log(relations.outcomes.helped, title);`,
  },
];
