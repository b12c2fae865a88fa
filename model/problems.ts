/** One thing that is wrong with the data. */
export interface DataProblem {
  /** File from the project's root. */
  file: string
  /** Id of the entry, or its position where it has none. */
  id: string
  message: string
  /** What is wrong: how figures go together, or how one is computed. Default: what an entry says itself. */
  about?: 'relation' | 'formula'
}

/** Thrown when the data is loaded and anything is wrong with it; carries all problems at once. */
export class DataError extends Error {
  readonly problems: readonly DataProblem[]

  constructor(problems: readonly DataProblem[]) {
    super(
      `数据有 ${problems.length} 处问题：\n${problems.map(({ file, id, message }) => `  ${file}  ${id}  ${message}`).join('\n')}`,
    )
    this.name = 'DataError'
    this.problems = problems
  }
}
