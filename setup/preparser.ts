import type { SlidevPreparserExtension } from '@slidev/types'
import { figureExtension } from './deck/extension.ts'
import { loadDeckData } from './deck/load.ts'

export default async (): Promise<SlidevPreparserExtension[]> => [figureExtension(await loadDeckData())]
