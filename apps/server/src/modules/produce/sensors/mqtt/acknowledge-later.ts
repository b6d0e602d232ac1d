import type { IPublishPacket, MqttClient } from 'mqtt'

/** A message that the broker holds until it is acknowledged. */
export interface HeldMessage {
  readonly topic: string
  readonly payload: Uint8Array
  readonly acknowledge: () => void
}

/** What keeps the library from acknowledging by itself. */
class NotYet extends Error {
  override readonly name = 'NotYet'
}

/**
 * Has a client acknowledge messages of QoS 1 when it is told to, not when they have come: the library
 * handles one message after another, and a commit for each would be a thousand commits a minute.
 * @param take resolves once another may come
 */
export function acknowledgeLater(
  client: MqttClient,
  take: (message: HeldMessage) => Promise<void>,
): void {
  client.handleMessage = (packet, goOn) => {
    // An acknowledgement belongs to the connection on which the message came.
    const { stream } = client
    const acknowledge = () => {
      if (packet.qos === 1 && client.stream === stream && client.connected)
        stream.write(pubackOf(packet))
    }
    const payload =
      typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload
    void take({ topic: packet.topic, payload, acknowledge }).then(() => goOn(new NotYet()))
  }
}

/** MQTT 3.1.1, section 3.4. */
function pubackOf({ messageId = 0 }: IPublishPacket): Buffer {
  return Buffer.from([0x40, 2, messageId >> 8, messageId & 0xff])
}
