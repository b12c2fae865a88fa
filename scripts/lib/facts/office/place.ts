/** A place in a sheet: column from 0, row from 1. */
interface Place {
  column: number
  row: number
}

/** Column and row of the name of a cell such as C7. */
export function cellPlace(name: string): Place {
  const letters = /^[A-Z]*/.exec(name)![0]
  return {
    column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    row: Number(name.slice(letters.length)),
  }
}

/** The name of a column: A, Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** The name of a cell such as C7. */
export function cellName({ column, row }: Place): string {
  return `${columnName(column)}${row}`
}
