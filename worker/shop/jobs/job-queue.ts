/**
 * Everything that happens later in a shop goes through one table and the object's single alarm.
 * A job is a name; what it works on is in its own tables, so that a repeat is harmless.
 */

/** Runs one short slice of a job. Returns when it wants to go on: milliseconds since the epoch, or null when finished. */
export type JobSlice = (now: number) => number | null

/** A slice that threw is tried again after this long, times two for each further time. */
const RETRY_FIRST_MS = 1_000
const RETRY_MOST_MS = 5 * 60_000

/** Sends word of a job that needs the network to whoever does it. */
export type JobMessage = () => Promise<void>

/** A message whose consumer has not spoken up after this long is taken for lost and sent again. */
const UNHEARD_MS = 90_000

/** How long one alarm goes on slicing before it hands over to the next. */
const ALARM_MOST_MS = 10_000

/** Set before any work: an object that dies in the middle is woken again. */
const DEAD_MAN_MS = 15_000

type Due = { name: string; due_at: number; attempts: number }

export class JobQueue {
  readonly #storage: DurableObjectStorage
  readonly #slices: (name: string) => JobSlice | null
  readonly #messages: (name: string) => JobMessage | null

  /** `slices` finds the code of a job by its name, `messages` that of a job done elsewhere; null: not this kind. */
  constructor(
    storage: DurableObjectStorage,
    slices: (name: string) => JobSlice | null,
    messages: (name: string) => JobMessage | null,
  ) {
    this.#storage = storage
    this.#slices = slices
    this.#messages = messages
  }

  /** Puts a job in line, or brings it forward. */
  async schedule(name: string, dueAt: number): Promise<void> {
    this.#put(name, dueAt)
    await this.#arm()
  }

  /** After a start: jobs that were under way when the object died go on at once, not when the dead man's alarm rings. */
  async resume(): Promise<void> {
    await this.#arm()
  }

  /** The alarm: due jobs in turn, one slice each, with a pause between in which searches are answered. */
  async run(report: (name: string, error: unknown) => void): Promise<void> {
    const end = Date.now() + ALARM_MOST_MS
    await this.#storage.setAlarm(Date.now() + DEAD_MAN_MS)
    let job = this.#next()
    while (job && job.due_at <= Date.now() && Date.now() < end) {
      const message = this.#messages(job.name)
      if (message) await this.#send(job, message, report)
      else this.#runSlice(job, report)
      await scheduler.wait(0)
      job = this.#next()
    }
    await this.#arm()
  }

  #runSlice(job: Due, report: (name: string, error: unknown) => void): void {
    const slice = this.#slices(job.name)
    if (!slice) {
      this.#remove(job.name)
      return
    }
    try {
      const again = this.#storage.transactionSync(() => slice(Date.now()))
      if (again === null) this.#remove(job.name)
      // A turn for the others: due jobs are taken oldest first, so the slice just run goes to the end.
      else
        this.#storage.sql.exec(
          'UPDATE job SET due_at = max(?, due_at + 1), attempts = 0 WHERE name = ?',
          again,
          job.name,
        )
    } catch (error) {
      report(job.name, error)
      this.#postpone(job)
    }
  }

  /** The job stays in line until its consumer says that it is done. */
  async #send(job: Due, message: JobMessage, report: (name: string, error: unknown) => void): Promise<void> {
    this.#storage.sql.exec('UPDATE job SET due_at = ? WHERE name = ?', Date.now() + UNHEARD_MS, job.name)
    try {
      await message()
      this.#storage.sql.exec('UPDATE job SET attempts = 0 WHERE name = ?', job.name)
    } catch (error) {
      report(job.name, error)
      this.#postpone(job)
    }
  }

  #postpone({ name, attempts }: Due): void {
    const delay = Math.min(RETRY_FIRST_MS * 2 ** attempts, RETRY_MOST_MS)
    this.#storage.sql.exec(
      'UPDATE job SET due_at = ?, attempts = attempts + 1 WHERE name = ?',
      Date.now() + delay,
      name,
    )
  }

  #put(name: string, dueAt: number): void {
    this.#storage.sql.exec(
      `INSERT INTO job (name, due_at) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET due_at = min(due_at, excluded.due_at)`,
      name,
      dueAt,
    )
  }

  #remove(name: string): void {
    this.#storage.sql.exec('DELETE FROM job WHERE name = ?', name)
  }

  #next(): Due | undefined {
    return this.#storage.sql
      .exec<Due>('SELECT name, due_at, attempts FROM job ORDER BY due_at LIMIT 1')
      .toArray()[0]
  }

  async #arm(): Promise<void> {
    const next = this.#next()
    // A migration puts jobs in line as due at 0, which is no time an alarm may have.
    if (next) await this.#storage.setAlarm(Math.max(next.due_at, 1))
    else await this.#storage.deleteAlarm()
  }
}
