import { useEffect, useMemo } from 'preact/hooks'
import { createDesk, type Desk } from './desk.ts'
import { texts } from './messages/language.ts'
import { CataloguePage } from './pages/catalogue/catalogue-page.tsx'
import { InstallPage } from './pages/install/install-page.tsx'
import { SearchPage } from './pages/search/search-page.tsx'
import { TuningPage } from './pages/tuning/tuning-page.tsx'
import { WordsPage } from './pages/words/words-page.tsx'
import type { Page, Router } from './router.ts'
import type { Session, SessionState } from './session.ts'
import { Shell } from './shell.tsx'
import { SignIn } from './sign-in.tsx'

const pageOf: Readonly<Record<Page, (props: { desk: Desk }) => preact.JSX.Element>> = {
  catalogue: CataloguePage,
  search: SearchPage,
  tuning: TuningPage,
  words: WordsPage,
  install: InstallPage,
}

type SignedIn = Extract<SessionState, { kind: 'signed_in' }>

function SignedInApp({ session, router, state }: { session: Session; router: Router; state: SignedIn }) {
  const desk = useMemo(() => createDesk(state.client, state.settings, router), [state, router])
  useEffect(() => {
    void desk.catalogue.load()
    void desk.tuning.load()
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (desk.upload.upload.value.kind === 'sending') event.preventDefault()
    }
    addEventListener('beforeunload', onLeave)
    return () => {
      removeEventListener('beforeunload', onLeave)
      desk.dispose()
    }
  }, [desk])
  const CurrentPage = pageOf[router.route.value.page]
  return (
    <Shell desk={desk} onSignOut={session.signOut}>
      <CurrentPage desk={desk} />
    </Shell>
  )
}

export function App({ session, router }: { session: Session; router: Router }) {
  const state = session.state.value
  if (state.kind === 'signed_in') return <SignedInApp session={session} router={router} state={state} />
  // A reload of a signed-in tab should not flash the form.
  if (state.kind === 'checking' && session.isResuming.value) {
    return (
      <main class="sign-in">
        <output class="muted">{texts.value.loading}</output>
      </main>
    )
  }
  return <SignIn session={session} />
}
