// The icon of the add-in in the sizes that Office requires: two frames, like the character 回. PNG with a palette of two colours.

const PICTURES = {
  16: 'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAQMAAAAlPW0iAAAABlBMVEUfTl////8j9NZPAAAAH0lEQVR42mNggAH5HwwCHCAkfIJByAOEgAyICFAKBgB1vAT5jhQVegAAAABJRU5ErkJggg==',
  32: 'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAQMAAABJtOi3AAAABlBMVEUfTl////8j9NZPAAAAJUlEQVR42mNgwAXY//9/gEwwMGAS/B9QCL4CGIEmgU0vqvG4AAD/hybF7dto4wAAAABJRU5ErkJggg==',
  64: 'iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAABlBMVEUfTl////8j9NZPAAAAKUlEQVR42mNgoB2w/w8Ef0hmgLRShfH/PzmMP/aEGeSZTCV/kRWqtAIA3BKCye0TFqkAAAAASUVORK5CYII=',
  80: 'iVBORw0KGgoAAAANSUhEUgAAAFAAAABQAQMAAAC032DuAAAABlBMVEUfTl////8j9NZPAAAAL0lEQVR42mNgGGSA/T8YPKAO8wPISH66MZn//z9APeYPeUqZ1HQOXUOSmolgUAEAJJfd6fWrghsAAAAASUVORK5CYII=',
} as const;

/** Widths of the icon in pixels. */
export const ICON_SIZES = [16, 32, 64, 80] as const;

/** The icon as the bytes of a PNG file. */
export const icon = (size: (typeof ICON_SIZES)[number]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(PICTURES[size]), (mark) => mark.charCodeAt(0));
