import { columnName } from '../lib/facts/office/place.ts'
import type { WrittenSheet } from '../lib/xlsx/sheet.ts'

/** Where lists of choices stand; Excel takes none of more than 255 characters in the cells themselves. */
const SHEET = '选项'

/** The lists that cells are chosen from, each once, on a hidden sheet. */
export class ChoiceLists {
  readonly #lists: (readonly string[])[] = []

  /** Where a list stands, as a formula says it. */
  place(list: readonly string[]): string {
    const same = this.#lists.findIndex(each => each.join('\n') === list.join('\n'))
    const column = columnName(same >= 0 ? same : this.#lists.push(list) - 1)
    return `'${SHEET}'!$${column}$1:$${column}$${list.length}`
  }

  /** The sheet that holds them. */
  sheet(): WrittenSheet {
    const longest = Math.max(0, ...this.#lists.map(list => list.length))
    return {
      name: SHEET,
      hidden: true,
      rows: Array.from({ length: longest }, (_, row) =>
        this.#lists.map(list => (list[row] === undefined ? undefined : { value: list[row] })),
      ),
    }
  }
}
