import { describe } from 'vitest'
import { testRoundTrips } from './support/round-trip.ts'

describe('whatever a deck says', () => {
  testRoundTrips({ numRuns: 1000, endOnFailure: true })
})
