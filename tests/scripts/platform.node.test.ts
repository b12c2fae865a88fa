import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import {
  browserCandidates,
  currentHost,
  endTreeCommand,
  groupsProcesses,
  isDebian,
  isRoot,
  sandboxArgs,
} from '../../scripts/lib/platform.ts'
import { fakeHost, temporaryFolder } from './support/context.ts'

describe('where a browser may be', () => {
  it.runIf(process.getuid?.() === 0)('is nothing in a folder that may not be looked into', () => {
    const locked = path.join(temporaryFolder(), 'locked')
    mkdirSync(locked)
    writeFileSync(path.join(locked, 'chromium'), '')
    chmodSync(locked, 0)
    const { isFile } = currentHost()
    expect(isFile(path.join(locked, 'chromium'))).toBe(true)
    // Root may look everywhere.
    process.seteuid!('nobody')
    const seen = isFile(path.join(locked, 'chromium'))
    process.seteuid!(0)
    expect(seen).toBe(false)
  })

  it('on Windows: Edge before Chrome, in all program folders, whatever the case of the variables', () => {
    const env = {
      PROGRAMFILES: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LocalAppData: 'C:\\Users\\zhang\\AppData\\Local',
    }
    expect(browserCandidates(fakeHost({ platform: 'win32', env }))).toEqual([
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\zhang\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\zhang\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Users\\zhang\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    ])
  })

  it('on Windows without these variables: nowhere', () => {
    expect(browserCandidates(fakeHost({ platform: 'win32', env: {} }))).toEqual([])
  })

  it('on macOS: applications of everybody and of the user', () => {
    const candidates = browserCandidates(fakeHost({ platform: 'darwin', env: { HOME: '/Users/zhang' } }))
    expect(candidates).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    expect(candidates).toContain('/Users/zhang/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
  })

  it('on Linux: what is on PATH, by name before folder', () => {
    const files = ['/usr/bin/google-chrome', '/usr/local/bin/microsoft-edge', '/usr/bin/chromium', '/opt/chromium']
    expect(browserCandidates(fakeHost({ files }))).toEqual([
      '/usr/bin/chromium',
      '/usr/bin/google-chrome',
      '/usr/local/bin/microsoft-edge',
    ])
    expect(browserCandidates(fakeHost({ files, env: {} }))).toEqual([])
  })
})

describe('what a machine is', () => {
  it.each([
    ['root', fakeHost({ uid: 0 }), true, ['--no-sandbox']],
    ['a user', fakeHost({ uid: 1000 }), false, []],
    ['Windows', fakeHost({ platform: 'win32', uid: undefined }), false, []],
  ])('%s', (_, host, root, args) => {
    expect([isRoot(host), sandboxArgs(host)]).toEqual([root, args])
  })

  it.each([
    ['Debian', fakeHost({ files: ['/etc/debian_version', '/usr/bin/apt-get'] }), true],
    ['Debian without apt', fakeHost({ files: ['/etc/debian_version'] }), false],
    ['Fedora', fakeHost({ files: ['/usr/bin/apt-get'] }), false],
    ['Windows', fakeHost({ platform: 'win32', files: ['/etc/debian_version', '/usr/bin/apt-get'] }), false],
  ])('%s', (_, host, debian) => {
    expect(isDebian(host)).toBe(debian)
  })

  it('ends children by group, or by taskkill where there are no groups', () => {
    expect([groupsProcesses(fakeHost()), endTreeCommand(fakeHost(), 7)]).toEqual([true, undefined])
    const windows = fakeHost({ platform: 'win32' })
    expect([groupsProcesses(windows), endTreeCommand(windows, 7)]).toEqual([
      false,
      { file: 'taskkill', args: ['/pid', '7', '/T', '/F'] },
    ])
  })
})
