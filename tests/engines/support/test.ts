import { describe } from 'vitest'
import { test as base } from '../../present/support/hall.ts'
import { candidates } from './engines.ts'
import type { Engine, Tab } from './tab.ts'

/** Windows of one engine, each of somebody else; they are closed when the file is done. */
export type OpenTab = (size?: readonly [width: number, height: number]) => Promise<Tab>

export const test = base

/**
 * Describes what holds in every engine that is installed. What is not is skipped, with a line that says how to install
 * it.
 * @param define gets what opens windows of the engine
 */
export function describeEngines(what: string, define: (openTab: OpenTab, name: Engine['name']) => void): void {
  for (const { name, lacking, launch } of candidates) {
    if (lacking) {
      console.log(`没有安装 ${name}，跳过它的测试（not installed, skipped）: apt-get install ${lacking}`)
      describe.skip(`${what} in ${name}`, () => define(() => Promise.reject(new Error(lacking)), name))
      continue
    }
    describe(`${what} in ${name}`, { timeout: 300_000 }, () => {
      let engine: Engine | undefined
      const tabs: Tab[] = []
      test.beforeAll(async () => {
        engine = await launch()
      }, 60_000)
      test.afterAll(async () => {
        for (const tab of tabs) await tab.close()
        await engine?.close()
      }, 60_000)
      define(async size => {
        const tab = await engine!.tab(size)
        tabs.push(tab)
        return tab
      }, name)
    })
  }
}
