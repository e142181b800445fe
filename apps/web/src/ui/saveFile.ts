// Files that leave the page.

/** Puts a file on the disk under this name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers read the address after the press has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The title as the name of a file. */
export const fileName = (title: string, extension: string): string =>
  `${
    title
      .replace(/[\p{C}\s\\/:*?"<>|]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'map'
  }.${extension}`;
