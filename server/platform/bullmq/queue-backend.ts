/** What the workers need of a queue, whatever carries it. */
export interface QueueBackend {
  /** All of them or none, across queues, in one round trip. */
  add(entries: readonly QueueEntry[]): Promise<void>
  /** How the entries of these ids stand. */
  standOf(queue: string, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>>
  /** A word that stays as long as the queues remember: another one means that they have lost what they held. */
  memory(): Promise<string>
  openWorker(queue: string, concurrency: number, run: (job: TakenJob) => Promise<void>, watch: WorkerWatch): OpenWorker
  /** Last of all: the workers must be closed by then. */
  close(): Promise<void>
}

/** `held`: it waits, runs or will be tried again. `dead`: no attempt is left. `unknown`: it has ended well, or was lost. */
export type Standing = "held" | "dead" | "unknown"

export interface QueueEntry {
  readonly queue: string
  /** While a job of this id waits, runs or lies dead, adding it again changes nothing. */
  readonly id: string
  readonly name: string
  readonly data: unknown
  readonly delayMs?: number
}

export interface TakenJob {
  readonly id: string
  readonly name: string
  readonly data: unknown
}

export interface WorkerWatch {
  /** `dead`: no attempt is left. */
  failed(job: TakenJob | undefined, error: Error, dead: boolean): void
  fault(error: Error): void
}

export interface OpenWorker {
  /** Takes no more jobs and waits for those it has. */
  close(): Promise<void>
}
