import type { Device, Invitation, PairAnswer } from '../../../components/present/protocol.ts'
import { isTyped, type PairingCodes } from '../pairing/codes.ts'
import type { Leaves } from '../pairing/leaves.ts'
import { PAIRING_TTL } from '../pairing/sessions.ts'
import type { Meeting } from '../state/meeting.ts'
import type { Hub } from '../stream/hub.ts'
import type { TokenBucket } from '../token-bucket.ts'
import { answerJson, answerSlowDown } from './answer.ts'
import { parseBody, readJson } from './requests.ts'
import { type Access, pairedDevice, pairedRoute, refuse, rejectUnpaired, setCookie } from './paired.ts'
import type { Exchange, Route, Routes } from './handler.ts'
import { networkOf } from './peer.ts'

export interface PairingOptions extends Access {
  meeting: Meeting
  hub: Hub
  codes: PairingCodes
  leaves: Leaves
  /** Of wrong codes that were typed, by network. */
  guesses: TokenBucket
  /** What the audience types: an address ending in a slash. */
  url: () => string
  /** Called where a code that was given out here has been made void by guessing. */
  onVoid: () => void
}

/** Bytes of a body. */
const LONGEST = 1024

/** Pairing itself, and what paired devices may do with pairings. */
export function pairingRoutes(options: PairingOptions): Routes {
  const { meeting, hub, sessions, cookie, codes, leaves, guesses, url, onVoid } = options

  /** A route of paired devices whose body says something. */
  const told = <Name extends 'unpair' | 'rename' | 'allow'>(
    name: Name,
    work: (
      body: NonNullable<ReturnType<typeof parseBody<Name>>>,
      device: Device,
      exchange: Exchange,
    ) => void | Promise<void>,
  ): Route =>
    pairedRoute(options, async (exchange, { id }) => {
      const body = parseBody(name, await readJson(exchange.request, LONGEST))
      // A pairing may end while a body is still coming.
      const device = sessions.get(id)
      if (!device) return rejectUnpaired(exchange.request, exchange.response)
      return body ? work(body, device, exchange) : refuse(exchange.response, 'malformed')
    })

  async function unpair(id: string): Promise<void> {
    if (!(await sessions.revoke(id))) return
    leaves.forget(id)
    codes.forget(id)
    hub.disconnect(id)
    await meeting.forget(id)
    hub.tellPresenters()
  }

  return {
    'POST /pair': async ({ request, response, address }) => {
      const body = parseBody('pair', await readJson(request, LONGEST))
      if (!body) return answerJson(response, 400, { ok: false, error: 'wrong' } satisfies PairAnswer)
      const network = networkOf(address)
      const wait = isTyped(body.code) ? guesses.wait(network) : 0
      if (wait > 0) return answerSlowDown(response, wait)
      const code = codes.redeem(body.code)
      if (!code) {
        if (isTyped(body.code)) guesses.take(network)
        return answerJson(response, 403, { ok: false, error: 'wrong' } satisfies PairAnswer)
      }
      const earlier = pairedDevice(request, options)
      const { credential, device } = await sessions.pair(body.name ?? '设备', { earlier, owner: code.owner })
      hub.tellPresenters()
      answerJson(response, 200, { ok: true, device } satisfies PairAnswer, {
        'Set-Cookie': setCookie(credential, PAIRING_TTL / 1000, cookie),
      })
    },
    'POST /presenter/invite': pairedRoute(options, ({ response }, device) => {
      const leave = sessions.owns(device) || leaves.ask(device.id)
      if (!sessions.owns(device)) hub.tellPresenters()
      if (leave === undefined) return answerJson(response, 202, { pending: true })
      if (!leave) return refuse(response, 'refused')
      const { long, typed, ttl } = codes.issue({ by: device.id, onVoid })
      answerJson(response, 200, { url: `${url()}pair`, link: `${url()}pair#${long}`, typed, ttl } satisfies Invitation)
    }),
    'POST /presenter/allow': told('allow', (body, device, { response }) => {
      if (!device.owner) return refuse(response, 'owner')
      if (!leaves.answer(body.device, body.allow)) return refuse(response, 'stale')
      hub.tellPresenters()
      answerJson(response, 200, { ok: true })
    }),
    'POST /presenter/unpair': told('unpair', async (body, device, { response }) => {
      const id = body.device ?? device.id
      if (id !== device.id && !sessions.owns(device)) return refuse(response, 'owner')
      await unpair(id)
      answerJson(response, 200, { ok: true }, id === device.id ? { 'Set-Cookie': setCookie('', 0, cookie) } : {})
    }),
    'POST /presenter/rename': told('rename', async (body, device, { response }) => {
      const id = body.device ?? device.id
      if (id !== device.id && !sessions.owns(device)) return refuse(response, 'owner')
      if (!(await sessions.rename(id, body.name))) return refuse(response, 'stale')
      hub.tellPresenters()
      answerJson(response, 200, { ok: true })
    }),
    'POST /presenter/clear': pairedRoute(options, async ({ response }, device) => {
      if (!sessions.owns(device)) return refuse(response, 'owner')
      const absent = sessions.devices().filter(({ id, owner, online }) => id !== device.id && !owner && !online)
      for (const { id } of absent) await unpair(id)
      answerJson(response, 200, { ok: true })
    }),
  }
}
