/** The table of a cell's id; undefined for the id of any other figure. */
export function tableIdOf(id: string): string | undefined {
  const end = id.indexOf('@')
  return end < 0 ? undefined : id.slice(0, end)
}
