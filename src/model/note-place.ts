/** Width and height, in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far a note keeps from the edges of the window, in px. */
const EDGE = 16;

/**
 * Where a note stands beside its mark: below it, above it where there is room only there, and never past the sides of the
 * window.
 * @param mark its edges, in px from the upper left corner of the window
 * @returns the upper left corner of the note, likewise
 */
export function notePlace(
  mark: { readonly left: number; readonly top: number; readonly bottom: number },
  note: Size,
  window: Size,
): { left: number; top: number } {
  const isBelow = mark.bottom + note.height <= window.height || mark.top < note.height;
  return {
    left: Math.max(EDGE, Math.min(mark.left, window.width - note.width - EDGE)),
    top: isBelow ? mark.bottom : mark.top - note.height,
  };
}
