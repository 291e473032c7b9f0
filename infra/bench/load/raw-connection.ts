import { connect, type Socket } from "node:net"

export interface RawAnswer {
  readonly status: number
  readonly bytes: number
}

/**
 * One kept-alive connection that asks the same thing again and again. It reads no more of an answer than its status and its length, so
 * that the load takes as little as possible of the machine which it shares with what it loads. Answers must carry Content-Length.
 */
export async function openRawConnection(port: number): Promise<{ ask(request: Buffer): Promise<RawAnswer>; close(): void }> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject))
  const reader = createReader(socket)
  return {
    ask(request) {
      const answer = reader.next()
      socket.write(request)
      return answer
    },
    close: () => void socket.destroy(),
  }
}

function createReader(socket: Socket) {
  let waiting: { resolve(answer: RawAnswer): void; reject(error: Error): void } | undefined
  let head = ""
  let left = -1
  let answer: RawAnswer = { status: 0, bytes: 0 }

  const take = (chunk: Buffer) => {
    if (left >= 0) left -= chunk.length
    else {
      head += chunk.toString("latin1")
      const end = head.indexOf("\r\n\r\n")
      if (end < 0) return
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
      if (Number.isNaN(length)) return fail(new Error(`an answer without length:\n${head.slice(0, end)}`))
      answer = { status: Number(head.slice(9, 12)), bytes: length }
      left = length - (head.length - end - 4)
    }
    if (left > 0) return
    head = ""
    left = -1
    waiting?.resolve(answer)
  }
  const fail = (error: Error) => {
    waiting?.reject(error)
    socket.destroy()
  }
  socket.on("data", take)
  socket.on("error", fail)
  socket.on("close", () => fail(new Error("the server closed the connection")))
  return {
    next: () =>
      new Promise<RawAnswer>((resolve, reject) => {
        waiting = { resolve, reject }
      }),
  }
}
