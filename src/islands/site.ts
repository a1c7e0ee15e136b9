/*
 * What most pages have: the search, and texts to copy. One file for both is smaller than two, and one request less.
 */
import './search-dialog.ts';
import './copy-text.ts';
