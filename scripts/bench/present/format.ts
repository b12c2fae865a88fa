import { tableLines } from '../table.ts'
import type { Facts } from './facts.ts'
import type { Figure, Row } from './figures.ts'

/** The measured table for a terminal. */
export function formatRows({ facts, rows }: { facts: Facts; rows: readonly Row[] }): string[] {
  const lines = rows.flatMap(({ name, figures }) =>
    figures.map((figure, index) => [
      `${index === 0 ? name : ''}`,
      figure.name,
      valueText(figure),
      figure.most === undefined ? '' : `≤ ${text(figure.most)} ${figure.unit}`.trim(),
      verdict(figure),
    ]),
  )
  return [
    `${facts.cpu} × ${facts.cores}，${facts.memory} GB，${facts.system}，Node ${facts.node}；都在本机，观众是另外的进程`,
    '',
    ...tableLines([['', '', '量得', '目标', ''], ...lines]),
  ]
}

function valueText({ value, unit }: Figure): string {
  if (value === undefined) return '本系统量不到'
  return Number.isNaN(value) ? '没有量到' : `${text(value)} ${unit}`.trim()
}

function verdict({ met }: Figure): string {
  if (met === undefined) return ''
  return met ? '达到' : '未达到'
}

function text(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 1 : 0)
}
