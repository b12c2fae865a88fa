import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { readReachLog, watchedEnv } from '../support/offline.ts'

/** A program's attempts to reach other machines; failures are its own affair. */
async function reached(program: string) {
  const folder = await mkdtemp(join(tmpdir(), 'huibao-reach-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const log = join(folder, 'log')
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', `try { ${program} } catch {}`], {
    env: watchedEnv(log),
  })
  return readReachLog(log)
}

const SERVER = `const { createServer } = await import('node:http')
const server = createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1')
await new Promise(resolve => server.once('listening', resolve))
const text = await (await fetch('http://127.0.0.1:' + server.address().port)).text()
if (text !== 'ok') await fetch('http://wrong.invalid')
server.close()
server.closeAllConnections()`

it.each([
  ['fetch', "await fetch('http://192.0.2.1/x')", ['connect 192.0.2.1']],
  ['fetch of a name', "await fetch('https://far.invalid/x')", ['connect far.invalid']],
  [
    'https',
    "const { get } = await import('node:https'); get('https://192.0.2.1/').on('error', () => {})",
    ['connect 192.0.2.1'],
  ],
  ['net', "const { connect } = await import('node:net'); connect(80, '192.0.2.1')", ['connect 192.0.2.1']],
  [
    'a name',
    "const { lookup } = await import('node:dns/promises'); await lookup('far.invalid')",
    ['lookup far.invalid'],
  ],
  [
    'a packet',
    "const { createSocket } = await import('node:dgram'); const socket = createSocket('udp4'); try { socket.send('x', 9, '192.0.2.1') } finally { socket.close() }",
    ['send 192.0.2.1'],
  ],
  ['this machine', SERVER, []],
])('notes who is asked for: %s', async (_, program, foreign) => {
  expect(await reached(program)).toEqual({ processes: 1, foreign })
})
