import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ENGINE_ROOT, engineVersion } from '../../model/engine.ts'
import { HuibaoError } from '../../model/errors.ts'
import { DATA_ENTRY } from '../../model/load.ts'
import { hashInputs, listInputs } from './inputs.ts'

/** What of the engine goes into a site. */
const PARTS = /^(?:components|layouts|model|setup|styles)\/|^vite\.config\.ts$/

/** Tells engines apart: what was built or cached with another one is not taken for today's. */
export async function engineStamp(root = ENGINE_ROOT): Promise<string> {
  const files = (await listInputs(root, { pages: [] })).filter(file => PARTS.test(file))
  return `${engineVersion()}-${await hashInputs(root, files)}`
}

/**
 * Refuses a deck that Slidev would build without the engine, since its `package.json` does not name it.
 * @throws HuibaoError
 */
export async function requireEngine(root: string): Promise<void> {
  if (path.resolve(root) === ENGINE_ROOT || !existsSync(path.join(root, DATA_ENTRY))) return
  const text = await readFile(path.join(root, 'package.json'), 'utf8').catch(() => '{}')
  const { slidev } = JSON.parse(text) as { slidev?: { addons?: unknown } }
  if (Array.isArray(slidev?.addons) && slidev.addons.length > 0) return
  throw new HuibaoError('文稿的 package.json 没有写用汇报引擎', {
    hint: '请在 package.json 里加上 "slidev": { "addons": ["huibao"] }，再运行一次。',
  })
}
