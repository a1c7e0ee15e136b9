/*
 * What most pages have: the search, texts to copy, and what helps to read. One file for all is smaller than several, and
 * one request.
 */
import './search-dialog.ts';
import './copy-text.ts';
import './section-read.ts';
import './heading-address.ts';
import './reference-opener.ts';
