import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Desk } from './desk.ts'
import { texts } from './messages/language.ts'
import { SHOPPER_FIELD } from './pages/search/shopper-field.tsx'
import { pages, routeHref } from './router.ts'
import { ShortcutList } from './shortcut-list.tsx'
import { createShortcutReader } from './shortcuts.ts'
import { Icon } from './ui/icon.tsx'
import { Mark } from './ui/mark.tsx'
import { NoticeBar } from './ui/notice-bar.tsx'
import { PreferencesForm } from './ui/preferences-form.tsx'
import { QuestionDialog } from './ui/question-dialog.tsx'

interface ShellProps {
  readonly desk: Desk
  readonly onSignOut: () => void
  readonly children: ComponentChildren
}

const focus = (id: string): void => document.getElementById(id)?.focus()

/** What stands around every page: where one is, where one can go, what was just done. */
export function Shell({ desk, onSignOut, children }: ShellProps) {
  const { shell, session, skip } = texts.value
  const { router, settings } = desk
  const { page } = router.route.value
  const hasMenu = useSignal(false)
  const hasHelp = useSignal(false)
  const wantsField = useRef(false)
  const pageBefore = useRef(page)

  useLayoutEffect(() => {
    if (pageBefore.current === page) return
    pageBefore.current = page
    hasMenu.value = false
    focus(wantsField.current ? SHOPPER_FIELD : 'main')
    wantsField.current = false
    scrollTo(0, 0)
  }, [page])

  useEffect(() => {
    const read = createShortcutReader()
    const onKeyDown = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]')) return
      const shortcut = read(event)
      if (!shortcut) return
      event.preventDefault()
      if (shortcut.kind === 'help') hasHelp.value = true
      else if (shortcut.kind === 'go') router.go({ page: shortcut.page })
      else if (router.route.value.page === 'search') focus(SHOPPER_FIELD)
      else {
        wantsField.current = true
        router.go({ page: 'search' })
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [router])

  return (
    <div class="shell">
      <button type="button" class="button skip" onClick={() => focus('main')}>
        {skip}
      </button>
      <header class="side">
        <div class="shop">
          <Mark />
          <span class="shop-name" title={settings.settings.value.name}>
            {settings.settings.value.name}
          </span>
        </div>
        <nav aria-label={shell.pages}>
          {pages.map((id) => (
            <a
              href={routeHref({ page: id })}
              key={id}
              {...(id === page ? { 'aria-current': 'page' as const } : {})}
            >
              <Icon shape={id} />
              {shell[id]}
            </a>
          ))}
        </nav>
        <button
          type="button"
          class="button quiet square menu-button"
          aria-label={shell.menu}
          aria-expanded={hasMenu.value}
          aria-controls="tools"
          onClick={() => (hasMenu.value = !hasMenu.value)}
        >
          <Icon shape="more" />
        </button>
        <div id="tools" class={hasMenu.value ? 'tools open' : 'tools'}>
          <PreferencesForm />
          <button type="button" class="button quiet start" onClick={() => (hasHelp.value = true)}>
            {shell.shortcuts} <kbd>?</kbd>
          </button>
          <button type="button" class="button quiet start" onClick={onSignOut}>
            {session.signOut}
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <NoticeBar notices={desk.notices} />
      <QuestionDialog questions={desk.questions} />
      {hasHelp.value && <ShortcutList onClose={() => (hasHelp.value = false)} />}
    </div>
  )
}
