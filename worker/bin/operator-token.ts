import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The operator token of this installation: from the environment, or made once and kept for the owner alone. */
export async function operatorToken(state: string): Promise<string> {
  const given = process.env['OPERATOR_TOKEN']?.trim()
  if (given) return given
  const file = join(state, 'operator-token')
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch {
    const token = `op_${randomBytes(24).toString('base64url')}`
    await mkdir(state, { recursive: true, mode: 0o700 })
    await writeFile(file, `${token}\n`, { mode: 0o600 })
    return token
  }
}
