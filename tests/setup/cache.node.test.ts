import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cacheFolder } from '../../setup/vite/cache.ts'

describe('the folder for what is kept between builds', () => {
  it.each([
    ['in the packages', {}, resolve('node_modules/.cache/huibao/fonts')],
    ['where the environment says', { HUIBAO_CACHE: resolve('/elsewhere') }, resolve('/elsewhere/fonts')],
  ])('is %s', (_, env, folder) => {
    expect(cacheFolder('fonts', resolve('.'), env)).toBe(folder)
  })
})
