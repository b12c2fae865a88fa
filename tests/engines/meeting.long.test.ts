import { expect } from 'vitest'
import type { Hall } from '../present/support/hall.ts'
import { follower, laptop, pair, phone } from './support/people.ts'
import { LARGE_PHONE, type Tab } from './support/tab.ts'
import { describeEngines, test } from './support/test.ts'
import { until } from './support/wait.ts'

describeEngines('a meeting', openTab => {
  let hall: Hall
  const at = {} as Record<'laptop' | 'phone' | 'viewer' | 'kiosk' | 'reader', Tab>
  const code = (): string => hall.url(`pair#${hall.presentation.codes.issue().long}`)

  test.beforeAll(async ({ openHall }) => {
    hall = await openHall()
    for (const who of ['laptop', 'viewer', 'kiosk'] as const) at[who] = await openTab()
    for (const who of ['phone', 'reader'] as const) at[who] = await openTab(LARGE_PHONE)
  }, 300_000)
  test.afterAll(() => hall.close())

  async function everybodySees(no: number): Promise<void> {
    for (const each of [at.viewer, at.kiosk]) await follower.sees(each, no)
    await follower.reads(at.reader, no)
    expect(hall.presentation.meeting.state.page).toBe(no)
  }

  test('begins when laptop and phone are paired, and others come', async () => {
    await pair(at.laptop, code())
    await laptop.ready(at.laptop)
    await pair(at.phone, code())
    await phone.open(at.phone, hall.url())
    await at.viewer.open(hall.url('?slide'))
    await at.kiosk.open(hall.url('kiosk'))
    await at.reader.open(hall.url('read'))
    for (const each of [at.viewer, at.kiosk, at.reader]) await follower.ready(each)
  })

  test('is followed by everybody when the laptop turns a page', async () => {
    await laptop.next(at.laptop)
    await everybodySees(2)
  })

  test('is led from the phone when that takes over', async () => {
    const before = hall.presentation.meeting.state.driver?.id
    await phone.takeOver(at.phone)
    await until('the phone leads', async () => hall.presentation.meeting.state.driver?.id !== before)
    await phone.next(at.phone)
    await everybodySees(3)
  })

  test('shows where the phone points, as long as it does', async () => {
    await phone.point(at.phone, async () => {
      for (const each of [at.viewer, at.kiosk]) await follower.seesLaser(each)
    })
    for (const each of [at.viewer, at.kiosk]) await follower.seesNoPointer(each)
  })

  test('goes dark and light again', async () => {
    await phone.darken(at.phone)
    for (const each of [at.viewer, at.kiosk]) await follower.seesBlack(each)
    await phone.lighten(at.phone)
    for (const each of [at.viewer, at.kiosk]) await follower.seesSlides(each)
  })

  test('goes on when the server was away', async () => {
    await everybodySees(3)
    await hall.stop()
    for (const each of [at.viewer, at.kiosk]) await follower.isToldOfTheLine(each)
    await hall.open()
    await phone.next(at.phone)
    await everybodySees(4)
  })
})
