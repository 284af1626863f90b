/** Resolves when what was just put into the document is on the screen; at once where nothing is drawn (hidden tabs, no document). */
export const afterPaint = (): Promise<void> =>
  typeof document === 'undefined' || document.visibilityState === 'hidden'
    ? Promise.resolve()
    : new Promise((resolve) => {
        // The frame callback runs before its frame is drawn, a task begun there after it.
        requestAnimationFrame(() => setTimeout(resolve))
      })
