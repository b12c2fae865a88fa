import type { Ref } from 'vue'
import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Control } from '../control.ts'
import type { Invitation } from '../protocol.ts'
import { post } from '../send.ts'
import { useNow } from '../use-now.ts'

/** Milliseconds between two questions whether the owner has agreed. */
const ASK = 2_000

/** What became of asking for a pairing code. */
export type InvitationStatus =
  | { kind: 'none' | 'asking' }
  /** The meeting's owner has been asked. */
  | { kind: 'waiting' }
  | { kind: 'code'; invitation: Invitation; left: number }
  | { kind: 'expired' | 'refused' | 'failed' }

/**
 * Asks for a code for one more device, and for another where guessing has voided it.
 * @param atOnce whether it is asked for at once: nobody else is bothered by it
 */
export function useInvitation(control: Control, atOnce: boolean): { status: Ref<InvitationStatus>; ask: () => void } {
  const status = shallowRef<InvitationStatus>({ kind: 'none' })
  const now = useNow()
  let until = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let closed = false

  async function ask(): Promise<void> {
    clearTimeout(again)
    if (status.value.kind === 'none') status.value = { kind: 'asking' }
    const response = await post('/presenter/invite', {}).catch(() => undefined)
    if (closed) return
    if (response?.status === 202) {
      status.value = { kind: 'waiting' }
      again = setTimeout(ask, ASK)
    } else if (response?.ok) {
      const invitation = (await response.json()) as Invitation
      until = Date.now() + invitation.ttl
      status.value = { kind: 'code', invitation, left: invitation.ttl / 1000 }
    } else {
      status.value = { kind: response?.status === 403 ? 'refused' : 'failed' }
    }
  }

  watch(now, now => {
    if (status.value.kind !== 'code') return
    const left = (until - now) / 1000
    status.value = left > 0 ? { ...status.value, left } : { kind: 'expired' }
  })
  watch(
    () => control.state.value?.invites,
    () => status.value.kind === 'code' && ask(),
  )
  onScopeDispose(() => {
    closed = true
    clearTimeout(again)
  })
  if (atOnce) void ask()
  return { status, ask }
}
