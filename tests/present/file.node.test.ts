import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StaleVersion, type MeetingState } from '../../scripts/present/state/backplane.ts'
import { createFileBackplane } from '../../scripts/present/state/file.ts'
import { initialState } from '../../scripts/present/state/machine.ts'

const WRITER = fileURLToPath(new URL('support/writer.ts', import.meta.url))

let folder: string
let warnings: string[]
const log = { warn: (line: string) => void warnings.push(line) }
const file = (): string => join(folder, 'meeting.json')
const at = (page: number): MeetingState => ({ ...initialState(1), page })

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'huibao-file-')), 'state')
  warnings = []
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true, maxRetries: 5 }))

describe('the file of a meeting', () => {
  it('is for the owner alone, and there as soon as a change is answered', async () => {
    const backplane = await createFileBackplane(folder, log)
    expect(await backplane.read()).toBeUndefined()
    const version = await backplane.write(at(3), undefined)
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ state: at(3), version, drawings: [] })
    expect([(await stat(file())).mode & 0o777, (await stat(folder)).mode & 0o777]).toEqual([0o600, 0o700])
    expect(await readdir(folder)).toEqual(['meeting.json'])
  })

  it('is read back, drawings too', async () => {
    const first = await createFileBackplane(folder, log)
    await first.write(at(3), undefined)
    await first.draw({ page: 3, svg: '<path d="M0,0"/>' })
    await first.draw({ page: 4, svg: '<path d="M1,1"/>' })
    await first.draw({ page: 4, svg: '' })
    const second = await createFileBackplane(folder, log)
    expect(await second.read()).toEqual({ state: at(3), version: 1 })
    expect(await second.drawings()).toEqual([{ page: 3, svg: '<path d="M0,0"/>' }])
  })

  it('refuses a version that is not the last', async () => {
    const backplane = await createFileBackplane(folder, log)
    const version = await backplane.write(at(1), undefined)
    await expect(backplane.write(at(2), undefined)).rejects.toThrow(StaleVersion)
    await expect(backplane.write(at(2), version + 1)).rejects.toThrow(StaleVersion)
    expect(await backplane.read()).toEqual({ state: at(1), version })
  })

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"version":1}',
    JSON.stringify({ version: 1, state: { ...at(1), page: 0 }, drawings: [] }),
    JSON.stringify({ version: 1, state: at(1), drawings: [{ page: 1, svg: '<script></script>' }] }),
    `{"version":1e300,"state":${JSON.stringify(at(1))},"drawings":[]}`,
  ])('is not believed where somebody has meddled with it: %j', async text => {
    await mkdir(folder)
    await writeFile(file(), text)
    expect(await (await createFileBackplane(folder, log)).read()).toBeUndefined()
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/^上次的进度读不出来（.*meeting\.json），从第 1 页开始：/)
  })

  it('that cannot be written holds nobody up; it is said once, and health knows', async () => {
    await mkdir(join(folder, `meeting.json.${process.pid}.tmp`), { recursive: true })
    const backplane = await createFileBackplane(folder, log)
    let version = await backplane.write(at(1), undefined)
    version = await backplane.write(at(2), version)
    expect(await backplane.read()).toEqual({ state: at(2), version })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/放映继续，但重启后回不到这一页$/)
    expect(backplane.health().ok).toBe(false)
    await rm(join(folder, `meeting.json.${process.pid}.tmp`), { recursive: true })
    await backplane.write(at(3), version)
    expect(backplane.health()).toEqual({ ok: true })
    expect(JSON.parse(await readFile(file(), 'utf8')).state).toEqual(at(3))
  })

  it('is whole whenever its writer is killed, and never behind what it has said', async () => {
    let last = 0
    for (const wait of [1, 7, 13, 29]) {
      const child = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      let said = ''
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      await once(child.stdout, 'data')
      await new Promise(resolve => setTimeout(resolve, wait))
      child.kill('SIGKILL')
      await once(child, 'close')
      // The last line may have been cut in two.
      const told = Number(said.split('\n').at(-2))
      const kept = await (await createFileBackplane(folder, log)).read()
      expect(warnings).toEqual([])
      expect(told).toBeGreaterThan(last)
      expect(kept!.state.rev).toBeGreaterThanOrEqual(told)
      last = kept!.state.rev
    }
  })
})
