import { expect, test } from 'vitest'
import { JobQueue } from '../../worker/shop/jobs/job-queue.ts'
import { createShop } from './support/worker-shop.ts'

test('a job that cannot be sent waits longer each time, until it could be', async () => {
  const shop = await createShop()
  const waits = await shop.inside(async (_, { storage }) => {
    let isBroken = true
    const queue = new JobQueue(
      storage,
      () => null,
      (name) =>
        name === 'word' ? () => (isBroken ? Promise.reject(new Error('no queue')) : Promise.resolve()) : null,
    )
    const noted: number[] = []
    const turn = async () => {
      storage.sql.exec(`UPDATE job SET due_at = CASE name WHEN 'word' THEN 1 ELSE due_at + 3600000 END`)
      const began = Date.now()
      await queue.run(() => undefined)
      const due = storage.sql.exec<{ due_at: number }>(`SELECT due_at FROM job WHERE name = 'word'`).one()
      noted.push(Math.round((due.due_at - began) / 1000))
    }
    await queue.schedule('word', 1)
    for (let times = 0; times < 4; times++) await turn()
    isBroken = false
    await turn()
    isBroken = true
    await turn()
    return noted
  })
  expect(waits).toEqual([1, 2, 4, 8, 90, 1])
})
