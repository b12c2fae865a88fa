import { askForWord, confirm, confirmRow, dialog, move, rebuild, toNext, withdraw } from './desk.ts'

interface Key {
  /** As the help shows them. */
  shown: string
  keys: readonly string[]
  does: string
  /** Whether it goes on while the key is held down. */
  repeats?: true
  run: () => unknown
}

const focus = (id: string): void => document.getElementById(id)?.focus()

/** Everything that keys do, in the order in which the help lists it. */
export const KEYS: readonly Key[] = [
  { shown: 'j ↓', keys: ['j', 'ArrowDown'], does: '下一条', repeats: true, run: () => move(1) },
  { shown: 'k ↑', keys: ['k', 'ArrowUp'], does: '上一条', repeats: true, run: () => move(-1) },
  { shown: 'u', keys: ['u'], does: '下一条还要我看的', run: toNext },
  { shown: 'y 回车', keys: ['y', 'Enter'], does: '确认', run: confirm },
  { shown: 'Y', keys: ['Y'], does: '确认表里的这一整行', run: confirmRow },
  { shown: 'n', keys: ['n'], does: '有异议，写一句', run: askForWord },
  { shown: 'x', keys: ['x'], does: '撤回我说过的', run: withdraw },
  { shown: '/', keys: ['/'], does: '查找', run: () => focus('query') },
  { shown: 'f', keys: ['f'], does: '按状态筛选', run: () => focus('state') },
  { shown: 'c', keys: ['c'], does: '按章筛选', run: () => focus('chapter') },
  { shown: 'r', keys: ['r'], does: '重建幻灯片', run: rebuild },
  { shown: 'p', keys: ['p'], does: '换一个校核人', run: () => (dialog.value = 'name') },
  { shown: '?', keys: ['?'], does: '这张按键表', run: () => (dialog.value = 'help') },
  { shown: 'Esc', keys: ['Escape'], does: '回到数据清单', run: () => focus('figures') },
]

/** What is typed into, scrolls, or answers to the key itself: there it means something else. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  const element = target as Element
  if (key === 'Escape') return false
  if (element.matches('input, select, textarea')) return true
  if (key.startsWith('Arrow')) return element.matches('.source, .slides, .card')
  return key === 'Enter' && element.matches('a, button')
}

/** Does what a key means, wherever the focus is; what is held down confirms once. */
export function onKey(event: KeyboardEvent): void {
  if (dialog.value || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTaken(event)) return
  // Caps lock is no shift.
  const key = event.shiftKey || event.key.length > 1 ? event.key : event.key.toLowerCase()
  const found = KEYS.find(({ keys }) => keys.includes(key))
  if (!found) return
  event.preventDefault()
  if (!event.repeat || found.repeats) found.run()
}
