/** Hands a text to the reader as a file of that name. */
export function download(text: string, type: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // Some browsers begin to read the file only later.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
