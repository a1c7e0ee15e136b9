import { GUIDE } from '../model/guide.ts';
import { escapedText } from '../model/xml.ts';
import type { Locate } from './structured-data.ts';

/** How browsers search the guide: a description by OpenSearch 1.1, https://github.com/dewitt/opensearch. */
export const openSearchXml = (locate: Locate): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapedText(GUIDE.shortTitle)}</ShortName>
  <LongName>${escapedText(GUIDE.title)}</LongName>
  <Description>${escapedText(GUIDE.summary)}</Description>
  <Url type="text/html" template="${escapedText(`${locate('/search/')}?q={searchTerms}`)}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escapedText(locate('/opensearch.xml'))}"/>
  <Image width="32" height="32" type="image/x-icon">${escapedText(locate('/favicon.ico'))}</Image>
  <Image width="192" height="192" type="image/png">${escapedText(locate('/icons/192.png'))}</Image>
  <Language>${GUIDE.language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
