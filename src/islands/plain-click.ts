/** Whether a click, or Enter, is still to follow the link, and in this tab: it asks for no new tab, window or download. */
export const isPlain = ({ defaultPrevented, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(defaultPrevented || ctrlKey || metaKey || shiftKey || altKey);
