import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-chromium'
import { ENGINE_ROOT } from '../../model/engine.ts'

/** Where the modules are for pages. Our server has nothing there. */
const PREFIX = '/@huibao-page/'

/** Where modules are offered already. */
const offered = new WeakMap<BrowserContext, Set<string>>()

/** Lets pages of a context import the engine's TypeScript modules, as they are on disk and with what they import. */
async function offerModules(context: BrowserContext, origin: string): Promise<void> {
  const origins = offered.get(context) ?? new Set()
  if (origins.has(origin)) return
  offered.set(context, origins.add(origin))
  await context.route(`${origin}${PREFIX}**/*.ts`, async route => {
    const file = path.join(
      ENGINE_ROOT,
      decodeURIComponent(new URL(route.request().url()).pathname.slice(PREFIX.length)),
    )
    await route.fulfill({ contentType: 'text/javascript', body: await compiled(file) })
  })
}

const known = new Map<string, Promise<string>>()

/** A module as JavaScript; every page asks for the same ones. */
function compiled(file: string): Promise<string> {
  let code = known.get(file)
  if (!code) known.set(file, (code = compile(file)))
  return code
}

async function compile(file: string): Promise<string> {
  const { transformWithOxc } = await import('vite')
  return (await transformWithOxc(await readFile(file, 'utf8'), file, { sourcemap: false })).code
}

/**
 * Calls a function that one of those modules exports, in the page.
 * @param module its path from the engine's root
 * @param name of the function, which takes no arguments and returns what JSON can hold, or nothing
 */
export async function callModule<T>(page: Page, module: string, name: string): Promise<T> {
  // Not when its context is created: requests that are looked at make the slides load slower.
  await offerModules(page.context(), new URL(page.url()).origin)
  // Text, for what runs this file may put something of its own in the place of import().
  // Playwright takes a large object apart piece by piece, which takes longer than to measure a whole deck.
  const json = await page.evaluate<string>(
    `import(${JSON.stringify(PREFIX + module)}).then(async functions => JSON.stringify((await functions[${JSON.stringify(name)}]()) ?? null))`,
  )
  return JSON.parse(json) as T
}
