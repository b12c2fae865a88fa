/** An element, as WebDriver's answers name it. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** What WebDriver is told about a pointer or a key. */
export type Action = Readonly<Record<string, unknown>>

/** One session of the W3C WebDriver protocol. */
export class WebDriver {
  readonly #session: string

  private constructor(session: string) {
    this.#session = session
  }

  /** @param address of the driver, without a slash at its end */
  static async begin(address: string, capabilities: object): Promise<WebDriver> {
    const { sessionId } = (await send(`${address}/session`, 'POST', {
      capabilities: { alwaysMatch: capabilities },
    })) as { sessionId: string }
    return new WebDriver(`${address}/session/${sessionId}`)
  }

  async post<Result = unknown>(path: string, body: object = {}): Promise<Result> {
    return (await send(`${this.#session}/${path}`, 'POST', body)) as Result
  }

  async get<Result>(path: string): Promise<Result> {
    return (await send(`${this.#session}/${path}`, 'GET')) as Result
  }

  /** Runs a function in the page. */
  evaluate<Result>(run: (...args: never[]) => unknown, args: readonly unknown[]): Promise<Result> {
    return this.post('execute/sync', { script: `return (${run}).apply(null, arguments)`, args })
  }

  /** Clicks the element that a function finds in the page. @returns whether there is one */
  async click(find: (wanted: string) => unknown, wanted: string): Promise<boolean> {
    const found = await this.evaluate<Record<string, string> | null>(find, [wanted])
    if (!found) return false
    await this.post(`element/${found[ELEMENT]}/click`)
    return true
  }

  async act(type: 'key' | 'pointer', actions: readonly Action[]): Promise<void> {
    await this.post('actions', { actions: [{ type, id: type, actions }] })
  }

  async end(): Promise<void> {
    await send(this.#session, 'DELETE')
  }
}

async function send(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await response.json()) as { value: unknown }
  if (!response.ok) {
    const { error, message } = value as { error: string; message: string }
    throw new Error(`${method} ${url}: ${error}: ${message}`)
  }
  return value
}
