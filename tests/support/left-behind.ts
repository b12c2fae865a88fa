import process from 'node:process'
import { afterAll, expect, vi } from 'vitest'
import { setBases } from '../../model/units.ts'

// A deck that is read makes its units known to whatever reads on; a file begins with those of the engine.
setBases()

/** What all files of one process share, and one might leave changed behind. */
function shared(): Record<string, unknown> {
  // Sharp names its library's home when it is loaded.
  const { VIPSHOME: _, ...environment } = process.env
  return { environment, folder: process.cwd(), exitCode: process.exitCode, fakeTimers: vi.isFakeTimers() }
}

const before = shared()

afterAll(() => expect(shared(), 'what this file leaves behind').toEqual(before))
