import type { Command, CommandAnswer } from './protocol.ts'

/** Milliseconds after which an answer is not waited for any longer. */
const PATIENCE = 5_000

/**
 * Sends a command.
 * @returns undefined where no answer came, or none that could be understood
 */
export async function sendCommand(command: Command, unpaired: () => void): Promise<CommandAnswer | undefined> {
  try {
    const response = await post('/command', command)
    if (response.status === 401) unpaired()
    return response.headers.get('content-type')?.startsWith('application/json') && response.status !== 401
      ? ((await response.json()) as CommandAnswer)
      : undefined
  } catch {
    return undefined
  }
}

/** Sends a request to our own server. @throws where no answer comes in time */
export async function post(path: string, body: object): Promise<Response> {
  const abort = typeof AbortController === 'undefined' ? undefined : new AbortController()
  const timer = setTimeout(() => abort?.abort(), PATIENCE)
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      signal: abort?.signal,
    })
  } finally {
    clearTimeout(timer)
  }
}

/** A name for one command. */
export function newId(): string {
  return Array.from({ length: 16 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
}
