import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { lackingIn, type Lacking } from './support/scan.ts'

/** What `early.js` gives to browsers that lack it. */
const FILLED = /'(?:Array|String)\.prototype\.at'|\bfindLast\b|'Object\.hasOwn'|^BroadcastChannel/
/** Vue hands these on to whoever calls them on an array that it watches; and what is asked for before it is used. */
const HARMLESS = [
  /\(this\)\.to(?:Reversed|Sorted|Spliced)\(/,
  /in window\?requestIdleCallback\(|\.requestIdleCallback,/,
  /try\{let \w+=await navigator\.wakeLock/,
]

const excused = ({ message, place }: Lacking): boolean =>
  FILLED.test(message) || HARMLESS.some(each => each.test(place))

it('the scripts of the built sites ask for nothing that the oldest supported browsers lack', async () => {
  const { plain, audience, presenter } = inject('district')
  const folder = mkdtempSync(path.join(tmpdir(), 'huibao-scan-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // Two of one name, which carries a digest, are the same.
  for (const site of [inject('deck'), plain, audience, presenter])
    for (const file of readdirSync(site, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.js')) cpSync(path.join(site, file), path.join(folder, path.basename(file)))
  expect(readdirSync(folder).length).toBeGreaterThan(60)
  expect((await lackingIn(folder)).filter(each => !excused(each))).toEqual([])
})
