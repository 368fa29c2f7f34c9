import type { Page } from 'playwright-core'

/** Keys that an input method takes carry this code. */
const IME_KEY_CODE = 229

/** A Korean input method at the focused field, as the browser sees one. */
export interface InputMethod {
  /** Shows each step of one syllable or word being put together, e.g. ㅎ, 하, 한; `rest` runs after each. */
  compose(steps: readonly string[], rest?: () => Promise<unknown>): Promise<void>
  /** Ends composition with this text. */
  commit(text: string): Promise<void>
  /** A key while composing, which belongs to the input method. */
  press(key: string, keyCode: number): Promise<void>
}

/** Speaks to Chromium's own input-method interface; what a page gets are real composition events. */
export async function inputMethodOn(page: Page): Promise<InputMethod> {
  const session = await page.context().newCDPSession(page)
  const key = (type: 'rawKeyDown' | 'keyUp', name: string, code: number) =>
    session.send('Input.dispatchKeyEvent', { type, key: name, windowsVirtualKeyCode: code })
  return {
    async compose(steps, rest) {
      for (const text of steps) {
        await key('rawKeyDown', 'Process', IME_KEY_CODE)
        await session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        })
        await key('keyUp', 'Process', IME_KEY_CODE)
        await rest?.()
      }
    },
    async commit(text) {
      await session.send('Input.insertText', { text })
    },
    async press(name, code) {
      await key('rawKeyDown', name, code)
      await key('keyUp', name, code)
    },
  }
}
