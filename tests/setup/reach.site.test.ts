import { expect, inject, it } from 'vitest'
import { readReachLog } from '../support/offline.ts'

it('a site reaches for no other machine while it is built', () => {
  const { processes, foreign } = readReachLog(inject('district').reachLog)
  expect(processes).toBeGreaterThan(0)
  expect(foreign).toEqual([])
})
