/** Hands a file to whoever looks at the page; nothing leaves the browser. */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it when the click returns; the memory is given back a turn later.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
