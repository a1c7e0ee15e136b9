/* On the page of an old address: leads to the page of today, to the same place on it. */
const link = document.querySelector<HTMLAnchorElement>('main a');
if (link) location.replace(`${link.href}${location.search}${location.hash}`);
