/** What the workers need of a queue, whatever carries it. */
export interface QueueBackend {
  openQueue(name: string): OpenQueue
  openWorker(name: string, concurrency: number, run: (job: TakenJob) => Promise<void>, watch: WorkerWatch): OpenWorker
  /** Last of all: the queues and workers must be closed by then. */
  close(): Promise<void>
}

export interface QueueEntry {
  /** While a job of this id waits or runs, adding it again changes nothing. */
  readonly id: string
  readonly name: string
  readonly data: unknown
  readonly delayMs?: number
}

export interface OpenQueue {
  add(entries: readonly QueueEntry[]): Promise<void>
  depth(): Promise<{ waiting: number; active: number; delayed: number; dead: number }>
  close(): Promise<void>
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
