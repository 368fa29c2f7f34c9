/**
 * Reads server-sent events to the end of the body: the part of the format that an API of our own uses (`event` and
 * `data` lines, a blank line between events). A kept parser costs 1.8 kB, a tenth of all a shopper downloads.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onEvent: (name: string, data: string) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split(/\r?\n\r?\n/)
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      let name = 'message'
      const data: string[] = []
      for (const line of block.split(/\r?\n/)) {
        const [, field, value = ''] = /^(\w+): ?(.*)/s.exec(line) ?? []
        if (field === 'event') name = value
        if (field === 'data') data.push(value)
      }
      if (data.length) onEvent(name, data.join('\n'))
    }
  }
}
