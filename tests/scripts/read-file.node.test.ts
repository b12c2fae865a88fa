import { describe, expect, it } from 'vitest'
import type { HuibaoError } from '../../model/errors.ts'
import { commands } from '../../scripts/cli.ts'
import { ROOT } from '../support/project.ts'
import { temporaryFolder, testContext } from './support/context.ts'

describe('a file that is not there', () => {
  it.each([
    ['suggest', ['没有.docx']],
    ['map', ['没有.xlsx']],
    ['refresh', ['没有.xlsx']],
    ['workbook', ['read', '没有.xlsx']],
    ['new', ['--to', '文稿', '没有.xlsx']],
    ['check', ['evidence', '--source', '没有.txt']],
  ])('is named by %s, with what to do, in options that it has', async (name, args) => {
    const { command } = await commands[name]!.load()
    const root = name === 'new' ? temporaryFolder() : ROOT
    const error = await command.run({ ...testContext(root), args }).then(
      () => undefined,
      (error: HuibaoError) => error,
    )
    expect(error).toMatchObject({ name: 'HuibaoError', exitCode: 2 })
    expect(error!.message).toMatch(/没有这个文件：没有/)
    for (const [, option] of (error!.hint ?? '').matchAll(/--([a-z]+)/g))
      expect(Object.keys(command.spec.options)).toContain(option)
  })
})
