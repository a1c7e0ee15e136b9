/** Whether a click, or Enter, asks for nothing but to follow the link: no new tab, no new window, no download. */
export const isPlain = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(ctrlKey || metaKey || shiftKey || altKey);
