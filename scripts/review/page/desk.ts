import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { isSamePerson, LONGEST_NAME, LONGEST_WORD, nameOf, verdictsOn } from '../../../model/review.ts'
import type { ReviewItem } from '../items.ts'
import type { ReviewView, SaidView, SayingAnswer, SayingBody, Unreadable } from '../view.ts'
import { filtered, needs, nextOf, rowOf, type Filter } from './filter.ts'
import { countStates, stateOfItem } from '../states.ts'

/** Milliseconds after which is asked what others have said, and whether the slides are built. */
const ASK = 10_000
const BUILT = 1_000
const NAME_KEY = 'huibao-review-name'

/** What the page shows; undefined until it has come. */
export const view = shallowRef<ReviewView>()
/** Id of the figure that is looked at. */
export const chosen = ref<string>()
export const filter = reactive<Filter>({ state: '', chapter: '', query: '' })
/** Who reviews; empty where nobody has said so yet. */
export const by = ref(localStorage.getItem(NAME_KEY) ?? '')
/** What has just happened, for eyes and ears. */
export const told = ref('')
/** What keeps the page from being up to date, until it is again. */
export const trouble = ref('')
/** What asks for an answer before anything else. */
export const dialog = ref<'name' | 'object' | 'help'>()

export const items = computed(() => (view.value ? filtered(view.value.items, view.value.review, filter) : []))
export const item = computed(() => view.value?.items.find(({ id }) => id === chosen.value))
/** How many of the figures that slides show are in each state. */
export const counts = computed(() => countStates(view.value?.items ?? [], view.value?.review ?? {}))

let timer: ReturnType<typeof setTimeout> | undefined
// Whoever has begun it.
watch(
  () => view.value?.slides,
  (slides, before) => {
    clearTimeout(timer)
    if (slides?.state === 'building') timer = setTimeout(() => void refresh(), BUILT)
    else if (before?.state === 'building') told.value = slides?.problem ? '幻灯片没有建成' : '幻灯片重建好了'
  },
)
watch(by, name => localStorage.setItem(NAME_KEY, name))
// What is looked at stays in the list.
watch(items, listed => {
  if (!listed.some(({ id }) => id === chosen.value)) chosen.value = listed[0]?.id
})

async function fetchJson<Answer>(path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  if (response.status === 403) throw new Error('这一页已经失效：请从 huibao review 印出的地址再打开一次')
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json')
  if (!isJson) throw new Error('数据读不出来：请看运行 huibao review 的窗口里怎么说')
  const answer = (await response.json()) as Answer | Unreadable
  if (isUnreadable(answer)) throw new Error(answer.unreadable)
  return answer
}

const isUnreadable = (answer: unknown): answer is Unreadable => Object.hasOwn(answer as object, 'unreadable')

/** Does something that needs the server, and tells what went wrong with it. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    trouble.value = ''
  } catch (error) {
    trouble.value = error instanceof TypeError ? '连不上：huibao review 还在运行吗？' : (error as Error).message
  }
}

/** Reads everything anew. */
async function load(): Promise<void> {
  view.value = await fetchJson<ReviewView>('/review/data')
  document.title = `校核 ${view.value.title}`
}

/** Takes over what others have said meanwhile, and the deck where it has been changed. */
async function take(said: SaidView): Promise<void> {
  if (said.stamp !== view.value?.stamp) await load()
  else view.value = { ...view.value, ...said }
}

async function refresh(): Promise<void> {
  await attempt(async () => take(await fetchJson<SaidView>('/review/said')))
}

/** Has the slides built anew, and waits for that. */
export async function rebuild(): Promise<void> {
  if (view.value?.slides.state === 'building') return
  told.value = '正在重建幻灯片'
  await attempt(async () => take(await fetchJson<SaidView>('/review/build', {})))
}

/** Begins to show the deck, and to follow what others say. */
export async function begin(): Promise<void> {
  await attempt(load)
  by.value = view.value?.by ?? by.value
  setInterval(() => void (document.hidden || refresh()), ASK)
  addEventListener('focus', () => void refresh())
}

const TOLD = { confirmed: '已确认', objected: '已记下异议', withdrawn: '已撤回' } as const
const REFUSED = {
  changed: '这条数据刚刚改过，没有记下：已重新读入，请再看一遍',
  unknown: '这条数据已经不在了，已重新读入',
  malformed: `没有记下：姓名至多 ${LONGEST_NAME} 个字，异议至多 ${LONGEST_WORD} 个字`,
} as const

async function say(of: readonly ReviewItem[], verdict: SayingBody['sayings'][number]['verdict'], word?: string) {
  const body: SayingBody = {
    by: by.value,
    sayings: of.map(({ id, fingerprint }) => ({
      id,
      verdict,
      fingerprint,
      ...(word !== undefined && { word }),
    })),
  }
  await attempt(async () => {
    const answer = await fetchJson<SayingAnswer>('/review/say', body)
    if (!answer.ok) {
      if (answer.error !== 'malformed') await load()
      told.value = REFUSED[answer.error]
      return
    }
    view.value = { ...view.value!, review: answer.review }
    const what = of.length > 1 ? `${of.length} 条` : of[0]!.label
    told.value = `${TOLD[verdict ?? 'withdrawn']}：${what}`
  })
}

/** Goes on once there is a name: nobody confirms anonymously. */
function named(): boolean {
  if (by.value === '') dialog.value = 'name'
  return by.value !== ''
}

/** Goes to the next figure, or back. */
export function move(step: number): void {
  const at = items.value.findIndex(({ id }) => id === chosen.value)
  chosen.value = items.value[Math.min(Math.max(at + step, 0), items.value.length - 1)]?.id
}

/** Goes to the next figure that this person can bring on. */
export function toNext(): void {
  const { review } = view.value!
  const next = nextOf(items.value, chosen.value, each => needs(each, review, by.value))
  if (next !== undefined) chosen.value = next
  else told.value = '列出的都不用你再看了'
}

export async function confirm(): Promise<void> {
  if (item.value && named()) await say([item.value], 'confirmed')
}

/** Confirms all cells of the row of a table that are listed, but those that somebody objects to. */
export async function confirmRow(): Promise<void> {
  if (!item.value || !named()) return
  const { review } = view.value!
  await say(
    rowOf(items.value, item.value).filter(each => stateOfItem(each, review) !== 'objected'),
    'confirmed',
  )
}

export function askForWord(): void {
  if (item.value && named()) dialog.value = 'object'
}

export async function object(word: string): Promise<void> {
  if (item.value) await say([item.value], 'objected', word)
}

export async function withdraw(): Promise<void> {
  if (!item.value) return
  const { valid, lost } = verdictsOn(item.value.fingerprint, view.value!.review[item.value.id])
  if ([...valid, ...lost].some(each => isSamePerson(each.by, by.value))) await say([item.value], null)
  else told.value = '你还没有对这一条说过什么'
}

export function rename(name: string): void {
  by.value = nameOf(name)
}
