import { HuibaoError } from '../../../model/errors.ts'
import type { Edits } from './edits.ts'
import type { Place } from './literal.ts'
import type { DataModule, Node } from './syntax.ts'
import type { Origin, TracedSource } from './trace.ts'

/** Where a value stands that may be written anew as a whole. */
export interface Holder {
  module: DataModule
  /** What is written over. */
  node: Node
  /** What stands before it in the new text, as `key: ` does for a shorthand. */
  lead?: string
}

/** What writes differences into literals, as those see it that write the lists of a deck's data. */
export interface Editing {
  readonly edits: Edits
  readonly traced: TracedSource
  print(module: DataModule, value: unknown, place: Place): string
  change(before: unknown, after: unknown, holder?: Holder): void
  ownOrigin(value: object): Origin | undefined
  overwrite(holder: Holder | undefined, after: unknown): void
  insertItem(module: DataModule, anchor: Node, text: string): void
  removeItem(module: DataModule, list: Node, item: Node, items: readonly Node[]): void
}

/** What says that data cannot be edited. */
export function made(): HuibaoError {
  return new HuibaoError('data/ 里有用代码拼成的数据，改不了，什么也没有写', {
    hint: '请手工改 data/，或先把那里的代码改成直接写出的数据。',
  })
}
