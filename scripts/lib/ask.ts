import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { HuibaoError } from '../../model/errors.ts'

/** Asks a person a question, and resolves to the answer without spaces around it; empty for Enter alone. */
export type Ask = (question: string) => Promise<string>

/** Whether somebody sits at the terminal. */
export function isTerminal(): boolean {
  return process.stdin.isTTY === true
}

/** Asks at the terminal. @throws HuibaoError where it is closed instead of an answer */
export const askTerminal: Ask = async question => {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const closed = new AbortController()
  lines.once('close', () => closed.abort())
  try {
    const answered = once(lines, 'line', { signal: closed.signal }) as Promise<[string]>
    lines.setPrompt(question)
    lines.prompt()
    const [answer] = await answered
    return answer.trim()
  } catch (cause) {
    throw new HuibaoError('没有回答，什么也没有写', { exitCode: 2, cause })
  } finally {
    lines.close()
  }
}

/** Whether an answer agrees; Enter alone gives the default. */
export function agrees(answer: string, byDefault: boolean): boolean {
  if (answer === '') return byDefault
  return /^(?:y|yes|是|好|取|要|1)$/i.test(answer)
}
