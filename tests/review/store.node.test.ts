import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { REVIEW_FILE, type Saying } from '../../model/review.ts'
import { addSayings, readReview } from '../../scripts/review/store.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'huibao-review-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const file = (): string => path.join(root, REVIEW_FILE)
const saying = (id: string, by: string): Saying => ({
  id,
  by,
  verdict: { verdict: 'confirmed', at: '2031-03-01T08:00:00Z', fingerprint: 'f' },
})

describe('data/review.json', () => {
  it('is empty where nobody has said anything', async () => {
    expect(await readReview(root)).toEqual({})
  })

  it('has the same bytes in whatever order people speak, and leaves nothing beside it', async () => {
    const sayings = [saying('b', '王芳'), saying('a', '李明'), saying('a', '丁一')]
    await addSayings(root, sayings)
    const before = readFileSync(file(), 'utf8')
    rmSync(file())
    for (const each of sayings.toReversed()) await addSayings(root, [each])
    expect(readFileSync(file(), 'utf8')).toBe(before)
    expect(before).toBe(`{
  "version": 1,
  "reviews": {
    "a": {
      "丁一": {
        "verdict": "confirmed",
        "at": "2031-03-01T08:00:00Z",
        "fingerprint": "f"
      },
      "李明": {
        "verdict": "confirmed",
        "at": "2031-03-01T08:00:00Z",
        "fingerprint": "f"
      }
    },
    "b": {
      "王芳": {
        "verdict": "confirmed",
        "at": "2031-03-01T08:00:00Z",
        "fingerprint": "f"
      }
    }
  }
}
`)
    expect(readdirSync(path.dirname(file()))).toEqual(['review.json'])
    expect(readdirSync(path.join(root, '.huibao'))).toEqual([])
  })

  it('loses nothing of what two people say at once', async () => {
    const people = ['李明', '王芳']
    const ids = Array.from({ length: 20 }, (_, index) => `figure-${index}`)
    await Promise.all(people.flatMap(by => ids.map(id => addSayings(root, [saying(id, by)]))))
    const review = await readReview(root)
    expect(Object.keys(review).sort()).toEqual(ids.sort())
    expect(Object.values(review).map(verdicts => Object.keys(verdicts).sort())).toEqual(ids.map(() => people))
  })

  it.each(['', '<<<<<<< HEAD', '{}', '{"version":1,"reviews":{"a":{"李明":{"verdict":"maybe"}}}}'])(
    'says that it is broken, and is not written over: %j',
    async text => {
      mkdirSync(path.dirname(file()))
      writeFileSync(file(), text)
      await expect(addSayings(root, [saying('a', '李明')])).rejects.toThrow('data/review.json 坏了，读不出来')
      expect(readFileSync(file(), 'utf8')).toBe(text)
    },
  )
})
