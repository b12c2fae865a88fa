/** Column, from 0, and row, from 1, of a place in a sheet such as C7. */
export function cellPlace(place: string): { column: number; row: number } {
  const letters = /^[A-Z]*/.exec(place)![0]
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(place.slice(letters.length)) }
}
