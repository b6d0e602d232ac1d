import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { Aedes } from 'aedes'
import { connectAsync, type MqttClient } from 'mqtt'

/** A broker on this machine, whose line can be cut and mended. */
export class TestBroker {
  readonly #aedes: Aedes
  #server: Server | null = null
  readonly #sockets = new Set<Socket>()
  readonly #clients: MqttClient[] = []
  port = 0

  private constructor(aedes: Aedes) {
    this.#aedes = aedes
  }

  static async start(): Promise<TestBroker> {
    const broker = new TestBroker(await Aedes.createBroker())
    await broker.listen()
    return broker
  }

  get url(): string {
    return `mqtt://127.0.0.1:${this.port}`
  }

  async listen(): Promise<void> {
    const server = createServer((socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
      this.#aedes.handle(socket)
    })
    server.listen(this.port, '127.0.0.1')
    await once(server, 'listening')
    this.port = (server.address() as AddressInfo).port
    this.#server = server
  }

  /** Nobody reaches it; what it keeps it keeps. */
  async cut(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  /** As a sensor does, with QoS 1. */
  async publish(topic: string | null, payload: string | Buffer): Promise<void> {
    const sensor = this.#clients[0] ?? (await connectAsync(this.url))
    if (this.#clients.length === 0) this.#clients.push(sensor)
    await sensor.publishAsync(topic ?? '', payload, { qos: 1 })
  }

  /** Resolves when somebody has subscribed. */
  async subscribed(): Promise<void> {
    await once(this.#aedes, 'subscribe')
  }

  async close(): Promise<void> {
    for (const client of this.#clients) await client.endAsync(true)
    await this.cut()
    await new Promise<void>((resolve) => this.#aedes.close(resolve))
  }
}
