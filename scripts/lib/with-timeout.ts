/**
 * What `promise` comes to, or an error where it takes longer than `timeout` milliseconds.
 * @param late makes that error
 */
export async function withTimeout<T>(promise: Promise<T>, timeout: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), timeout)
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    clearTimeout(timer)
  }
}
