import { recordBytes, slotsABlock } from '../../search/vectors/quantise.ts'

export function readBlock(sql: SqlStorage, block: number): ArrayBuffer | null {
  const row = sql
    .exec<{ data: ArrayBuffer }>('SELECT data FROM vector_block WHERE block = ?', block)
    .toArray()[0]
  return row?.data ?? null
}

/** Writes records into their slots; returns the blocks that changed. Slots not yet used in between hold zeros. */
export function writeRecords(
  sql: SqlStorage,
  dims: number,
  slots: readonly number[],
  records: Uint8Array,
): Set<number> {
  const perBlock = slotsABlock(dims)
  const size = recordBytes(dims)
  const places = slots.map((slot, index) => ({
    index,
    block: Math.floor(slot / perBlock),
    at: slot % perBlock,
  }))
  const blocks = new Set(places.map(({ block }) => block))
  for (const block of blocks) {
    const inBlock = places.filter((place) => place.block === block)
    const before = readBlock(sql, block)
    const needed = Math.max(...inBlock.map(({ at }) => at + 1)) * size
    const data = new Uint8Array(Math.max(needed, before?.byteLength ?? 0))
    if (before) data.set(new Uint8Array(before))
    for (const { index, at } of inBlock) {
      data.set(records.subarray(index * size, (index + 1) * size), at * size)
    }
    sql.exec('INSERT OR REPLACE INTO vector_block (block, data) VALUES (?, ?)', block, data)
  }
  return blocks
}
