/** Work that leaves the shop's object because it needs the network. */
export const outsideJobs = ['vectors'] as const
export type OutsideJob = (typeof outsideJobs)[number]

/** One message of the queue. What there is to do is in the shop's own tables, so that a repeat is harmless. */
export interface JobMessage {
  readonly shop: string
  readonly job: OutsideJob
}

export interface Jobs {
  /** Puts a job in line for the consumer. */
  send(message: JobMessage, delaySeconds?: number): Promise<void>
}
