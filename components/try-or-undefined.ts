/**
 * What an action comes to; nothing where it fails. Browsers may deny a storage when it is asked for, and when it is
 * used.
 */
export function tryOrUndefined<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
