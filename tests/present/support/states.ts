import type { Backplane, Kept, MeetingState } from '../../../scripts/present/state/backplane.ts'
import { StaleVersion } from '../../../scripts/present/state/backplane.ts'
import type { Drawing, Pointer } from '../../../components/present/protocol.ts'

/** A state of a meeting for tests. */
export function stateOf(rev: number, rest: Partial<MeetingState> = {}): MeetingState {
  return {
    epoch: 1,
    rev,
    page: 1,
    clicks: 0,
    screen: 'slides',
    browse: true,
    shown: '1',
    site: '',
    asking: false,
    questions: [],
    driver: null,
    timer: { status: 'stopped', elapsed: 0, since: 0 },
    totals: [],
    ...rest,
  }
}

/** Notes everything that a backplane tells. */
export async function listen(backplane: Backplane) {
  const heard = { kept: [] as Kept[], drawings: [] as Drawing[], pointers: [] as Pointer[] }
  const stop = await backplane.watch({
    state: kept => heard.kept.push(kept),
    draw: drawing => heard.drawings.push(drawing),
    pointer: pointer => heard.pointers.push(pointer),
  })
  return { ...heard, stop, revs: () => heard.kept.map(({ state }) => state.rev) }
}

/** Turns `count` pages, by compare-and-set, against whoever else does. @returns the versions that it was given */
export async function race(backplane: Backplane, count: number): Promise<number[]> {
  const versions: number[] = []
  let kept = await backplane.read()
  while (versions.length < count) {
    const state = { ...kept!.state, rev: kept!.state.rev + 1, page: kept!.state.page + 1 }
    try {
      const version = await backplane.write(state, kept!.version)
      versions.push(version)
      kept = { state, version }
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error
      kept = await backplane.read()
    }
  }
  return versions
}

/** Whether no revision is lower than one before it. */
export function neverBack(revs: readonly number[]): boolean {
  return revs.every((rev, index) => index === 0 || rev >= revs[index - 1]!)
}
