import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { copyRepository, outcome } from '../support/process.ts'
import { ROOT } from '../support/project.ts'

it(
  "the tests pass with another district's deck at the root and without those of the first",
  { timeout: 40 * 60_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huibao-replaced-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    await copyRepository(folder, file => !/^(?:tests\/briefing\/|data\/|public\/|slides\.md$)/.test(file))
    await cp(join(ROOT, 'tests', 'fixtures', 'other-district'), folder, { recursive: true })
    expect(await readdir(join(folder, 'tests'))).not.toContain('briefing')
    for (const args of [['ci'], ['test']]) {
      const { code, output } = await outcome('npm', args, folder)
      expect(code, `npm ${args.join(' ')}:\n${output.slice(-8000)}`).toBe(0)
    }
  },
)
