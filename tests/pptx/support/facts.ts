import type { FlowFact, RunFact } from '../../../scripts/export/pptx/facts.ts'

/** A run that begins at a place and stands on a baseline. */
export function run(text: string, left: number, baseline: number, rest: Partial<RunFact> = {}): RunFact {
  const size = rest.size ?? 20
  const rect = {
    left,
    top: baseline - 1.16 * size,
    right: left + [...text].length * size,
    bottom: baseline + 0.29 * size,
  }
  return {
    text,
    rect,
    baseline,
    size,
    bold: false,
    family: 'Noto Sans SC',
    color: [0, 0, 0, 1],
    spacing: 0,
    underline: false,
    trimmed: 0,
    ...rest,
  }
}

export function flow(lines: RunFact[][], rest: Partial<FlowFact> = {}): FlowFact {
  return { kind: 'text', element: 'p', role: 'other', align: 'left', lines, block: 0, ...rest }
}
