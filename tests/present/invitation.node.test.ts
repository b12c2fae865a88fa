import { effectScope, shallowRef } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Control } from '../../components/present/control.ts'
import { useInvitation } from '../../components/present/presenter/use-invitation.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pending = (): Response => Response.json({ pending: true }, { status: 202 })

it('the owner is asked every other second while the dialog is open', async () => {
  const ask = vi.fn(async () => pending())
  vi.stubGlobal('fetch', ask)
  const scope = effectScope()
  const invitation = scope.run(() => useInvitation({ state: shallowRef() } as unknown as Control, true))!
  await vi.advanceTimersByTimeAsync(4_500)
  expect(invitation.status.value).toEqual({ kind: 'waiting' })
  expect(ask).toHaveBeenCalledTimes(3)
  scope.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(3)
})

it('and no longer when it is closed, though an answer is still on its way', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>()
  const ask = vi.fn(() => promise)
  vi.stubGlobal('fetch', ask)
  const scope = effectScope()
  scope.run(() => useInvitation({ state: shallowRef() } as unknown as Control, true))
  scope.stop()
  resolve(pending())
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(1)
})
