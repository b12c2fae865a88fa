import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Command, CommandAnswer, PresenterState } from '../../../../components/present/protocol.ts'
import { HuibaoError } from '../../../../model/errors.ts'
import { clock } from '../crowd/clock.ts'

interface Reply {
  status: number
  body: string
  cookie: string | undefined
}

/** What was sent when: the revision that it got, and the moment before it was sent. */
export type Sent = [rev: number, at: number]

/** A paired device. */
export class Presenter {
  readonly #port: number
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 })
  #cookie = ''

  private constructor(port: number) {
    this.#port = port
  }

  static async pair(port: number, code: string, name: string): Promise<Presenter> {
    const presenter = new Presenter(port)
    const { status, cookie } = await presenter.#post('/pair', { code, name })
    if (status !== 200 || cookie === undefined) throw new HuibaoError(`配对没有成功（${status}）`)
    presenter.#cookie = cookie.split(';')[0]!
    return presenter
  }

  /** @throws where the server is not to be reached */
  async send(command: Command): Promise<CommandAnswer> {
    return JSON.parse((await this.#post('/command', command)).body) as CommandAnswer
  }

  /** The same, which must be accepted. */
  async must(command: Command): Promise<PresenterState> {
    const answer = await this.send(command)
    if (!answer.ok) throw new HuibaoError(`命令被拒绝：${answer.error}`)
    return answer.state
  }

  /**
   * Shows one place after another at a steady rate.
   * @param tolerant whether what is refused, or not answered, is passed over
   * @param check called before each; true ends it
   */
  async show({
    count,
    perSecond,
    tolerant = false,
    check = () => false,
  }: {
    count: number
    perSecond: number
    tolerant?: boolean
    check?: () => boolean
  }): Promise<Sent[]> {
    const sent: Sent[] = []
    const start = clock()
    for (let index = 0; index < count && !check(); index += 1) {
      await wait(Math.max(0, start + (index * 1000) / perSecond - clock()))
      const at = clock()
      const state = await this.must({ type: 'goto', page: 1, clicks: 1 + (index % 900) }).catch((error: unknown) => {
        if (!tolerant) throw error
      })
      if (state) sent.push([state.rev, at])
    }
    return sent
  }

  close(): void {
    this.#agent.destroy()
  }

  #post(path: string, body: unknown): Promise<Reply> {
    const origin = `http://127.0.0.1:${this.#port}`
    return new Promise((resolve, reject) => {
      const sending = request(
        origin + path,
        {
          method: 'POST',
          agent: this.#agent,
          timeout: 10_000,
          headers: { 'Content-Type': 'application/json', Origin: origin, Cookie: this.#cookie },
        },
        response => {
          let text = ''
          response
            .setEncoding('utf8')
            .on('data', (chunk: string) => {
              text += chunk
            })
            .on('end', () =>
              resolve({ status: response.statusCode ?? 0, body: text, cookie: response.headers['set-cookie']?.[0] }),
            )
          response.on('error', reject)
        },
      )
      sending.on('timeout', () => sending.destroy(new Error('没有应答')))
      sending.on('error', reject)
      sending.end(JSON.stringify(body))
    })
  }
}
