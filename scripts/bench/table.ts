import stringWidth from 'string-width'

/** Rows of a table as lines for a terminal: the first column to the left, numbers to the right. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => stringWidth(row[column]!))))
  return rows.map(row =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - stringWidth(cell))
        return column === 0 ? cell + space : space + cell
      })
      .join('  '),
  )
}
