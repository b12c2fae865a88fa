/**
 * Does one thing after another, and of those that come meanwhile only the last.
 * @param run what is done with each; what it throws is its own affair
 */
export function coalesce<Value>(run: (value: Value) => Promise<unknown>): (value: Value) => void {
  let waiting: { value: Value } | undefined
  let running = false

  async function work(): Promise<void> {
    running = true
    while (waiting) {
      const { value } = waiting
      waiting = undefined
      await run(value).catch(() => {})
    }
    running = false
  }

  return value => {
    waiting = { value }
    if (!running) void work()
  }
}
