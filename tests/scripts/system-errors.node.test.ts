import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { placeOf, refusalIn, refusalOf } from '../../scripts/lib/system-errors.ts'

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: …, write`), { code, ...(path && { path }) })
}

describe('what a system refuses', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a full disk', systemError('ENOSPC'), '磁盘满了'],
    ['a quota', systemError('EDQUOT'), '分给这个用户的磁盘空间用完了'],
    ['a read-only disk', systemError('EROFS'), '磁盘是只读的'],
    ['a right that is missing', systemError('EACCES'), '没有权限'],
    [
      'a PDF for which the browser has no room',
      new Error('page.pdf: Protocol error (IO.read): Read failed'),
      `放临时文件的 ${tmpdir()} 满了`,
    ],
    ['a file that should be there', systemError('ENOENT'), undefined],
    ['a defect', new TypeError('x is not a function'), undefined],
    ['no error at all', 'ENOSPC', undefined],
  ])('is said in words: %s', (_, error, reason) => {
    expect(refusalOf(error)?.reason).toBe(reason)
  })

  it('is told by its file, or else by what the system said', () => {
    expect([placeOf(systemError('EROFS', '/a')), placeOf(systemError('ENOSPC'))]).toEqual(['/a', 'ENOSPC: …, write'])
  })

  it.each<[string, boolean]>([
    ['Caused by:\n      No space left on device (os error 28)', true],
    ["[Error: ENOSPC: no space left on device, mkdir '/a']", true],
    ["Could not resolve './ENOSPCX.ts'", false],
  ])('is found in what a program wrote: %s', (output, full) => {
    expect(refusalIn(output)?.reason === '磁盘满了').toBe(full)
  })
})
