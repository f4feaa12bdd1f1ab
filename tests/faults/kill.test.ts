import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../setup/database'
import { type SmtpReceiver, startSmtpReceiver } from '../setup/smtp-receiver'
import { type Stack, startStack } from '../setup/stack'
import { keepFigures } from './figures'
import { killRun, prepareNight } from './kill-run'
import { kills } from './kills'
import { plantSettleBeforeSend } from './mutant'

const database = useDatabase()
const KILLS = process.env.WAYBILL_FULL ? 100 : 12

let stack: Stack
let mail: SmtpReceiver

beforeAll(async () => {
  mail = await startSmtpReceiver()
  stack = await startStack(database.urls, mail.url)
})

afterAll(async () => {
  await stack?.stop()
  await mail?.close()
})

describe('kill -9', () => {
  test(`${KILLS} times, of worker and web: nothing that HTTP answered is lost, no page is lost (invariants 6, 7, 8)`, async () => {
    const ground = { database, stack, mail }
    const night = await prepareNight(ground, 'NT')
    const run = await killRun(ground, night, kills(KILLS))
    keepFigures('kills', run)
    expect(run.promised).toBe(KILLS * 3)
    expect(run.lostPages).toEqual([])
    expect(run.lostConfirmations).toEqual([])
    expect(run.wrongTickets).toEqual([])
    expect(run.lostAcknowledgements).toEqual([])
    expect(run.doubled).toBeLessThanOrEqual(run.mostDoubles)
  })

  test('a worker that settles before it sends is found out', async () => {
    const mutant = plantSettleBeforeSend()
    try {
      const ground = { database, stack, mail, workerFolder: mutant.folder }
      const night = await prepareNight(ground, 'MU')
      const run = await killRun(ground, night, [{ who: 'worker', at: 'before_settle' }])
      expect([...run.lostPages, ...run.lostConfirmations]).not.toEqual([])
    } finally {
      mutant.remove()
    }
  })
})
