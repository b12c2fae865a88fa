import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { unlessMissing } from '../../model/errors.ts'

const here = fileURLToPath(import.meta.url)

it('what is not there is something else, and what cannot be read stays a failure', async () => {
  expect(await unlessMissing(readdir(`${here}.gone`), [])).toEqual([])
  await expect(unlessMissing(readdir(here), [])).rejects.toThrow('ENOTDIR')
})
