import type { AppContext } from '@slidev/types'
export function start(_context: AppContext): void {}
