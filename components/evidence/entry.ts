/** Id of a figure's row in the appendix, on pages where whole decks stand: no slide show needs it. */
export function entryId(figure: string): string {
  return `entry-${figure}`
}
