import { GUIDE } from '../model/guide.ts';
import type { Locate } from './structured-data.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** How browsers search the guide: a description by OpenSearch 1.1, https://github.com/dewitt/opensearch. */
export const openSearchXml = (locate: Locate): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(GUIDE.shortTitle)}</ShortName>
  <LongName>${escaped(GUIDE.title)}</LongName>
  <Description>${escaped(GUIDE.summary)}</Description>
  <Url type="text/html" template="${escaped(`${locate('/search/')}?q={searchTerms}`)}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escaped(locate('/opensearch.xml'))}"/>
  <Image width="32" height="32" type="image/x-icon">${escaped(locate('/favicon.ico'))}</Image>
  <Image width="192" height="192" type="image/png">${escaped(locate('/icons/192.png'))}</Image>
  <Language>${GUIDE.language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
