import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A secret of this installation: from the environment, or made once and kept for the owner alone. */
async function kept(state: string, variable: string, file: string, make: () => string): Promise<string> {
  const given = process.env[variable]?.trim()
  if (given) return given
  const path = join(state, file)
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch {
    const secret = make()
    await mkdir(state, { recursive: true, mode: 0o700 })
    await writeFile(path, `${secret}\n`, { mode: 0o600 })
    return secret
  }
}

/** Creates shops. */
export const operatorToken = (state: string): Promise<string> =>
  kept(state, 'OPERATOR_TOKEN', 'operator-token', () => `op_${randomBytes(24).toString('base64url')}`)

/** Seals what shops entrust; without the file what they have stored cannot be opened again. */
export const encryptionKey = (state: string): Promise<string> =>
  kept(state, 'ENCRYPTION_KEY', 'encryption-key', () => randomBytes(32).toString('base64url'))
