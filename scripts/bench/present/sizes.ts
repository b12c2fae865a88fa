/** How much of everything is measured. */
export interface Sizes {
  hall: { followers: number; changes: number }
  crowd: { followers: number; changes: number }
  /** Those who join late, one after another, while so many changes are shown. */
  late: { followers: number; changes: number }
  venues: { followers: number; changes: number }
  restart: number
  /** Seconds of each fault, and how many clients meet it. */
  fault: { seconds: number; clients: number }
  stalled: { followers: number; seconds: number }
  race: number
}

export const FULL: Sizes = {
  hall: { followers: 5_000, changes: 200 },
  crowd: { followers: 10_000, changes: 40 },
  late: { followers: 400, changes: 20 },
  venues: { followers: 9_000, changes: 120 },
  restart: 5_000,
  fault: { seconds: 30, clients: 50 },
  stalled: { followers: 100, seconds: 60 },
  race: 1_000,
}

/** Enough to see that the bench itself works. */
export const QUICK: Sizes = {
  hall: { followers: 60, changes: 8 },
  crowd: { followers: 80, changes: 3 },
  late: { followers: 10, changes: 4 },
  venues: { followers: 60, changes: 8 },
  restart: 40,
  fault: { seconds: 2, clients: 4 },
  stalled: { followers: 20, seconds: 60 },
  race: 40,
}
